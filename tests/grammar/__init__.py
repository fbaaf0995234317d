"""How sentences are read."""
