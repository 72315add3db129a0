"""What somebody looks for, made fit to be asked of a database."""

#: A longer text is cut before anything is done with it.
LONGEST = 200


def sought(text: str) -> str:
    """`text` without what no database takes; from an address anything may come."""
    return text[:LONGEST].replace("\0", "").encode("utf-8", "ignore").decode().strip()
