"""How good the rows are: scores against gold rows, rows to look at by hand, phrases without an indicator."""
