"""What every turn reads and writes at its beginning and its end, in as few statements as can be."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from chat.models import Conversation, Message, Persona, Turn
from companion.models import User
from companion.rows import Columns, execute, rows

_conversation, _user = Columns(Conversation, "c"), Columns(User, "u")
# What is only shown goes before no model.
_SHOWN = (
    "owner",
    "is_shared",
    "tagline",
    "greeting",
    "greetings",
    "openings",
    "mark",
    "colour",
    "deleted_at",
    "created_at",
)
_persona = Columns(Persona, "p", without=_SHOWN)
_message, _turn = Columns(Message, "m"), Columns(Turn, "t")

_LOCK = f"""
SELECT {_conversation.selected}, {_persona.selected}, {_user.selected}
FROM chat_conversation c JOIN chat_persona p ON p.id = c.persona_id JOIN companion_user u ON u.id = c.user_id
WHERE c.id = %s AND c.user_id = %s AND c.deleted_at IS NULL
FOR NO KEY UPDATE OF c
"""
_LOOK = f"""
SELECT EXISTS (SELECT FROM chat_turn t WHERE t.conversation_id = c.id AND (t.client_id = %s OR t.state <> 'done'))
       OR EXISTS (SELECT FROM chat_choice h WHERE h.conversation_id = c.id AND h.client_id = %s),
       EXISTS (SELECT FROM sessions_ext_agestanding a WHERE a.user_id = c.user_id AND a.closed_until > now()),
       (SELECT s.session_data FROM django_session s WHERE s.session_key = %s AND s.expire_date > now()),
       {_message.selected}
FROM chat_conversation c LEFT JOIN chat_message m ON m.id = c.head_id
WHERE c.id = %s
"""
_TURN = f"INSERT INTO chat_turn ({_turn.inserted}) VALUES ({_turn.marks})"
_MESSAGE_AND_TURN = f"""
WITH message AS (INSERT INTO chat_message ({_message.inserted}) VALUES ({_message.marks})),
conversation AS (
    UPDATE chat_conversation
    SET head_id = %s, updated_at = %s, seen_at = %s, title = %s, title_by = %s, unsummed = unsummed + 1
    WHERE id = %s
)
{_TURN}
"""
_END = """
WITH ended AS (
    UPDATE chat_turn SET state = 'done', finish = %(finish)s, error = %(error)s, text_length = %(text_length)s, partial = NULL,
           finished_at = %(now)s
    WHERE id = %(turn)s AND fence = %(fence)s AND state = 'running'
    RETURNING id
),
spoken AS (SELECT id FROM ended WHERE %(text)s <> ''),
reply AS (
    INSERT INTO chat_message (id, conversation_id, role, parent_id, position, is_active, text, route, active_variant, created_at)
    SELECT %(reply)s, %(conversation)s, 'assistant', %(message)s, %(position)s, true, '', 'everyday', %(variant)s, %(now)s
    FROM spoken
    ON CONFLICT (id) DO UPDATE SET active_variant = excluded.active_variant
),
variant AS (
    INSERT INTO chat_variant (message_id, number, text, finish, route, model, instead_of, memories, usage, first_token_ms,
                              total_ms, created_at)
    SELECT %(reply)s, %(variant)s, %(text)s, %(finish)s, %(route)s, %(model)s, %(instead_of)s, %(memories)s::jsonb,
           %(usage)s::jsonb, %(first_token_ms)s::int, %(total_ms)s::int, %(now)s
    FROM spoken
),
conversation AS (
    UPDATE chat_conversation SET head_id = %(reply)s, updated_at = %(now)s, unsummed = unsummed + 1,
           model = COALESCE(NULLIF(%(usual_model)s, ''), model)
    WHERE id = %(conversation)s AND EXISTS (SELECT FROM spoken)
)
SELECT count(*) FROM ended
"""


def lock_conversation(*, user_id: int, conversation_id: UUID) -> Conversation:
    """With its persona and its person. Raises Conversation.DoesNotExist for a stranger's as for a missing one."""
    row = _row(_LOCK, [conversation_id, user_id])
    if row is None:
        raise Conversation.DoesNotExist
    conversation = _conversation.instance(row[: _conversation.count])
    row = row[_conversation.count :]
    conversation.persona = _persona.instance(row[: _persona.count])
    conversation.user = _user.instance(row[_persona.count :])
    return conversation


@dataclass(frozen=True, slots=True)
class Beside:
    """``has_earlier``: the same ``client_id`` came before, or a turn isn't done. ``is_account_closed``: adult and romance are.
    ``session_data``: that of the login session, as its row has it; None where it ended.
    """

    head: Message | None
    has_earlier: bool
    is_account_closed: bool
    session_data: str | None


def beside(conversation: Conversation, *, client_id: UUID, session_key: str) -> Beside:
    """What stands beside a locked row.

    Not in the statement that locks: after a wait, PostgreSQL would show the new row with what stood beside the old one.
    """
    row = _row(_LOOK, [client_id, client_id, session_key, conversation.pk])
    assert row is not None, "it is locked"
    has_earlier, is_account_closed, session_data, *message = row
    head = _message.instance(message) if message[0] is not None else None
    return Beside(head=head, has_earlier=has_earlier, is_account_closed=is_account_closed, session_data=session_data)


def store(*, turn: Turn, said: Message | None) -> None:
    """The beginning of a turn; with ``said``, a new message that becomes its conversation's head."""
    if said is None:
        execute(_TURN, _turn.values(turn))
        return
    conversation = said.conversation
    title: list[Any] = [conversation.title, conversation.title_by]
    changed: list[Any] = [said.pk, conversation.updated_at, conversation.seen_at, *title, conversation.pk]
    execute(_MESSAGE_AND_TURN, [*_message.values(said), *changed, *_turn.values(turn)])


def end(**values: Any) -> bool:
    """The end of a turn and its reply, if there is one: all or nothing, and only if the turn carries the fence and runs.

    By itself a transaction. ``memories`` and ``usage`` are JSON.
    """
    for name in ("memories", "usage"):
        values[name] = None if values[name] is None else Jsonb(values[name])
    row = _row(_END, values)
    return row is not None and row[0] > 0


def _row(statement: str, values: Any) -> tuple[Any, ...] | None:
    return next(iter(rows(statement, values)), None)
