"""What a person sees of moderation: decisions about them, what they asked a human and what came of it, who read their text."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chat.models import Appeal, Flag, Report
from chat.moderation.notices import NoticeTold, notices_for
from chat.moderation.reveal import Access, access_log


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a person brought to a human. ``reason`` is that of a report; ``answered_at`` None: nobody decided yet.

    ``answers``, oldest first, may be none also where a human decided.
    """

    id: UUID
    kind: str
    at: datetime
    reason: str
    words: str
    conversation_id: UUID | None
    message_id: UUID | None
    decision_id: UUID | None
    answered_at: datetime | None
    answers: list[NoticeTold]


@dataclass(frozen=True, slots=True)
class AboutYou:
    """All newest first. ``decisions`` are paired with the appeal against them."""

    decisions: list[tuple[NoticeTold, Asked | None]]
    asked: list[Asked]
    accesses: list[Access]


def about_person(*, user_id: int) -> AboutYou:
    notices = notices_for(user_id=user_id)
    answers: dict[UUID, list[NoticeTold]] = defaultdict(list)
    for one in reversed(notices):
        if one.answers:
            answers[one.answers].append(one)
    asked = _asked(user_id, answers)
    appealed = {one.decision_id: one for one in asked if one.decision_id}
    # An answer stands with what it answers.
    decisions = [(one, appealed.get(one.decision_id)) for one in notices if not one.answers]
    return AboutYou(decisions=decisions, asked=asked, accesses=access_log(user_id=user_id))


def _asked(user_id: int, answers: dict[UUID, list[NoticeTold]]) -> list[Asked]:
    reports = Report.objects.filter(user_id=user_id).select_related("flag")
    appeals = Appeal.objects.filter(user_id=user_id).select_related("flag")
    told = [
        _told(one, one.flag, answers, reason=str(one.get_reason_display()), decision_id=None) for one in reports
    ] + [_told(one, one.flag, answers, reason="", decision_id=one.decision_id) for one in appeals]
    return sorted(told, key=lambda one: one.at, reverse=True)


def _told(
    one: Report | Appeal, flag: Flag, answers: dict[UUID, list[NoticeTold]], *, reason: str, decision_id: UUID | None
) -> Asked:
    return Asked(
        id=flag.pk,
        kind=flag.kind,
        at=one.created_at,
        reason=reason,
        words=one.words,
        conversation_id=flag.conversation_id,
        message_id=flag.message_id,
        decision_id=decision_id,
        answered_at=flag.decided_at,
        answers=answers.get(flag.pk, []),
    )


def reported_wordings(*, user_id: int, message_ids: Collection[UUID]) -> set[tuple[UUID | None, int | None]]:
    """Of these replies, those that this person reported, with the number of the wording."""
    rows = Report.objects.filter(user_id=user_id, flag__message__in=message_ids)
    return set(rows.values_list("flag__message", "flag__variant"))


def appealed_refusals(*, user_id: int, message_ids: Collection[UUID]) -> dict[UUID | None, dict[str, Any]]:
    """Of these refused messages, those whose refusal was appealed, as the wire contract shows it."""
    rows = Appeal.objects.filter(user_id=user_id, decision=None, flag__message__in=message_ids).select_related("flag")
    return {one.flag.message_id: appeal_as_json(one) for one in rows}


def appeal_as_json(appeal: Appeal) -> dict[str, Any]:
    answered_at = appeal.flag.decided_at
    return {"at": appeal.created_at.isoformat(), "answered_at": answered_at.isoformat() if answered_at else None}
