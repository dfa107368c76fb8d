"""The page that shows who stands where, who sides with whom, and how it moved.

`report_page` makes it; `figures.write_figures` writes its plots for a paper.
"""

from ahcextract.report.analysis import Analysis, analyse
from ahcextract.report.page import report_page

__all__ = ["Analysis", "analyse", "report_page"]
