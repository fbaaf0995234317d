"""Plain DuckDB SQL, one select a file, the file's name is the name of the table or view; ``order.txt`` is their order."""
