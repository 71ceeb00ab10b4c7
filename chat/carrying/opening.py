"""A file as it was sent: plain or in an archive, in which encoding and which format, and its conversations one by one."""

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import IO, Any

from django.conf import settings

from chat.carrying.errors import ImportRefusedError
from chat.carrying.formats import chatgpt, own, sillytavern
from chat.carrying.scanning import MOST_CHARS, load, objects
from chat.carrying.talks import Talk

AT_ONCE = 64 * 1024
MOST_ENTRIES = 10_000
MOST_OF_A_HEADER = 4 * 2**20
MOST_OF_A_LIST = 4 * 2**20

_OWN = re.compile(r'\{\s*"format"\s*:\s*"companion"')
_OWN_LIST = re.compile(r'"conversations"\s*:\s*\[')
# As zipfile tells of them; NotImplementedError of a compression that it doesn't know, RuntimeError of a password.
_ARCHIVE_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
# An archive of another kind, a picture, a document: no encoding helps there.
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation of the file, of one of the formats; ``percent`` of the file was read with it. ``talk`` reads it."""

    kind: str
    percent: int
    talk: Callable[[datetime], Talk]


class _Meter:
    """Counts what is read, of all that there is. Raises ImportRefusedError where it is more than may be unpacked."""

    def __init__(self, total: int) -> None:
        self._total, self._read = max(total, 1), 0

    def add(self, size: int) -> None:
        self._read += size
        if self._read > settings.IMPORT_MAX_UNPACKED_MB * 2**20:
            raise ImportRefusedError("unpacked")

    @property
    def percent(self) -> int:
        return min(self._read * 100 // self._total, 99)


def conversations_in(file: IO[bytes], *, size: int) -> Iterator[Found]:
    """Each is read when it is asked for. Raises ImportRefusedError."""
    start = file.read(4)
    file.seek(0)
    if start == b"PK\x05\x06":
        raise ImportRefusedError("nothing_inside")
    if start == b"PK\x03\x04":
        yield from _in_archive(file)
    else:
        yield from _in_text(file, _Meter(size))


def _in_archive(file: IO[bytes]) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(_Careful(file)) as archive:
            entries = _wanted(archive.infolist())
            meter = _Meter(sum(entry.file_size for entry in entries))
            if sum(entry.file_size for entry in entries) > settings.IMPORT_MAX_UNPACKED_MB * 2**20:
                raise ImportRefusedError("unpacked")
            for entry in entries:
                if entry.flag_bits & 1:  # locked
                    raise ImportRefusedError("zip")
                with archive.open(entry) as unpacked:
                    yield from _in_text(unpacked, meter)
    except ImportRefusedError:
        raise
    except _ARCHIVE_DAMAGES as error:
        raise ImportRefusedError("zip") from error


class _Careful:
    """A file whose list of entries isn't read where it is enormous: Python makes an object of each before one can count."""

    def __init__(self, file: IO[bytes]) -> None:
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if size > MOST_OF_A_LIST:
            raise ImportRefusedError("unpacked")
        return self._file.read(size)


def _wanted(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """ChatGPT puts other files beside its conversations, which may be in several."""
    if len(entries) > MOST_ENTRIES:
        raise ImportRefusedError("unpacked")
    files = [one for one in entries if not one.is_dir() and not one.filename.startswith("__MACOSX/")]
    named = [(PurePosixPath(one.filename).name.lower(), one) for one in files]
    lists = [one for name, one in named if name.startswith("conversations") and name.endswith(".json")]
    chats = [one for name, one in named if name.endswith(".jsonl")]
    others = [one for name, one in named if name.endswith(".json")]
    wanted = lists or chats or others
    if not wanted:
        raise ImportRefusedError("nothing_inside")
    return sorted(wanted, key=lambda one: one.filename)


def _in_text(file: IO[bytes], meter: _Meter) -> Iterator[Found]:
    pieces = _decoded(file, meter)
    held = ""
    while not held.strip():
        piece = next(pieces, None)
        if piece is None:
            raise ImportRefusedError("empty")
        held = piece
    held = held.lstrip()
    if held.startswith("["):
        yield from _chatgpt(_from(held[1:], pieces), meter)
    elif _OWN.match(held):
        yield from _own(held, pieces, meter)
    elif held.startswith("{"):
        yield from _sillytavern(_from(held, pieces), meter)
    else:
        raise ImportRefusedError("unknown")


def _from(held: str, pieces: Iterator[str]) -> Iterator[str]:
    yield held
    yield from pieces


def _chatgpt(pieces: Iterator[str], meter: _Meter) -> Iterator[Found]:
    for one in objects(pieces, closing=""):
        if not chatgpt.is_one(one):
            raise ImportRefusedError("unknown")
        yield Found("chatgpt", meter.percent, lambda now, one=one: chatgpt.read(one, now=now))  # type: ignore[misc]


def _own(held: str, pieces: Iterator[str], meter: _Meter) -> Iterator[Found]:
    start = _OWN_LIST.search(held)
    if start is None:
        raise ImportRefusedError("broken")
    own.check_version(load(held[: start.end()] + "]}"))
    for one in objects(_from(held[start.end() :], pieces), closing="}"):
        yield Found("companion", meter.percent, lambda now, one=one: own.read(one, now=now))  # type: ignore[misc]


def _sillytavern(pieces: Iterator[str], meter: _Meter) -> Iterator[Found]:
    lines: list[dict[str, Any]] = []
    for line in _lines(pieces):
        found = load(line) if lines else _first(line)
        if not isinstance(found, dict):
            raise ImportRefusedError("shape")
        lines.append(found)
    yield Found("sillytavern", meter.percent, lambda now: sillytavern.read(lines, now=now))


def _first(line: str) -> dict[str, Any]:
    """What isn't JSON, or not a chat, is no damaged file but another one."""
    try:
        found = load(line)
    except ImportRefusedError as error:
        raise ImportRefusedError("unknown") from error
    if not isinstance(found, dict) or not sillytavern.is_one(found):
        raise ImportRefusedError("unknown")
    return found


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    size, held = 0, list[str]()
    is_header = True
    for piece in pieces:
        size += len(piece)
        if size > MOST_CHARS:
            raise ImportRefusedError("conversation_size")
        *lines, rest = piece.split("\n")
        if lines:
            lines[0], held = "".join([*held, lines[0]]), []
            is_header = False
        held.append(rest)
        yield from filter(str.strip, lines)
        if is_header and size > MOST_OF_A_HEADER:
            raise ImportRefusedError("unknown")
    if last := "".join(held).strip():
        yield last


def _decoded(file: IO[bytes], meter: _Meter) -> Iterator[str]:
    start = file.read(4)
    encoding = next((name for bom, name in _BOMS if start.startswith(bom)), "utf-8")
    if start.startswith(codecs.BOM_UTF32_LE) or (encoding == "utf-8" and b"\x00" in start):
        raise ImportRefusedError("encoding")
    decoder = codecs.getincrementaldecoder(encoding)()
    piece = start + file.read(AT_ONCE)
    try:
        while piece:
            meter.add(len(piece))
            if text := decoder.decode(piece):
                yield text
            piece = file.read(AT_ONCE)
        if text := decoder.decode(b"", final=True):
            yield text
    except UnicodeDecodeError as error:
        raise ImportRefusedError("encoding") from error


class PartsFile(io.RawIOBase):
    """What lies in pieces, as one file; one is held at a time. ``part_of`` gives one, all but the last ``each`` bytes long."""

    def __init__(self, part_of: Callable[[int], bytes], *, size: int, each: int) -> None:
        self._part_of, self._size, self._each = part_of, size, each
        self._at = 0
        self._held: tuple[int, bytes] | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError("before the beginning")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, self._each)
        if self._held is None or self._held[0] != number:
            self._held = (number, self._part_of(number))
        piece = self._held[1][start : start + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
