"""All of an account goes out by its address, into another account by that one's, and out again: the same file."""

import asyncio
import json
import uuid

import pytest

from tests.carrying.whole_account import UNUSUAL
from tests.client import Person
from tests.live.test_carrying import upload

EXPORT, IMPORT = "/settings/conversations/export/", "/settings/conversations/import/"
STAND_IN = "mira"
FURNISH = """
from companion.models import User
from tests.carrying.whole_account import furnish
furnish(User.objects.get(username="{name}"), "{own}")
"""


@pytest.fixture
def own():
    """The slug of a companion of one's own."""
    return f"keeper-{uuid.uuid4().hex[:8]}"


@pytest.fixture
async def account(person, site, own):
    await asyncio.to_thread(site.manage, "shell", "--no-imports", "-c", FURNISH.format(name=person.name, own=own))
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


async def test_all_of_an_account_is_the_same_in_another(web, site, account, own):
    document = await taken_along(account)
    other = await Person(web.url).sign_up()
    await brought_in(other, site, document)
    # A companion of one's own stays with whom it belongs to: the usual one stands in for it. All else is equal, byte for byte:
    # the file has no ids of rows, no time of its making and nobody's name.
    assert document.count(f'"persona": "{own}"') == 1
    expected = document.replace(f'"persona": "{own}"', f'"persona": "{STAND_IN}"')
    again = await taken_along(other)
    assert json.loads(again) == json.loads(expected)
    assert again == expected


async def test_brought_back_to_its_own_account_the_companion_is_the_same_too(site, account, own):
    before = json.loads(await taken_along(account))["conversations"]
    await brought_in(account, site, await taken_along(account))
    after = json.loads(await taken_along(account))["conversations"]
    assert own in {one["persona"] for one in before}
    assert sorted(map(json.dumps, after)) == sorted(map(json.dumps, before + before))


async def test_everything_is_in_the_file(account):
    """Otherwise two files could be the same for having nothing in them."""
    conversations = json.loads(await taken_along(account))["conversations"]
    messages = [message for one in conversations for message in one["messages"]]
    wordings = [one for message in messages if message["role"] == "assistant" for one in message["variants"]]
    own = [message for message in messages if message["role"] == "user"]
    assert len(conversations) == 5
    assert {one["title_by"] for one in conversations} == {"person", "model", ""}
    assert [(one["pinned_at"] is None, one["archived_at"] is None) for one in conversations].count((True, True)) == 2
    assert {one["route"] for one in own} == {"everyday", "romance", "adult", "support", "refused"}
    assert {one["finish"] for one in wordings} == {"stop", "length", "stopped", "interrupted", "filtered"}
    assert {one["parent_variant"] for one in own} == {None, 0, 1, 2}
    assert sum(one["edits"] is not None for one in own) == 3
    assert set(UNUSUAL.values()) <= {one["text"] for one in own} & {one["text"] for one in wordings}
    assert any(one["instead_of"] for one in wordings)
