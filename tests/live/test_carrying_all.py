"""All of an account goes out by its address, into another account by that one's, and out again: the same file."""

import asyncio
import json
import uuid

import pytest

from tests.carrying.whole_account import UNUSUAL
from tests.client import Person
from tests.live.test_carrying import upload

EXPORT, IMPORT = "/settings/conversations/export/", "/settings/conversations/import/"
FURNISH = """
from companion.models import User
from tests.carrying.whole_account import furnish
furnish(User.objects.get(username="{name}"), "{shared}")
"""


@pytest.fixture
async def account(person, site):
    words = FURNISH.format(name=person.name, shared=f"ada-{uuid.uuid4().hex[:8]}")
    await asyncio.to_thread(site.manage, "shell", "--no-imports", "-c", words)
    return person


async def taken_along(person):
    status, document = await person.request("GET", EXPORT)
    assert status == 200
    return document


async def brought_in(person, site, document):
    status, told = await person.json("POST", IMPORT, data=upload(document.encode()))
    assert status == 201, told
    # No worker runs beside this; this does what one does.
    read = f"from chat.carrying.tasks import read_import; read_import('{told['id']}')"
    await asyncio.to_thread(site.manage, "shell", "-c", read)
    status, after = await person.json("GET", told["url"])
    assert (status, after["state"], after["problem"]) == (200, "done", "")


async def test_all_of_an_account_is_the_same_in_another(web, site, account):
    """Byte for byte: the file has no ids of rows, no time of its making and nobody's name."""
    document = await taken_along(account)
    other = await Person(web.url).sign_up()
    await brought_in(other, site, document)
    assert await taken_along(other) == document


async def test_brought_back_to_its_own_account_all_of_it_is_there_twice(site, account):
    before = json.loads(await taken_along(account))["conversations"]
    await brought_in(account, site, await taken_along(account))
    after = json.loads(await taken_along(account))["conversations"]
    assert sorted(map(json.dumps, after)) == sorted(map(json.dumps, before + before))


async def test_everything_is_in_the_file(account):
    """Otherwise two files could be the same for having nothing in them."""
    conversations = json.loads(await taken_along(account))["conversations"]
    messages = [message for one in conversations for message in one["messages"]]
    wordings = [one for message in messages if message["role"] == "assistant" for one in message["variants"]]
    own = [message for message in messages if message["role"] == "user"]
    assert len(conversations) == 7
    assert sorted(one["companion"]["name"] for one in conversations if "companion" in one) == [
        "Ole",
        "Sören 🌊",
        "Sören 🌊",
    ]
    assert {one["title_by"] for one in conversations} == {"person", "model", ""}
    assert [(one["pinned_at"] is None, one["archived_at"] is None) for one in conversations].count((True, True)) == 4
    assert {one["route"] for one in own} == {"everyday", "romance", "adult", "support", "refused"}
    assert {one["finish"] for one in wordings} == {"stop", "length", "stopped", "interrupted", "filtered"}
    assert {one["parent_variant"] for one in own} == {None, 0, 1, 2}
    assert sum(one["edits"] is not None for one in own) == 3
    assert set(UNUSUAL.values()) <= {one["text"] for one in own} & {one["text"] for one in wordings}
    assert any(one["instead_of"] for one in wordings)
