"""Which words belong to which number, and which numbers belong together."""
