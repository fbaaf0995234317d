"""Charts of the views: each function takes a frame and gives an Altair chart; :func:`save` writes it to a file.

Rates and amounts never stand on one axis, nor do amounts of different units: they are drawn as percentages of a plan, with
the values as text beside them.
"""

from mubiao.charts.bars import attainment, commitment_words, responsibilities
from mubiao.charts.cascade import cascade
from mubiao.charts.changes import target_changes
from mubiao.charts.comparison import plan_result_next
from mubiao.charts.pictures import save
from mubiao.charts.trends import series

__all__ = ["attainment", "cascade", "commitment_words", "plan_result_next", "responsibilities", "save", "series", "target_changes"]
