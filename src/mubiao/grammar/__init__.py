"""Text -> readings: which quantities a passage states, of what, and which numbers are none.

The grammar knows rules, not documents: places, years and responsible units are added by :mod:`mubiao.observe`. It knows no
Chinese either: every word stands in :mod:`mubiao.lexicon`, every rule has a name (lexicon/rules.toml).

Order of work, one module each::

    numbers     spans and values                     edge_words, verbs, phrases   verbs and promises off, the noun left
    refuse      numbers that are no quantity         objects     the noun behind a number
    clauses     which words belong to which number   coordinate  what lists left out put back
    attributes  numbers that only describe a class   things      what the number measures
    comparison  what it is measured against          measure     which kind of figure, how bounded
    structure   shares told as 16:48:36          roles       part, second tier, mark passed
    relative    targets without a number             sentence, parse   the drivers;  explain prints a derivation
"""
