"""Files that only their owner may read, and fingerprints that say whether something changed."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from companion.embedded.process import Account


def write_private(path: Path, text: str, *, account: Account | None = None) -> Path:
    """Write a 0600 file, whole or not at all."""
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
        if account is not None:
            os.fchown(file.fileno(), account.uid, account.gid)
    return new.replace(path)


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """Changes when a file is added, removed, renamed or written, or one of the words differs."""
    seen = hashlib.sha256()
    for word in words:
        seen.update(f"{word}\n".encode())
    for file in sorted(files):
        status = file.stat()
        seen.update(f"{file} {status.st_size} {status.st_mtime_ns}\n".encode())
    return seen.hexdigest()
