"""The same rules as SQL: one query for a programme on a day, for every engine that speaks it."""
