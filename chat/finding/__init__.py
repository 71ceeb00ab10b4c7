"""Finding again what was said: full text search over a person's own conversations."""
