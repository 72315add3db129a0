"""What the machine remembers: the archive of bytes, the ledger of facts, the casebook of events."""
