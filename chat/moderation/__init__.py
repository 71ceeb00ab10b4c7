"""Decisions, flags, the queue, reveals: what people look at, and what they decided. See ``docs/moderation.md``."""
