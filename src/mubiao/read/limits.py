"""How much of a file is read, so that no file takes longer than seconds or more than a gigabyte: all limits stand here."""

from __future__ import annotations

MAX_BYTES = 200_000_000  # of a file; the longest gazette with pictures is a tenth
MAX_UNPACKED = 300_000_000  # what a ZIP file says that it unpacks to
MAX_XML = 60_000_000  # of one part of a Word file or sheet; the longest report has 2 MB
MAX_JOINED = 2_000_000  # characters of a text whose broken lines are joined: two seconds
MAX_BRACKET = 600  # characters of the bracket with units at the end of a paragraph
MAX_OPEN = 2000  # elements that a web page leaves open, before it is parsed at all: the parser takes the square of them
CONVERT_SECONDS = 60  # that LibreOffice may take for a file
MAX_ENTRIES = 2000  # files in an archive
MAX_HTML = 20_000_000  # of a web page; the longest report with its markup has 1 MB
MAX_ELEMENTS = 250_000  # of a web page; the longest report has 20,000
MAX_DEPTH = 300  # of elements inside one another
MAX_SHEET_CELLS = 3_000_000  # of a sheet; a panel of all county reports has a tenth
MAX_SHEET_MEMORY = 2 * 1024**3  # that the process may take in which a workbook is read: 2.9 million numbers fitted in 300 MB
MAX_PAGES = 1500  # of a PDF file; pdfium reads about 500 a second
MAX_LYING = 500  # of these, how many may lie on their sides: each is copied to be read
MAX_RULED_PAGES = 60  # of these, how many are searched for tables: pdfplumber needs a third of a second each
MAX_COLUMNS = 256  # of a table
MAX_CELLS = 400_000  # places of the grids of its tables
MAX_PIXELS = 50_000_000  # of a picture; a page of A4 at 600 dots an inch has 35 million
MAX_SIDE = 2000  # dots on the longer side that recognition looks at; signs of 9 points on A4 are 20 dots high
MAX_SCANNED = 20  # pages whose text is recognised, of one file: four seconds of a processor each, and a document has two minutes
