"""Text -> readings: which quantities a passage states, of what, and which numbers are none.

The grammar knows rules, not documents: places, years and responsible units are added by :mod:`mubiao.observe`. It knows no
Chinese either: every word stands in :mod:`mubiao.lexicon`, every rule has a name (lexicon/rules.toml).

Order of work, one module each::

    numbers      spans and values                       phrases      verbs and promises off, the noun left (phrase,
    refuse       numbers that are no quantity                        left_edge, right_edge, edge_words, verbs)
    clauses      which words belong to which number     things       what the number measures: the noun behind it (objects),
    attributes   numbers that only describe a class                  in front of it (noun_first), or left out (elided, state)
    groups       numbers that belong together           coordinate   what lists left out put back
    comparison   what a number is measured against      measure      which kind of figure, how bounded
    relative     targets without a number               roles        part, second tier, mark passed
    structure    shares told as 16:48:36                sentence, parse   the drivers;  explain prints a derivation
"""
