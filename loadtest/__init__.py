"""A crowd on Companion, measured: ``python -m loadtest`` (docs/load.md)."""
