"""Tables as files for other programs: Excel, Stata, Word, CSV, JSON, Parquet; the ending of the file's name decides."""
