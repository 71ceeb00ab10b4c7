"""Reads that may be a little old, from a streaming replica of the database.

Nothing is read there unasked: a service says ``lagging`` where it shows a list, sums up or exports. What decides something, and
every step of a turn, reads the primary. This package is also the backend of those connections (``base``).
"""
