"""The words: data files with an example for each entry, and what reads, checks and compiles them.

::

    written, layers  TOML as somebody wrote it; our files, and those that a user lays over them
    loader           word lists, units and numerals, checked;  bounds: words that bound a number
    vocabulary       the canonical indicators, in every form that a phrase takes
    expressions      regular expressions with the words filled in;  opened, signs: what makes them fast
    affix            the longest word at the edge of a span
"""
