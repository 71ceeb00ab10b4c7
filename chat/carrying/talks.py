"""A conversation on its way in or out, whatever file it comes from: what was said, and what follows what."""

from dataclasses import dataclass, field
from datetime import datetime

from chat.carrying.errors import ImportRefusedError
from chat.personas.sheets import Sheet
from companion.llm.text import TextCleaner

MOST_POSITION = 10**9  # of a file's own; what follows, there and here, has places enough behind it


@dataclass(slots=True)
class Wording:
    """One wording of a reply. ``route`` is what the file says, empty where it says none, and then what it was judged to be."""

    text: str
    at: datetime
    finish: str = "stop"
    route: str = ""
    model: str = ""
    instead_of: str = ""


@dataclass(slots=True)
class Said:
    """One message. ``ref`` and ``parent`` are the file's own names; a reply has ``wordings``, the person's words ``text``.

    ``after`` is which wording of the parent it follows, ``chosen`` which of its own is shown.
    """

    ref: str
    parent: str | None
    is_person: bool
    at: datetime
    text: str = ""
    route: str = ""
    wordings: list[Wording] = field(default_factory=list)
    chosen: int = 0
    after: int | None = None
    position: int = -1
    edits: str | None = None

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() if self.is_person else not any(one.text.strip() for one in self.wordings)


@dataclass(slots=True)
class Talk:
    """``persona``: the slug or the name of who was talked with, as the file says it, ``companion`` all that it says of one
    that somebody made; ``head``: the newest message shown."""

    created_at: datetime
    updated_at: datetime
    persona: str = ""
    companion: Sheet | None = None
    title: str = ""
    said: list[Said] = field(default_factory=list)
    head: str | None = None
    skipped: int = 0
    is_titled: bool = True  # else its first words may become its title
    title_by: str = ""  # who found it, as of a conversation here
    pinned_at: datetime | None = None
    archived_at: datetime | None = None

    def parent_of(self) -> dict[str, str | None]:
        return {one.ref: one.parent for one in self.said}


def clean(text: str) -> str:
    """As a model's text is stored: NUL and lone surrogates become U+FFFD."""
    cleaner = TextCleaner()
    return cleaner.clean(text) + cleaner.rest() if text else text


def in_order(talk: Talk) -> None:
    """Put parents before what follows them, siblings as they stand, and give every message its place.

    Raises ImportRefusedError for ids that come twice, parents that aren't there, and circles.
    """
    refs = {one.ref for one in talk.said}
    if len(refs) != len(talk.said):
        raise ImportRefusedError("twice")
    following: dict[str | None, list[Said]] = {}
    for one in talk.said:
        if one.parent is not None and one.parent not in refs:
            raise ImportRefusedError("parent")
        following.setdefault(one.parent, []).append(one)
    placed: list[Said] = []
    row = [(one, -1) for one in following.get(None, [])]
    while row:
        below: list[tuple[Said, int]] = []
        for one, above in row:
            if not above < one.position <= MOST_POSITION:
                one.position = above + 1
            placed.append(one)
            below += [(child, one.position) for child in following.get(one.ref, [])]
        row = below
    if len(placed) != len(talk.said):  # what is in a circle can't be reached
        raise ImportRefusedError("circle")
    stands = {one.ref: index for index, one in enumerate(talk.said)}
    talk.said = sorted(placed, key=lambda one: (one.position, one.at, stands[one.ref]))


def without(talk: Talk, gone: set[str]) -> None:
    """Take messages out; what followed them follows what they followed."""
    if not gone:
        return
    by_ref = {one.ref: one for one in talk.said}

    def kept_above(ref: str | None, after: int | None) -> tuple[str | None, int | None]:
        while ref is not None and ref in gone:
            after, ref = by_ref[ref].after, by_ref[ref].parent
        return ref, after

    for one in talk.said:
        if one.ref not in gone:
            one.parent, one.after = kept_above(one.parent, one.after)
            one.edits = None if one.edits in gone else one.edits
    talk.head, _ = kept_above(talk.head, None)
    talk.said = [one for one in talk.said if one.ref not in gone]
    if talk.head is None and talk.said:
        talk.head = talk.said[-1].ref


def without_wordings(talk: Talk, said: Said, gone: set[int]) -> None:
    """Take wordings out of a reply, of which some stay; what followed those follows the one that is shown."""
    kept = [number for number in range(len(said.wordings)) if number not in gone]
    renamed = {old: new for new, old in enumerate(kept)}
    said.chosen = renamed.get(said.chosen, len(kept) - 1)
    said.wordings = [said.wordings[number] for number in kept]
    for one in talk.said:
        if one.parent == said.ref:
            one.after = renamed.get(one.after if one.after is not None else -1, said.chosen)


def settled(talk: Talk) -> None:
    """Leave out what nobody said and wordings without a word; then everything has an order, and what follows what is sure."""
    in_order(talk)
    for one in talk.said:
        if not one.is_person and not one.is_empty:
            without_wordings_of_nothing(talk, one)
    empty = {one.ref for one in talk.said if one.is_empty}
    talk.skipped += len(empty)
    without(talk, empty)
    replies = {one.ref: one for one in talk.said if not one.is_person}
    persons = {one.ref for one in talk.said if one.is_person}
    for one in talk.said:
        one.edits = one.edits if one.edits in persons else None
        above = replies.get(one.parent or "")
        if above is None:
            one.after = None
        elif one.after is None or not 0 <= one.after < len(above.wordings):
            one.after = above.chosen
    if talk.head not in {one.ref for one in talk.said}:
        talk.head = talk.said[-1].ref if talk.said else None


def without_wordings_of_nothing(talk: Talk, said: Said) -> None:
    if not 0 <= said.chosen < len(said.wordings):
        said.chosen = len(said.wordings) - 1
    gone = {number for number, one in enumerate(said.wordings) if not one.text.strip()}
    if gone:
        without_wordings(talk, said, gone)


def active_refs(talk: Talk) -> set[str]:
    """The branch that ends in the head."""
    parent_of, active, ref = talk.parent_of(), set(), talk.head
    while ref is not None:
        active.add(ref)
        ref = parent_of[ref]
    return active
