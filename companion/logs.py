"""What is written to the logs, and what never is."""

import logging
from collections.abc import Iterator

import psycopg
from django.db import Error as DatabaseError


class CarefulFormatter(logging.Formatter):
    """A database says of a failed statement which values it had; people's words are among them, so only its kind is written."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for error in _chain(record.exc_info[1] if record.exc_info else None):
            if isinstance(error, (DatabaseError, psycopg.Error)):
                for said in filter(None, (str(error), repr(error))):
                    text = text.replace(said, _kind(error))
        return text


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _kind(error: BaseException) -> str:
    cause = error.__cause__ if isinstance(error.__cause__, psycopg.Error) else error
    diagnosis = getattr(cause, "diag", None)
    named = [getattr(diagnosis, name, None) for name in ("sqlstate", "table_name", "column_name", "constraint_name")]
    return f"({', '.join([type(cause).__name__, *filter(None, named)])})"
