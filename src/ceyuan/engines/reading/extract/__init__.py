"""From repaired text to claims: whose, which indicator, how much, when, on what footing."""
