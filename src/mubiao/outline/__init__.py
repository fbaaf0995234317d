"""Document -> tasks: what stands under which heading, who answers for it, what looks back and what looks ahead.

The way of a document::

    outline          the driver: a report gives a task for each paragraph, a list of duties one for each item
    placed, lines    its lines, tables in their places;  grids, stacked, turned: a table as a grid, each with one head
    target_tables    tables of figures: what each row states
      heads, columns, units, bearers, place_heads   what a column is: a value, a unit, a place
      captions, column_years, continued             of which year; in a table that goes on
      row_names, cell_statements, table_refusals    what a row is named, what a cell states, and which numbers are none
    duty_tables      tables of duties;  duty_heads, duty_labels: what a column holds;  rows: a row of either kind becomes tasks
    flattened, flat_duties   tables that a page made lines of;  flat_columns, flat_cells, duty_cells: what a line is
    breakdown, duties        lists of duties: lines and brackets that say who answers;  unit_names: the units in them
    periods, openings        for which time a paragraph speaks
    review_or_plan           which part of a report looks back
    damage, torn, coverage   other articles and passages printed twice; lines that are missing; how much of a document is there
"""
