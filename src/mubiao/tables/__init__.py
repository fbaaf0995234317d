"""Rows -> Parquet files with a checked schema, and the DuckDB database over them."""
