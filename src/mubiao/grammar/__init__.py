"""Text -> readings: which quantities a passage states, of what, and which numbers are none.

The grammar knows rules, not documents: places, years and responsible units are added by :mod:`mubiao.observe`.
Order of work: ``numbers`` (spans and values) -> ``refuse`` (numbers that are no quantity) -> ``clauses`` (what belongs to
which number) -> ``phrases`` (verbs off, indicator left) -> ``coordinate`` (what lists left out) -> ``measure`` ->
``relative`` (targets without a number) -> ``read`` (the driver).
"""
