"""Builds whose documents are read by the workers of a Dask cluster; ``pip install "mubiao[cluster]"``."""
