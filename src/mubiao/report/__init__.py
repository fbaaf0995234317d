"""The report of one place and year: one HTML file that needs no network."""

from mubiao.report.write import write_report

__all__ = ["write_report"]
