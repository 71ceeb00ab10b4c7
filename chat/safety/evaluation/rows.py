"""Labelled texts in files of JSON lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chat.safety.verdict import Context, Label

# What a row may say beside its label; each is counted for itself.
FLAGS = ("minor_cue", "says_minor", "told_age")
LEFT_OUT = "-"


class UnreadableError(ValueError):
    """A file or a line of it is not what it should be; the message says where, and no word of a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """``place``: file and line. ``label`` is None where a row is about flags alone."""

    place: str
    text: str
    label: Label | None
    context: Context
    group: str
    flags: dict[str, Any]


def read(files: Iterable[Path], renamed: dict[str, str]) -> Iterator[Row]:
    """The rows of the files, their labels renamed; those whose label becomes "-" are left out."""
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise UnreadableError(f"{file} cannot be read: {error.strerror}.") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                written = json.loads(line)
            except ValueError as error:
                raise UnreadableError(f"{file}, line {number}, is no JSON.") from error
            if not isinstance(written, dict) or not isinstance(written.get("text"), str):
                raise UnreadableError(f"{file}, line {number}, has no text.")
            label = renamed.get(written.get("label", ""), written.get("label"))
            if label == LEFT_OUT:
                continue
            if label is not None and label not in set(Label):
                raise UnreadableError(f"{file}, line {number}: the label is none of {', '.join(Label)}; see --map.")
            yield Row(
                place=f"{file.name}:{number}",
                text=written["text"],
                label=None if label is None else Label(label),
                context=Context(**written.get("context", {})),
                group=written.get("set", ""),
                flags={flag: written[flag] for flag in FLAGS if flag in written},
            )
