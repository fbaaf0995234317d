"""Text -> readings: which quantities a passage states, of what, and which numbers are none.

The grammar knows rules, not documents: places, years and responsible units are added by :mod:`mubiao.observe`. It knows no
Chinese either: every word stands in :mod:`mubiao.lexicon`, every rule has a name and stands in an ordered list (:mod:`mubiao.rule`).

Order of work, one module each::

    numbers      spans and values                       phrases      verbs and promises off, the noun left (phrase,
    refuse       numbers that are no quantity                        left_edge, right_edge, verbs)
    clauses      which words belong to which number     things       what the number measures: the ordered list of rules
    attributes   numbers that only describe a class                  (several, number_first, elided, noun_first over a case)
    groups       numbers that belong together           coordinate   what lists left out put back
    comparison   what a number is measured against,     relational   nouns that need whose they are, known by form
                 or a change began with                 well_formed  what no indicator looks like
    relative     targets without a number               measure      which kind of figure;  bound  how bounded
    words        the word lists at the edges, one record a use
    structure    shares told as 16:48:36                roles        part, second tier, mark passed
    sentence, parse   the drivers;  explain prints a derivation
"""
