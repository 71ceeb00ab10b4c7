"""Django's PostgreSQL backend, for a process whose every reply makes the same few statements."""
