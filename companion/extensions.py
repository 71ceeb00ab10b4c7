"""What a database server has to have beside PostgreSQL itself: looked at before anything starts, and by ``check --database``."""

# By name: where it comes from.
NEEDED = {
    "vector": "Install pgvector there (on Debian: apt install postgresql-18-pgvector)",
    "unaccent": "It is one of PostgreSQL's own: install its contrib package there, or allow it",
}
MISSING = (
    "SELECT name FROM unnest(%s::text[]) name WHERE name NOT IN (SELECT name FROM pg_available_extensions) LIMIT 1"
)
