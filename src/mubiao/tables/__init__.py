"""Rows -> Parquet files with a checked schema, and the DuckDB database over them."""

BUILT = "data/parquet"  # where the tables of a folder lie, as seen from it
