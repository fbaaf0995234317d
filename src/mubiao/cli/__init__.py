"""The command line: one command a function, grouped by what it works on."""
