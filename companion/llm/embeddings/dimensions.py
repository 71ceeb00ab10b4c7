"""What fits into the columns."""

DIMENSIONS = 384
