"""Fills in what the environment does not name: a local secret and the addresses of the embedded services."""


def fill_environment() -> None:
    """Set SECRET_KEY, DATABASE_URL and REDIS_URL for this process where the environment (or ``.env``) leaves them out."""
