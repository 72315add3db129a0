"""Whole sheets into rows: where the tables are, what their columns mean, what their cells say.

Pure: sheets and kinds in, a TableReading out. It knows no register by name; kinds say what a heading
means.
"""
