"""Charts of the views: each function takes a frame and gives an Altair chart; :func:`save` writes it to a file."""

from mubiao.charts.comparison import plan_result_next
from mubiao.charts.pictures import save

__all__ = ["plan_result_next", "save"]
