"""Every word list that the grammar asks at the edges of spans, compiled once from the lexicon: a record for each use."""
