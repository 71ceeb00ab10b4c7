"""Bringing conversations in, in three steps that each may be done twice: the file is kept, read and judged piece by piece, and
then all that is in it lands at once. What fails leaves nothing."""

import io
import json
import logging
import time
from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from chat.carrying.companions import label_of
from chat.carrying.errors import ImportRefusedError
from chat.carrying.formats.own import conversation_json
from chat.carrying.judging import judge
from chat.carrying.landing import land
from chat.carrying.opening import Found, PartsFile, conversations_in
from chat.carrying.rows import Import, ImportPart
from chat.personas.sheets import Sheet
from chat.safety import Label
from sessions_ext import age

logger = logging.getLogger(__name__)

PART_BYTES = 2**20
SLICE_SECONDS = 30  # then others have their turn
MOST_ATTEMPTS = 3
ASKED_FOR = timedelta(days=1)  # a file that was brought before waits so long for an answer
KEPT_FOR = timedelta(days=90)  # what is said about an import


@transaction.atomic
def keep_file(*, user_id: int, pieces: Iterable[bytes]) -> Import:
    """Keep a file to be read; where it was brought in before, its person is asked first.

    Raises ImportRefusedError for one that is too large or empty, and while another one is being read.
    """
    Import.objects.filter(user_id=user_id, state=Import.State.ASKED).delete()  # another file is the answer
    try:
        with transaction.atomic():
            kept = Import.objects.create(user_id=user_id, size=0)
    except IntegrityError as error:
        raise ImportRefusedError("busy") from error
    kept.size, kept.digest = _keep_pieces(kept, pieces)
    before = Import.objects.filter(user_id=user_id, digest=kept.digest, state=Import.State.DONE)
    if before.exists():
        kept.state, kept.is_copy = Import.State.ASKED, True
    kept.save(update_fields=["size", "digest", "state", "is_copy"])
    return kept


def _keep_pieces(kept: Import, pieces: Iterable[bytes]) -> tuple[int, str]:
    size, number, held, digest = 0, 0, b"", sha256()
    for piece in pieces:
        size += len(piece)
        if size > settings.IMPORT_MAX_MB * 2**20:
            raise ImportRefusedError("too_large")
        digest.update(piece)
        held += piece
        while len(held) >= PART_BYTES:
            ImportPart.objects.create(file=kept, is_read=False, number=number, data=held[:PART_BYTES])
            number, held = number + 1, held[PART_BYTES:]
    if held:
        ImportPart.objects.create(file=kept, is_read=False, number=number, data=held)
    if size == 0:
        raise ImportRefusedError("empty")
    return size, digest.hexdigest()


@transaction.atomic
def answer_asked(*, user_id: int, import_id: UUID, again: bool) -> bool:
    """Whether a file that was brought before is read once more; else it is gone. Safe to call twice.

    Raises Import.DoesNotExist for a stranger's as for a missing one.
    """
    asked = Import.objects.for_user(user_id).select_for_update(of=("self",)).get(pk=import_id)
    if asked.state != Import.State.ASKED:
        return True
    if not again:
        asked.delete()
        return False
    asked.state = Import.State.READING
    asked.save(update_fields=["state"])
    return True


def read_on(*, import_id: UUID) -> bool:
    """Read a file for a while; True where more is to be done. Safe to run twice, but not at once."""
    begun = Import.objects.to_read().filter(pk=import_id).first()
    if begun is None:
        return False
    if begun.attempts >= MOST_ATTEMPTS:  # it ended so often in the same place, or took the worker with it
        _fail(begun, ImportRefusedError("failed"))
        return False
    Import.objects.filter(pk=begun.pk).update(attempts=F("attempts") + 1)
    try:
        if not _read(begun):
            return True
        land(import_id=begun.pk)
    except Import.DoesNotExist:
        logger.info("an import is gone; nothing of it is kept")  # with its account
    except ImportRefusedError as error:
        _fail(begun, error)
    return False


def _read(begun: Import) -> bool:
    """Prepare the conversations of the file one after the other; False where there are more than fit into this run."""
    ends_at = time.monotonic() + SLICE_SECONDS
    number, labels = 0, dict[Sheet, Label | None]()
    for number, found in enumerate(conversations_in(_file_of(begun), size=begun.size), start=1):
        if number > settings.IMPORT_MAX_CONVERSATIONS:
            raise ImportRefusedError("conversations")
        if number <= begun.read:
            continue
        try:
            _prepare(begun, number, found, labels)
        except ImportRefusedError as error:
            raise error.at(number) from error
        if time.monotonic() > ends_at:
            return False
    if number == 0:
        raise ImportRefusedError("nothing_inside")
    return True


def _file_of(begun: Import) -> io.BufferedReader:
    parts = ImportPart.objects.filter(file=begun, is_read=False)

    def part(number: int) -> bytes:
        found = parts.filter(number=number).values_list("data", flat=True).first()
        if found is None:
            raise Import.DoesNotExist
        return bytes(found)

    return io.BufferedReader(PartsFile(part, size=begun.size, each=PART_BYTES))


def _prepare(begun: Import, number: int, found: Found, labels: dict[Sheet, Label | None]) -> None:
    """Read and judge one conversation and keep what came of it, or nothing. ``labels``: of companions judged before."""
    now = timezone.now()
    talk = found.talk(begun.created_at)
    is_closed = age.is_closed(user_id=begun.user_id)
    judged = judge(talk, is_account_closed=is_closed, now=now)
    if talk.companion is not None and talk.companion not in labels:
        labels[talk.companion] = label_of(talk.companion, is_account_closed=is_closed)
    minor = None if judged.minor is None else {"message": judged.minor.ref, "age": judged.minor.age}
    told = conversation_json(talk) | {
        "is_titled": talk.is_titled,
        "has_minor_cue": judged.has_minor_cue,
        "minor": minor,
        "explicit": judged.explicit,
        "companion_label": labels.get(talk.companion) if talk.companion else None,
    }
    # Messages may be named by anything, also by half a letter.
    data = json.dumps(told, ensure_ascii=False).encode(errors="surrogatepass")
    with transaction.atomic():
        came_on = Import.objects.filter(pk=begun.pk, read=number - 1, state=Import.State.READING).update(
            read=number,
            kind=found.kind,
            percent=found.percent,
            messages=F("messages") + len(talk.said),
            left_out=F("left_out") + judged.left_out,
            skipped=F("skipped") + talk.skipped,
            attempts=0,
        )
        if not came_on:
            raise Import.DoesNotExist
        ImportPart.objects.create(file=begun, is_read=True, number=number, data=data)


@transaction.atomic
def _fail(begun: Import, error: ImportRefusedError) -> None:
    """What was prepared goes with the file; why, stays."""
    ImportPart.objects.filter(file=begun).delete()
    Import.objects.filter(pk=begun.pk).update(
        state=Import.State.FAILED, problem=error.as_json, ended_at=timezone.now(), messages=0, left_out=0, skipped=0
    )


def sweep() -> list[UUID]:
    """Forget files that nobody answered for, and what was said of old ones; answers what is to be read."""
    now = timezone.now()
    Import.objects.filter(state=Import.State.ASKED, created_at__lt=now - ASKED_FOR).delete()
    Import.objects.filter(ended_at__lt=now - KEPT_FOR).delete()
    return list(Import.objects.to_read().values_list("pk", flat=True))
