"""What one cell says, by the type of its field. Never a guess: what cannot be read stays empty and is told."""
