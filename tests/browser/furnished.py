"""Somebody whose pages have something on them, and somebody who looks after the place: for tests that visit every page."""

import asyncio
import json
from dataclasses import dataclass

from tests.client import Person

LONG_NAME = "Wilhelmine-Charlotte von und zu Donaudampfschifffahrt"
SAID = (
    "My dog is called Biscuit",
    "hemlock",  # refused
    "Look at this: https://a-very-long-address.example.org/" + "on-and-on-" * 12,
    "And now? [say:First this:\n\n```\n" + "a_line_of_code_that_is_far_too_long = " * 4 + "1\n```\n\n"
    "| One | Two | Three |\n| --- | --- | --- |\n| wide | wider | " + "widest" * 12 + " |\n\nThen that.]",
    "yarrow",  # support, which says the same whatever comes
)  # fmt: skip

# What no page of theirs makes in a few steps.
ROWS = """
import json
from allauth.account.models import EmailAddress
from chat.carrying.rows import Import
from chat.models import Conversation, Decision, Flag, Message, Persona, Reveal, Summary
from chat.moderation.decide import decide, decide_about
from companion.accounts import suspended_url
from companion.models import User
from django.contrib.admin.models import CHANGE, LogEntry
from memory.models import Episode, Memory, Source
from sessions_ext.models import AgeStanding

person, keeper, gone = (User.objects.get(username=name) for name in {names!r})
keeper.is_staff = keeper.is_superuser = True
keeper.save()
talk = Conversation.objects.get(pk={talk!r})
refused = Message.objects.get(conversation=talk, text="hemlock")
reply = Message.objects.filter(conversation=talk, role="assistant").first()
flag = Flag.objects.get(message=refused)
[warning] = decide(flag_ids=[flag.pk], moderator_id=keeper.pk, action="warn", reason="a test", told="Please don't.")
decide_about(user_ids=[gone.pk], moderator_id=keeper.pk, action="suspend", reason="a test", told="Until you have answered.")
gone.refresh_from_db()
Reveal.objects.create(
    flag=flag, user=person, moderator=keeper, conversation=talk, message=refused, reason="decide", words="a test"
)
LogEntry.objects.create(user=keeper, object_id=flag.pk, object_repr="a flag", action_flag=CHANGE, change_message="A test.")
EmailAddress.objects.create(user=person, email="somebody@example.org")
Summary.objects.create(conversation=talk, texts={{"everyday": "About a dog."}}, through=reply, through_variant=0)
AgeStanding.objects.create(user=gone, closed_how="decided")
episode = Episode.objects.filter(user_id=person.pk).earliest("said_at")
known = dict(user=person, persona_id=talk.persona_id, kind="pet", subject="dog", origin="rules", valid_from=episode.said_at)
memories = [Memory.objects.create(text=text, status=status, **known) for text, status in (
    ("Your dog is called Biscuit.", "active"), ("Your dog likes the rain, and the man who lives below.", "proposed"))]
for memory in memories:
    Source.objects.create(memory=memory, episode=episode, quote=episode.text)
landed = Import.objects.create(
    user=person, state="done", digest="0" * 64, size=9, kind="companion", read=1, percent=100, messages=2, landed=[{talk!r}]
)
print(json.dumps(dict(
    conversation=talk.pk, reply=reply.pk, refused=refused.pk, decision=warning.pk, flag=flag.pk, memory=memories[0].pk,
    imported=landed.pk, companion=Persona.objects.get(owner=person).slug, suspended=suspended_url(gone),
), default=str))
"""


@dataclass
class Furnished:
    """``ids``: of what the addresses of pages name."""

    person: Person
    keeper: Person
    newcomer: Person
    ids: dict[str, str]

    @property
    def everybody(self) -> dict[str, Person | None]:
        return {"nobody": None, "person": self.person, "keeper": self.keeper, "newcomer": self.newcomer}


async def furnish(web, site) -> Furnished:
    person, keeper, newcomer, gone = [await Person(web.url).sign_up() for _ in range(4)]
    await person.verify_age()
    status, _ = await person.request("POST", "/companions/new/", data={
        "name": LONG_NAME, "description": "She rows people over.", "greetings": "Step in.", "openings": "Where does it lead?",
        "mark": "wave", "colour": "sea",
    })  # fmt: skip
    assert status == 303, status
    archived = await person.start_conversation()
    talk = await person.start_conversation()
    async with person.socket(archived) as socket:
        await socket.talk("An afternoon in Porto")
    async with person.socket(talk) as socket:
        for words in SAID:
            await socket.talk(words)
    status, _ = await person.request("POST", f"/conversations/{archived}/archive/")
    assert status == 303, status
    names = [one.name for one in (person, keeper, gone)]
    command = ROWS.format(names=names, talk=talk)
    told = await asyncio.to_thread(site.manage, "shell", "--no-imports", "-c", command)
    return Furnished(person, keeper, newcomer, {**json.loads(told.splitlines()[-1]), "archived": archived})


def cookies_of(person: Person) -> list[dict[str, str]]:
    """As a browser context takes them."""
    return [{"name": name, "value": value, "url": person.url} for name, value in person.cookies.items()]
