"""Rows as instances and back without the ORM's compiler, for the statements that every reply makes: it took most of their CPU."""

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.backends.utils import CursorWrapper
from django.db.models import Field, Model

from companion.database.base import DatabaseWrapper

M = TypeVar("M", bound=Model)
Values = Sequence[Any] | Mapping[str, Any]
# Of these psycopg takes the values as an instance has them.
_AS_THEY_STAND = (
    models.BooleanField,
    models.CharField,
    models.DateTimeField,
    models.FloatField,
    models.ForeignKey,
    models.IntegerField,
    models.TextField,
    models.UUIDField,
)


class Columns(Generic[M]):
    """A model's columns but those that the database makes, in the order of its fields.

    As SQL, as an instance's values, and as an instance made of values. ``without``: those that nobody asks for there.
    """

    def __init__(self, model: type[M], alias: str, *, without: Collection[str] = ()) -> None:
        self._model = model
        fields = [field for field in model._meta.concrete_fields if not field.generated]
        self._fields = [field for field in fields if field.name not in without]
        self._names = [field.attname for field in self._fields]
        self._converted = [
            (index, field) for index, field in enumerate(self._fields) if hasattr(field, "from_db_value")
        ]
        self._prepared = [
            (index, field) for index, field in enumerate(self._fields) if not isinstance(field, _AS_THEY_STAND)
        ]
        self.count = len(self._fields)
        self.selected = ", ".join(f'{alias}."{field.column}"' for field in self._fields)
        self.inserted = ", ".join(f'"{field.column}"' for field in self._fields)
        self.marks = ", ".join(["%s"] * self.count)
        # Where the server can't see the column that a value is for. A type's length would cut silently.
        self.typed_marks = ", ".join(f"%s::{_type(field).partition('(')[0]}" for field in self._fields)

    def instance(self, values: Sequence[Any]) -> M:
        values = list(values)
        for index, field in self._converted:
            values[index] = field.from_db_value(values[index], None, connection)
        return self._model.from_db(DEFAULT_DB_ALIAS, self._names, values)

    def values(self, instance: M) -> list[Any]:
        """To be inserted; the instance counts as stored from here on."""
        instance._state.adding, instance._state.db = False, DEFAULT_DB_ALIAS
        values = [getattr(instance, name) for name in self._names]
        for index, field in self._prepared:
            values[index] = field.get_db_prep_save(values[index], connection)
        return values


def _type(field: "Field[Any, Any]") -> str:
    related = field.target_field if isinstance(field, models.ForeignKey) else field
    return str(related.db_type(connection))


def rows(statement: str, values: Values) -> list[tuple[Any, ...]]:
    """What a statement of every reply returns; the server keeps it prepared."""
    with _made(statement, values) as cursor:
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def execute(statement: str, values: Values) -> None:
    """As `rows`, of one that returns nothing."""
    _made(statement, values).close()


def _made(statement: str, values: Values) -> CursorWrapper:
    marked, names = numbered(statement)
    cursor = cast(DatabaseWrapper, connection).prepared_cursor()
    cursor.execute(marked, [values[name] for name in names] if isinstance(values, Mapping) else values)
    return cursor


@functools.cache
def numbered(statement: str) -> tuple[str, list[str]]:
    """With PostgreSQL's own marks ($1), and the names of the values in their order; psycopg would look for its own each time."""
    numbers: dict[str, int] = {}

    def number(mark: re.Match[str]) -> str:
        name = mark["name"] or str(len(numbers))
        return f"${numbers.setdefault(name, len(numbers) + 1)}"

    return re.sub(r"%s|%\((?P<name>\w+)\)s", number, statement), list(numbers)
