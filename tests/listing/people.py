"""Somebody with much to look back on."""

import uuid
from datetime import timedelta

from django.utils import timezone

from chat.models import Conversation, Message, Turn, Variant

WORDS = (
    "the harbour was quiet this morning and I thought of my sister who moved to the coast where lighthouses stand in a row "
    "and nobody asks what time it is because the boats come back when they come back and the coffee is always a little cold"
).split()


def words(number, count):
    return " ".join(WORDS[(number * 7 + step * 3) % len(WORDS)] for step in range(count))


def said_at(position):
    return f"number {position} {words(position, 25)}"


def answer_at(position):
    return words(position, 120)


def long_talk(conversation, *, messages, rare="", rare_at=0, said_at=said_at, answer_at=answer_at):
    """An answered conversation of so many messages; the own one at ``rare_at`` says ``rare``."""
    now = timezone.now() - timedelta(minutes=messages)
    said, variants, turns, parent = [], [], [], None
    for position in range(0, messages, 2):
        text = rare if position == rare_at and rare else said_at(position)
        own = Message(
            conversation=conversation, role="user", parent=parent, parent_variant=0 if parent else None, position=position,
            text=text, created_at=now + timedelta(minutes=position),
        )  # fmt: skip
        reply = Message(
            conversation=conversation, role="assistant", parent=own, position=position + 1, active_variant=0,
            created_at=now + timedelta(minutes=position + 1),
        )  # fmt: skip
        variants.append(
            Variant(
                message=reply, number=0, text=answer_at(position), finish="stop", route="everyday", model="m",
                created_at=reply.created_at,
            )
        )  # fmt: skip
        turns.append(
            Turn(
                conversation=conversation, message=own, client_id=uuid.uuid4(), reply_id=reply.pk, state="done",
                finish="stop", text_length=9,
            )
        )  # fmt: skip
        said += [own, reply]
        parent = reply
    Message.objects.bulk_create(said, batch_size=1000)
    Variant.objects.bulk_create(variants, batch_size=1000)
    Turn.objects.bulk_create(turns, batch_size=1000)
    Conversation.objects.filter(pk=conversation.pk).update(head=said[-1])
    return said


def many_conversations(user, persona, *, count):
    now = timezone.now()
    return Conversation.objects.bulk_create(
        Conversation(
            user=user, persona=persona, title=f"Talk {number}", updated_at=now - timedelta(hours=number), seen_at=now
        )
        for number in range(count)
    )  # fmt: skip
