"""What a person is told of decisions about them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat.models import Decision, Flag, Notice
from chat.moderation.reports import APPEALABLE

Action = Decision.Action
_REFUSAL = "refusal"
_SENTENCES: dict[str, Promise | str] = {
    Action.WARN: _("Somebody who looks after this place read what was flagged and asks you not to go on like that."),
    Action.SUSPEND: _("Your account was suspended."),
    Action.LIFT: _("What was decided before was taken back. It counts no more."),
    Action.CLOSE_ADULT: _("Adult and romantic conversations were closed for your account. Everything else stays open."),
    Action.REOPEN_ADULT: _("Adult conversations may be opened again. Your age has to be shown once more."),
}
A_PERSON_WROTE = _("A person who looks after this place has written to you")
_ANSWERS: dict[str, Promise | str] = {
    Flag.Kind.APPEAL: _("Your appeal was read by a human. What was decided stands."),
    # Nothing was decided about its person before.
    _REFUSAL: _("Your appeal was read by a human. Your message stays unanswered."),
    Flag.Kind.REPORT: _("A human looked at the reply you reported. Thank you for telling us."),
}


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """``words`` are the moderator's own, raw. ``decision_id`` is what an appeal names, where ``may_appeal``.

    ``answers``: the flag of the report or appeal that this answers.
    """

    id: UUID
    at: datetime
    action: str
    sentence: str
    words: str
    decision_id: UUID
    may_appeal: bool
    is_seen: bool
    is_taken_back: bool
    answers: UUID | None


def notices_for(*, user_id: int) -> list[NoticeTold]:
    """Newest first."""
    rows = Notice.objects.for_user(user_id).select_related("decision__flag__appeal", "decision__appeal")
    return [_told(one) for one in rows]


def has_unseen_notices(*, user_id: int) -> bool:
    return Notice.objects.for_user(user_id).filter(seen_at=None).exists()


def a_person_wrote() -> dict[str, str]:
    """A line for open conversations, as the wire contract shows it."""
    return {"kind": "news", "text": str(A_PERSON_WROTE), "url": reverse("about_you")}


def mark_notices_seen(*, user_id: int) -> None:
    Notice.objects.for_user(user_id).filter(seen_at=None).update(seen_at=timezone.now())


def _asked_about(flag: Flag) -> str:
    is_of_refusal = flag.kind == Flag.Kind.APPEAL and flag.appeal.decision_id is None
    return _REFUSAL if is_of_refusal else flag.kind


def _told(notice: Notice) -> NoticeTold:
    decision = notice.decision
    is_taken_back = notice.taken_back_at is not None
    return NoticeTold(
        id=notice.pk,
        at=notice.created_at,
        action=decision.action,
        sentence=str(_SENTENCES.get(decision.action) or _ANSWERS[_asked_about(decision.flag)]),
        words=notice.words,
        decision_id=decision.pk,
        may_appeal=decision.action in APPEALABLE and not hasattr(decision, "appeal") and not is_taken_back,
        is_seen=notice.seen_at is not None,
        is_taken_back=is_taken_back,
        answers=decision.flag_id if decision.flag.kind in _ANSWERS else None,
    )
