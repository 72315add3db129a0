"""The words a report (a printed paper) is written in.

A report is a folder with `card.toml`, `report.py`, and `examples.toml`. Its function:

    @fills   def …(ask, period) -> dict      what the paper's template is given

The machine checks such a folder; printing is not built yet.
"""

from ceyuan.authoring.marks import marked

fills = marked("fills")
