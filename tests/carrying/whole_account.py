"""An account with everything in it that a conversation can have."""

from dataclasses import replace
from datetime import timedelta

from chat.models import Conversation, Message, Persona, Variant
from chat.personas.making import delete_companion, make_companion
from chat.personas.sheets import Sheet
from tests.carrying.making import AT

UNUSUAL = {
    "right to left": "שלום, מה שלומך? 12 + مرحبا (abc) \u202eover\u202c \u200f!",
    "emoji": "👩🏽‍🚀🏳️‍🌈 e\u0301 \U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1 👍🏿",
    "like NUL": "\\0 \\u0000 \u2400 %00 \ufffd \x01\x1f\x7f\x85",
    "ends of lines": "one\r\ntwo\rthree\n\n\n\tfour  \u2028five\u2029six ",
    "code": '```python\nprint(f"<b>{name}</b> & \\"co\\"")  # ```\n```\n\n~~~\n</script><!-- ]]>\n~~~',
    "markdown": "# one\n\n> **two** _three_ [four](https://example.org/?a=1&b=2) ![five](x)\n\n| a |\n|---|\n| 1 |\n\n- [ ] six",
    "like the file itself": '{"format": "companion", "version": 1, "conversations": [{"id": null}]}',
    "no letters in between": "\ufeff日本語のテキスト、ไม่มีช่องว่าง\u200b한국어",
    "long": "All the boats come back. " * 319,
}  # fmt: skip


class Talk:
    """A conversation that is written row by row, a minute between two."""

    def __init__(self, user, persona, **standing):
        self.at = AT
        self.row = Conversation.objects.create(user=user, persona=persona, created_at=AT, **standing)

    def own(self, text, *, after=None, wording=None, route="everyday", edits=None):
        return self._message(after, wording, role="user", text=text, route=route, edits=edits)

    def reply(self, after, *texts, chosen=0, **wording):
        reply = self._message(after, None, role="assistant", active_variant=chosen)
        for number, text in enumerate(texts):
            known = {
                "finish": "stop",
                "route": "everyday",
                "model": "m",
                "created_at": self.at + timedelta(seconds=number),
            }
            Variant.objects.create(message=reply, number=number, text=text, **known | wording)
        return reply

    def _message(self, after, wording, **fields):
        self.at += timedelta(minutes=1)
        position = 0 if after is None else after.position + 1
        return Message.objects.create(
            conversation=self.row, parent=after, parent_variant=wording, position=position, is_active=False,
            created_at=self.at, **fields
        )  # fmt: skip

    def ends_in(self, head):
        """Whatever leads there is what is shown."""
        shown, one = set(), head
        while one is not None:
            shown.add(one.pk)
            one = one.parent
        self.row.messages.filter(pk__in=shown).update(is_active=True)
        Conversation.objects.filter(pk=self.row.pk).update(head=head, updated_at=self.at)


KEEPER = Sheet(
    name="Sören 🌊",
    tagline="keeps the light <b>on</b>",
    description="He keeps the light.\n\nאור",
    traits="patient",
    style='Short "words".',
    language="Danish",
    examples="You: Is it lit?\nSören: It is.",
    greetings=("Come up.", "Mind the stairs.", "🌊"),
    openings=("What do you see?",),
    mark="wave",
    colour="sea",
)


def furnish(owner, shared_slug):
    """Everything that a conversation can have, in several; two with companions of the owner's own, one of them deleted since."""
    shared = Persona.objects.create(slug=shared_slug, name="Ada", instructions="You are Ada.", is_shared=True)
    keeper = make_companion(user_id=owner.pk, sheet=KEEPER)
    gone = make_companion(user_id=owner.pk, sheet=replace(KEEPER, name="Ole", greetings=()))
    branching(
        Talk(owner, shared, title="שלום 🌊 <b>&amp;</b> \\u0000", title_by="person", pinned_at=AT + timedelta(days=3))
    )
    routes(Talk(owner, shared, title="Evenings", title_by="model", archived_at=AT + timedelta(days=9, microseconds=1)))
    unusual(Talk(owner, shared, title="Words of all kinds", pinned_at=AT, archived_at=AT + timedelta(days=1)))
    for persona, title in ((keeper, "The lighthouse"), (keeper, "And again"), (gone, "The other one")):
        with_own = Talk(owner, persona, title=title)
        with_own.ends_in(with_own.reply(with_own.own("Is it lit?"), "It is."))
    delete_companion(user_id=owner.pk, slug=gone.slug)
    Talk(owner, shared)  # nothing was said yet


def branching(talk):
    """Two wordings that were both gone on with, an edit and an edit of that, and a question without an answer."""
    first = talk.own("I moved in May")
    told = talk.reply(first, "Tell me.", "Tell me *all*.", "And then?", chosen=1)
    small = talk.own("The flat is **small**", after=told, wording=0)
    talk.reply(small, "Small is good.")
    large = talk.own("The flat is large", after=told, wording=1, edits=small)
    warm = talk.reply(large, "Large is good.", "Large?", chosen=0)
    huge = talk.own("The flat is huge", after=told, wording=1, edits=large)
    talk.reply(huge, "Huge!", instead_of="a model that was away")
    other = talk.own("And on the third wording", after=told, wording=2)
    talk.reply(other, "Yes?")
    talk.own("Not this", after=warm, wording=1)
    talk.own("I had moved in June", edits=first)
    talk.ends_in(talk.own("Is anybody there?", after=warm, wording=0))


def routes(talk):
    last = None
    for text, route in (
        ("Good evening", "everyday"), ("marigold words", "romance"), ("periwinkle words", "adult"),
        ("yarrow words", "support"), ("tansy words", "support"),
    ):  # fmt: skip
        own = talk.own(text, after=last, wording=None if last is None else 0, route=route)
        last = talk.reply(own, f"An answer {len(text)}", route=route)
    refused = talk.own("hemlock words", after=last, wording=0, route="refused")
    after = talk.own("Back to the boats", after=refused)
    for finish in ("length", "stopped", "interrupted", "filtered"):
        last = talk.reply(after, f"It ended so: {finish}", finish=finish)
        after = talk.own("And then?", after=last, wording=0)
    talk.ends_in(after)


def unusual(talk):
    last = None
    for text in UNUSUAL.values():
        own = talk.own(text, after=last, wording=None if last is None else 0)
        last = talk.reply(own, text, f"{text} again", chosen=1)
        Message.objects.filter(pk=own.pk).update(created_at=AT)  # said in the same moment
    talk.ends_in(last)
