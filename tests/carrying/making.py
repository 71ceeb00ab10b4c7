"""Files as people bring them, and what becomes of them."""

import io
import json
import zipfile
from datetime import UTC, datetime

from chat.carrying.exporting import exported
from chat.carrying.importing import keep_file, read_on
from chat.models import Conversation, Import, Message, Variant

AT = datetime(2024, 5, 3, 14, 22, 33, 123456, tzinfo=UTC)


def as_bytes(document):
    return json.dumps(document, ensure_ascii=False).encode()


def own(*conversations, **header):
    return as_bytes({"format": "companion", "version": 1, **header, "conversations": conversations})


def person_said(number, parent, text, **more):
    return {"id": number, "parent": parent, "role": "user", "text": text, "at": AT.isoformat(), **more}


def companion_said(number, parent, *texts, **more):
    variants = [{"text": text, "model": "m", "at": AT.isoformat()} for text in texts]
    return {"id": number, "parent": parent, "role": "assistant", "variants": variants, "at": AT.isoformat(), **more}


def own_conversation(*messages, **more):
    head = messages[-1]["id"] if messages else None
    times = {"created_at": AT.isoformat(), "updated_at": AT.isoformat()}
    return {"persona": "mira", "title": "A talk", **times, "messages": messages, "head": head, **more}


def one_talk(*texts, **more):
    """Said and answered in turn."""
    messages = []
    for number, text in enumerate(texts):
        said = person_said if number % 2 == 0 else companion_said
        messages.append(said(number, number - 1 if number else None, text))
    return own(own_conversation(*messages, **more))


def node(name, parent, role, text, at=1714745000.5, **message):
    content = {"content_type": "text", "parts": [text]}
    said = {"author": {"role": role}, "create_time": at, "content": content, "recipient": "all", "metadata": {}}
    return name, {"id": name, "parent": parent, "children": [], "message": said | message}


def chatgpt_conversation(*nodes, current, title="Soup", **more):
    mapping = {"root": {"id": "root", "parent": None, "children": [], "message": None}, **dict(nodes)}
    for name, one in mapping.items():
        if one["parent"] in mapping:
            mapping[one["parent"]]["children"].append(name)
    times = {"create_time": 1714744953.0, "update_time": 1714745953.25}
    return {"title": title, **times, "current_node": current, "mapping": mapping, **more}


def lines(*objects):
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in objects).encode()


ABOUT = {"user_name": "Ana", "character_name": "Mira", "create_date": "2024-5-3@14h22m33s", "chat_metadata": {}}


def sillytavern_said(text, *, is_user=False, **more):
    name = "Ana" if is_user else "Mira"
    return {
        "name": name,
        "is_user": is_user,
        "is_system": False,
        "send_date": "May 3, 2024 2:22pm",
        "mes": text,
        **more,
    }


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return packed.getvalue()


def brought_in(user, data):
    """The file's row after all was done with it that a worker does."""
    kept = keep_file(user_id=user.pk, pieces=[data[at : at + 1000] for at in range(0, len(data), 1000)] or [b""])
    return read(kept)


def read(kept):
    while read_on(import_id=kept.pk):
        pass
    kept.refresh_from_db()
    return kept


def taken_along(user, form="json", conversation_id=None):
    return "".join(exported(user_id=user.pk, form=form, conversation_id=conversation_id))


def only_conversation(user):
    return Conversation.objects.get(user=user)


def branch(conversation):
    """The texts of the branch that is shown."""
    return [one.said_text for one in Message.objects.active(conversation.pk).with_wording()]


def wordings(message):
    return list(Variant.objects.filter(message=message).values_list("text", flat=True))


def nothing_landed(user):
    return not Conversation.objects.filter(user=user).exists() and not Import.objects.filter(
        user=user, parts__isnull=False
    )
