"""An identity provider's word: a question that leads the person there, and a signed answer that comes back from its server.

The answer is ``POST /age/callback/`` with the body ``{"request": "<uuid>", "adult": true|false, "at": <unix seconds>}`` and the
header ``X-Companion-Signature: sha256=<hex>``, the HMAC-SHA256 of the body as sent under AGE_PROVIDER_SECRET. It counts once,
for a question that was asked within the last hour, and within five minutes of its making.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from companion.requests import json_object
from sessions_ext import age
from sessions_ext.models import AgeRequest, AgeVerification

REQUEST_LIFETIME = timedelta(hours=1)
ANSWER_LIFETIME = timedelta(minutes=5)
SIGNATURE_HEADER = "X-Companion-Signature"


class AnswerRefusedError(Exception):
    """``status`` is the HTTP status that tells the provider, the text says why."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    request: UUID
    is_adult: bool


def ask(*, user_id: int, back_to: str) -> str:
    """The address at the provider where the person shows their age; it sends them on to ``back_to`` afterwards."""
    request = AgeRequest.objects.create(user_id=user_id)
    separator = "&" if urlsplit(settings.AGE_PROVIDER_URL).query else "?"
    return f"{settings.AGE_PROVIDER_URL}{separator}{urlencode({'request': str(request.pk), 'return': back_to})}"


def is_asked(*, user_id: int) -> bool:
    """Whether a question of this person is still open."""
    since = timezone.now() - REQUEST_LIFETIME
    return AgeRequest.objects.filter(user_id=user_id, answered_at=None, asked_at__gt=since).exists()


def signature(body: bytes) -> str:
    return "sha256=" + hmac.new(settings.AGE_PROVIDER_SECRET.encode(), body, hashlib.sha256).hexdigest()


def read_answer(*, body: bytes, signed: str) -> Answer:
    """Raises AnswerRefusedError for what is not the provider's, is no answer, or comes late."""
    if not hmac.compare_digest(signature(body).encode(), signed.encode("utf-8", "replace")):
        raise AnswerRefusedError(403, "The signature is not that of this body.")
    try:
        fields = json_object(body)
        request, is_adult, at = UUID(fields["request"]), fields["adult"], fields["at"]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise AnswerRefusedError(400, "The body is no answer: request, adult and at are needed.") from error
    if not isinstance(is_adult, bool) or isinstance(at, bool) or not isinstance(at, (int, float)):
        raise AnswerRefusedError(400, "adult is true or false, at is in Unix seconds.")
    if not abs(timezone.now().timestamp() - at) <= ANSWER_LIFETIME.total_seconds():
        raise AnswerRefusedError(410, "The answer is too old, or a clock is wrong.")
    return Answer(request=request, is_adult=is_adult)


def accept(answer: Answer) -> bool:
    """Let an answer count; whether the person is verified now. An answer that could not be stored may be sent again.

    Raises AnswerRefusedError for one that counted before or that nobody asked for, StateUnreadableError and StateChangedError
    when nothing was stored.
    """
    with transaction.atomic():
        since = timezone.now() - REQUEST_LIFETIME
        request = AgeRequest.objects.select_for_update(no_key=True).filter(pk=answer.request).first()
        if request is None:
            raise AnswerRefusedError(404, "Nobody asked this.")
        if request.answered_at is not None:
            raise AnswerRefusedError(409, "This was answered before.")
        if request.asked_at <= since:
            raise AnswerRefusedError(410, "This was asked too long ago; it has to be asked again.")
        request.answered_at = timezone.now()
        request.save(update_fields=["answered_at"])
        if not answer.is_adult:
            age.close_by_provider(user_id=request.user_id)
            return False
        try:
            age.reopen_by_provider(user_id=request.user_id)
        except age.AgeRefusedError:
            return False
        age.verify(user_id=request.user_id, method=AgeVerification.Method.EXTERNAL)
        return True
