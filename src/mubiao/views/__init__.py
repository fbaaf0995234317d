"""Plain DuckDB SQL, one select a file; the file's name is the name of the table or view.

The head of a file says what one row is, its grain and what it reads, after which it is made. ``made: table`` is filled once,
when the database is written, because every later view reads it; all others are computed when they are asked.
"""
