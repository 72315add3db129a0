"""Who qualifies, for how much, how far away, and why: rules on whole columns, data in, answers out."""
