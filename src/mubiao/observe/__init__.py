"""Readings of a task -> observations: of which year and place, target or result, of which canonical indicator.

A reading of the grammar on its way to a row::

    observe          the driver: task after task, reading after reading
    refuse           is it a row at all, beside the task and what it said before?
    by_place         totals broken down by place: what a place has is of the thing of the total
    fulfilment, aims    what became of a goal in front; the target that a result is held against
    goes_on, firms   whose rate or money it is that says no more; of which firms a class of them is a part
    row              a reading becomes an observation, and asks in turn
      whose, place_of_clause, place_named     whose figure is it? what its clause says of it, which place words open with;  part: of which part of it?
      own_budget                 is it of the place or of its government by itself?
      indicators, wordings, fits which canonical indicator is it?  keys: what two documents share of a phrase without one
      yardstick                  what is it measured against?
      time                       of which year, target or result?  when, told, said, openings, named_years, called_aims, part_of_year: what may tell
      stance                     is it promised, or told as a fact?  unmet, of_nothing, conditions, voices: why not;  beside: what they look at
      kind, activity             what its place adds to its kind; what verbs tell of what is counted
      confidence                 how sure is it?
    table_rows       rows of tables, each statement read as the sentence that it stands for
    guards           the document as a whole: was it misread?
    published        published figures, beside the rows of documents;  document_rows: the rows of documents and tasks

    clauses, written, ids   where a clause begins; the text as published; keys of rows: what several of them ask
"""
