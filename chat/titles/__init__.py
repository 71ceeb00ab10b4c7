"""Titles of conversations: the first words at once, and a better one from a model where one may be asked."""
