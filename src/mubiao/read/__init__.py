"""Bytes -> Document: decode, fold with a map back, and say whose document of which year it is.

The way of a file::

    document         the driver: a file becomes documents;  archive: each file of a ZIP;  limits: how much is read
    kinds, readers   what kind of file it is, and the table of who reads it; each makes a page (page), tables and notes with it
      text, decode, markdown, flat       text files
      html, mht, article, portal         web pages: the article, and what the portal tells of it
      docx, wordtext, package            Word;  converted, antiword: what other programs make Word files, or text, of
      pdf, page_text, glyphs, boxed, strokes, upright, ruled, paged   PDF: signs, lines, drawn tables, over several pages
      picture, recognise, setout         pictures and scanned pages
      sheets, aside, apart, cell_looks, sheet_facts, values, panel    sheets and lists of values; rows that are documents
    several          a page that holds several documents
    joiner, printed, page_ends, gaps     lines that a page broke put together
    flat_lines, flat_doubts, entered_units   tables with a cell a line: which lines are kept apart, and what is doubtful
    fold             one width, simplified characters, and the way back
    identify, titles, years, headed_years    of which kind and year;  speaker, named_places, places: whose;  doubts: what is odd
    own              tables that people write beside the documents
      sources                            of the documents
      figures, figure_faults             of published figures
"""
