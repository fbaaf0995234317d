"""How good the rows are."""
