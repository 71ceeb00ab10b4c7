"""Whether the database server has room for every connection that all processes together may open."""

from dataclasses import dataclass

BESIDE = 3  # beat, a migration, and an operator who looks
# How many the server lets in, and how many of those it keeps for others (PostgreSQL 15 and older know one kind).
ROOM = """
    SELECT current_setting('max_connections')::int,
        current_setting('superuser_reserved_connections')::int
            + coalesce(current_setting('reserved_connections', true)::int, 0)
"""


@dataclass(frozen=True)
class Connections:
    """What the settings allow: so many web processes with a pool each, and so many processes of the workers."""

    webs: int
    pool: int
    workers: int
    least_pool: int  # what a web process's threads need

    @property
    def needed(self) -> int:
        return self.webs * self.pool + self.workers + BESIDE

    def shortage(self, most: int, reserved: int) -> tuple[str, str] | None:
        """What is said where a server with so many has too few, and which number to change; None where they suffice."""
        room = most - reserved
        if self.needed <= room:
            return None
        others = self.workers + BESIDE
        fitting = (room - others) // self.webs
        lower = f", or DATABASE_POOL_SIZE to {fitting}" if fitting >= self.least_pool else ""
        message = f"{self.webs} web processes with {self.pool} database connections each and {others} others need {self.needed}"
        return (
            f"{message}; the server has {room}.",
            f"Raise max_connections on the database server to {self.needed + reserved}{lower}.",
        )
