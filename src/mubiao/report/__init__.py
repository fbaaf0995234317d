"""Pages of the tables: of one place and year, and of many places; each one HTML file that needs no network."""

from mubiao.report.write import write_national, write_report

__all__ = ["write_national", "write_report"]
