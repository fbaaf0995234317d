"""Text -> readings: which quantities a passage states, of what, and which numbers are none.

The grammar knows rules, not documents: places, years and responsible units are added by :mod:`mubiao.observe`. It knows no
Chinese either: every word stands in :mod:`mubiao.lexicon`, every rule has a name and stands in an ordered list (:mod:`mubiao.rule`).

Order of work, one room each; none imports a later one (tests/test_layers.py)::

    words        the word lists at the edges of spans, compiled once, a typed record for each use
    numbers      scan: spans and values;  refuse: numbers that are no quantity
    phrase       phrases: verbs and promises off, the noun left (left_edge, right_edge, verbs)
    clause       clauses: which words belong to which number;  attributes: numbers that only describe a class;
                 groups: numbers that belong together;  commas: those that part no clauses;  change: where a change began;
                 comparison: what a number is measured against
    thing        things: what a number measures, the ordered list of rules over a case (several, number_first, verb_alone, elided,
                 noun_first, alike, inside);  coordinate, head: what lists and items left out put back;  topic: what clauses without a number
                 say;  opening: what a sentence begins with;  listed_verb: the verb of a list;  well_formed: what no indicator looks like
    figure       figure, measure, stock, bound: which kind of figure, how bounded;  roles, wholes, no_quantity: part, second tier, mark passed;
                 relative: targets without a number;  structure: shares told as 16:48:36;  made: the reading of it all
    sentence, parse   the drivers, which name no rule;  explain prints a derivation
"""
