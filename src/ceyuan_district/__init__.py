"""What the district does: one folder per item. Items never import one another."""
