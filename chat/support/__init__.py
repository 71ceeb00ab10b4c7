"""Where help is, and the fixed words for it: all of it works with no model, and the card with no database either."""
