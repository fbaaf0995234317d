"""What a number measures: the noun in front, behind, or left out.

::

    things           the ordered list of rules, the first of which that finds something well_formed names the thing
    case, found      what a rule is asked, and what it answers;  pieces: spans that make up a name
    state            what the sentence has said so far;  opening, sibling: at its beginning;  topic: without a number;  listed_verb: once for a list

    rules for a noun behind the number   number_first, some_of, won, bracket
    for a noun in front                  noun_first, carried, earned, host, of_scope, of_class, of_industry, people, in_house, in_town, inside,
                                         of_before, acted, labelled, branches, same_measure, alike, contribution, reaching, money, for_use, revenue,
                                         told_first
    for no noun                          elided, verb_alone
    for several numbers                  several, in_front, each_of, answered

    what rules ask   objects: the noun behind a number;  coordinate: the members of a list;  left_out, shared_ends, head: what they leave out,
                     and take over;  relational: nouns that need whose;  counted_list, told_of_all: what a list of counted things says once
    what drivers ask handed: members that are handed out one by one;  newly: growth of what came new
"""
