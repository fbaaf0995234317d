"""Charts of the views: each function takes a frame and gives an Altair chart; :func:`save` writes it to a file.

Each declares the view and the columns that it reads (``CHARTS``), takes ``language="en"`` for English, and gives
an empty chart with one sentence where there is nothing to draw. Rates and amounts never stand on one axis, nor do amounts of
different units: they are drawn as percentages of a plan, with the values as text beside them.
"""

from mubiao.charts.cascade import cascade
from mubiao.charts.changes import target_changes
from mubiao.charts.comparison import plan_result_next
from mubiao.charts.coverage import coverage
from mubiao.charts.declare import CHARTS, Declared
from mubiao.charts.distribution import distribution
from mubiao.charts.duties import responsibilities
from mubiao.charts.heat import heat
from mubiao.charts.pictures import save
from mubiao.charts.rank import rank
from mubiao.charts.trends import series
from mubiao.charts.verdicts import verdicts
from mubiao.charts.words import commitment_words

attainment = verdicts  # the name that it had before

__all__ = [
    "CHARTS",
    "Declared",
    "attainment",
    "cascade",
    "commitment_words",
    "coverage",
    "distribution",
    "heat",
    "plan_result_next",
    "rank",
    "responsibilities",
    "save",
    "series",
    "target_changes",
    "verdicts",
]
