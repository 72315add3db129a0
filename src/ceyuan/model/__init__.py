"""The nouns everything else is said in. No input, no output, no clock."""
