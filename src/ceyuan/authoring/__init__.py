"""The words that the folders of a district are written in."""
