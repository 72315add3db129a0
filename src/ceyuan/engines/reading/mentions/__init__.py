"""What a text tells beside figures: events, relations, commitments, mechanisms."""
