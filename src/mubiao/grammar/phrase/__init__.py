"""The words of a number: verbs and promises off, the noun left."""
