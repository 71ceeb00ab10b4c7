"""Reading the facts out of a message, by rules."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from companion.clock import day_of, start_of
from memory.learning import lists
from memory.learning.dates import ANY, FUTURE, PAST, absolute
from memory.learning.decide import MAY_BE_TWO
from memory.learning.facts import Fact, Kind
from memory.learning.heard import Clause, clauses, is_in_confidence
from memory.learning.people import YOU, People, relation, sentence, titled, to_you
from memory.learning.referents import referred
from memory.learning.rules import RULES
from memory.learning.rules.rule import Rule
from memory.learning.secrets import has_secret
from memory.learning.unmeant import LAUGHS, NUISANCE
from memory.models import SENSITIVE_KINDS

MOST_FACTS = 12  # of one message; more is a list pasted from somewhere
LONGEST = 4000  # characters that are read
_LIKE = {"dog": "Puppy, pup.", "cat": "Kitten, kitty.", "rabbit": "Bunny.", "horse": "Pony.", "mother": "Mum, mom.", "father": "Dad.",
         "wife": "Partner, spouse.", "husband": "Partner, spouse.", "girlfriend": "Partner.", "boyfriend": "Partner.",
         "child": "Kid, son, daughter.", "son": "Child, kid.", "daughter": "Child, kid."}  # fmt: skip
_SINGULAR = {
    "children": "child",
    "kids": "child",
    "grandchildren": "grandchild",
    "stepchildren": "stepchild",
    "nieces": "niece",
}
_ARTICLE = re.compile(r"^(?:the|a|an|my|your|some|to|playing|eating|drinking) ", re.IGNORECASE)
_SINCE_MONTH = re.compile(
    r"\b(?:ever )?since ((?:last )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b(?! \d)",
    re.IGNORECASE,
)
_SINCE_YEAR = re.compile(r"\bsince (?:(\w+) )?((?:19|20)\d\d)\b", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\bfor (?:about |over |almost |nearly |more than )?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)(?: years| yrs)\b(?: now)?",
    re.IGNORECASE,
)
_WORDED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
           "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}  # fmt: skip


_TASTES = {Kind.LIKE, Kind.DISLIKE}
_MOCKS = re.compile(
    r"\b(?:oh|sure|yay|great|wow|fantastic|wonderful|brilliant|perfect|ah|yeah|hooray|alas)\b", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:used to|calls?|(?<!'ve )(?<!have )had|wanted?|lost|once|miss|almost)\b", re.IGNORECASE)
_CORRECTS = re.compile(r"\b(?:no|nope|actually|sorry|correction|oops|update)\b", re.IGNORECASE)
_COUNTRY = re.compile(lists.COUNTRIES, re.IGNORECASE)
_HAD = re.compile(
    rf"You(?: have|'ve got| have got) (?:an?|one) (?:[\w-]+ )?(?P<what>{lists.ANIMALS}|{lists.RELATIVES})\.",
    re.IGNORECASE,
)
# "We're moving there": where, nobody knows by then.
_NOWHERE = re.compile(r"\b(?:there|here|that one|this one|the other one)\b(?!')", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:on the side|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:on|at)(?: the)? weekends|part[- ]time|as well|too|also|besides|second job|side job|in the evenings|at night|evenings|nights)\b",
    re.IGNORECASE,
)
# A second home takes no home's place.
_PARTLY = re.compile(
    r"\b(?:(?:during|in|through) the week|(?:on|at)(?: the)? (?:weekdays|weekends)|(?:half|part|most) of the (?:year|time|week)|half the (?:year|time|week)|part[- ]time|in (?:the )?(?:summers?|winters?)|"
    r"for (?:the (?:summer|winter|term|semester|week|month|time being)|a (?:few )?(?:weeks?|months?)|now)|temporarily|also|as well|every (?:summer|winter))\b",
    re.IGNORECASE,
)
_PLACED = {"home", "origin", "birthplace", "childhood home"}


@dataclass(frozen=True, slots=True)
class Hearing:
    """When and where by the clock a message was said, and who was known by then."""

    said_at: datetime
    zone: str
    people: People

    @property
    def today(self) -> date:
        return day_of(self.said_at, self.zone)


def facts_in(text: str, *, said_at: datetime, zone: str = "", people: People | None = None) -> list[Fact]:
    """The facts that a message tells of its author, in the order in which they are told; each quotes the message."""
    hearing = Hearing(said_at, zone, people or People())
    text = text[:LONGEST]
    found: dict[tuple[str, str, str], Fact] = {}
    for clause in referred(clauses(text)):
        for fact in _facts_of(clause, text, hearing):
            if has_secret(fact.quote) or has_secret(fact.text) or _NOWHERE.search(fact.text):
                continue
            is_one = fact.slot and fact.slot not in MAY_BE_TWO and not fact.is_change
            key = (fact.subject, fact.slot, "" if is_one else fact.text)
            found.setdefault(key, fact)
    facts = [fact for fact in found.values() if not _is_told_better(fact, found.values())][:MOST_FACTS]
    if is_in_confidence(text):
        return [fact.with_changes(kind=Kind.CONFIDENCE) if fact.subject != YOU else fact for fact in facts]
    return facts


def _is_told_better(fact: Fact, facts: Iterable[Fact]) -> bool:
    """Of "I don't live in Porto anymore, I moved to Lyon" the second, of "I have a dog. His name is Rex." the name says it all."""
    if fact.ends:
        return any(one.subject == fact.subject and one.slot == fact.slot and not one.ends for one in facts)
    if not fact.slot and (had := _HAD.fullmatch(fact.text)):
        what = lists.YOUNG.get(had["what"].lower(), relation(had["what"]))
        return any(one.slot == "name" and one.subject.split(" ")[0] == what.split(" ")[0] for one in facts)
    return False


def _facts_of(clause: Clause, text: str, hearing: Hearing) -> Iterator[Fact]:
    is_told = False
    subjects: set[str] = set()
    timed = f"{clause.words.rstrip(' ,.!…')} {clause.time}" if clause.time else clause.words
    for rule in RULES:
        if _is_out_of_place(rule, clause, text):
            continue
        heard = timed if rule.needs_time else clause.words
        for pattern in rule.wordings:
            if rule.anywhere:
                matches = list(pattern.finditer(heard))
            else:
                matches = [match] if (match := pattern.match(heard)) and not is_told else []
            made = [fact for match in matches for fact in _make(rule, match, clause, text, hearing)]
            if rule.anywhere:
                made = [fact for fact in made if fact.subject == YOU or fact.subject not in subjects]
            if made:
                is_told = is_told or not rule.anywhere
                subjects |= {fact.subject for fact in made}
                yield from made


def _is_out_of_place(rule: Rule, clause: Clause, text: str) -> bool:
    return (
        (rule.after is not None and not rule.after.search(clause.lead))
        or (rule.kind == Kind.HEALTH and LAUGHS.search(text) is not None)
        or (rule.kind in _TASTES and _MOCKS.search(clause.lead) is not None)
        or (rule.anywhere and _OVER.search(clause.words) is not None)
    )


def _make(rule: Rule, match: re.Match[str], clause: Clause, text: str, hearing: Hearing) -> Iterator[Fact]:
    groups = match.groupdict()
    told = _whom(groups, hearing.people)
    if told is None:
        return
    subject, label = told
    value = " ".join((groups.get("value") or "").split()).strip(" ,")
    if rule.kind == Kind.LIKE and NUISANCE.search(value):
        return
    is_name = rule.slot in {"name", "surname", "called"}
    for one in re.split(r",? (?:and|&) |, ", value) if rule.is_several else [value]:
        name = titled(one) if is_name or rule.slot in _PLACED else one
        words = _words(rule, groups, subject, label, name, hearing)
        if (written := _text(rule, match, words, label, clause.time, hearing)) is None:
            continue
        sentence_text, valid_from = written
        kind = (
            rule.kind
            if subject == YOU or rule.kind in {*SENSITIVE_KINDS, Kind.PET, Kind.EVENT, Kind.PLAN}
            else Kind.PERSON
        )
        about = rule.subject.format_map(words).lower() if rule.subject else subject
        slot = rule.slot.format_map(words).lower()
        if slot in _PLACED and _COUNTRY.fullmatch(name):
            slot = f"{slot} country"  # "I live in Portugal" doesn't close "I live in Porto"
        if slot == "home" and _PARTLY.search(clause.words):
            slot = ""
        if subject != YOU and "{thing}" in rule.subject:
            about, slot = subject, f"{slot} {words['thing']}"
        if is_name and kind == Kind.PERSON:
            hearing.people.add(words["kin"], name)
        yield Fact(
            kind=kind,
            subject=about[:120],
            slot=slot[:40],
            text=sentence_text,
            cue=rule.cue.format_map(words).strip()[:200],
            quote=text[clause.start : clause.end],
            value=name,
            valid_from=valid_from,
            is_change=(rule.is_change and not _is_beside(rule, clause)) or _CORRECTS.search(clause.lead) is not None,
            ends=name if rule.ends else "",
            importance=rule.importance,
        )


def _is_beside(rule: Rule, clause: Clause) -> bool:
    """A second job takes no job's place."""
    return rule.kind == Kind.WORK and _BESIDE.search(clause.words) is not None


def _whom(groups: dict[str, str | None], people: People) -> tuple[str, str] | None:
    """Subject and label: ("sister ana", "Your sister Ana"); None where nobody knows who that is."""
    if name := groups.get("someone"):
        kin = people.kin_of(name)
        return (f"{kin} {name.lower()}", f"Your {kin} {name}") if kin else None
    if (kin := groups.get("kin")) and ("who" in groups or "whose" in groups or "kinname" in groups):
        name = groups.get("kinname") or people.called(kin)
        if groups.get("kinname"):
            people.add(kin, str(name))
        return people.subject(kin, name), f"Your {' '.join(kin.lower().split())}{f' {name}' if name else ''}"
    return YOU, "You"


def _words(
    rule: Rule, groups: dict[str, str | None], subject: str, label: str, value: str, hearing: Hearing
) -> dict[str, str]:
    words = {name: " ".join((found or "").split()) for name, found in groups.items()}
    kin = relation(words.get("kin", "") or "")
    if rule.is_several:
        kin = _SINGULAR.get(kin, kin.rstrip("s"))
    if kin in {"married", "engaged"}:
        kin = {"married": "spouse", "engaged": "partner"}[kin]
    animal = words.get("animal", "").lower()
    thing = to_you(_ARTICLE.sub("", value.lower()))
    return words | {
        "value": to_you(value) if not value[:1].isupper() else value,
        "kin": kin,
        "animal": lists.YOUNG.get(animal, animal) if "{animal}" not in rule.text else animal,
        "thing": thing,
        "what": words.get("what", "").lower(),
        "like": _LIKE.get(lists.YOUNG.get(animal, animal) or kin, ""),
        "Who": label,
        "Whose": "Your" if subject == YOU else f"{label}'s",
        "Subject": subject,
        "was": "were" if subject == YOU else "was",
        "live": "live" if subject == YOU else "lives",
        "month": f"in {hearing.today:%B %Y}",
    }


def _text(
    rule: Rule, match: re.Match[str], words: dict[str, str], label: str, time: str, hearing: Hearing
) -> tuple[str, datetime | None] | None:
    """The sentence, its times absolute, and since when it is true; None where a needed time can't be told for sure."""
    tense, groups = rule.tense, match.groupdict()
    if time and tense == ANY:
        return None
    if rule.text:
        told = rule.text.format_map(words)
    else:
        told = _told(match, label, groups)
        if rule.slot in _PLACED and words["value"]:
            told = re.sub(rf"\b{re.escape(words['value'])}", words["value"], told, flags=re.IGNORECASE)
    told = _absolute_since(told, hearing)
    told, when = absolute(told, today=hearing.today, tense=tense)
    if when is None and time:
        time, when = absolute(time.lower(), today=hearing.today, tense=tense)
        told = f"{told} {time}"
    if when is None and groups.get("when"):
        _, when = absolute(groups["when"] or "", today=hearing.today, tense=tense)
    if rule.needs_time and (
        when is None
        or (tense == FUTURE and when.last <= hearing.today)
        or (tense == PAST and when.first > hearing.today)
    ):
        return None
    since = None
    if tense == PAST and when is not None:
        since = start_of(when.first, hearing.zone)
    elif year := _SINCE_YEAR.search(told):
        _, month = absolute(f"in {year[1] or ''} {year[2]}".replace("  ", " "), today=hearing.today)
        since = start_of(month.first if month else date(int(year[2]), 1, 1), hearing.zone)
    if since is not None and since > hearing.said_at:
        since = hearing.said_at
    return sentence(told), since


def _told(match: re.Match[str], label: str, groups: dict[str, str | None]) -> str:
    who = next((group for group in ("who", "someone") if groups.get(group)), None)
    if who is None:
        return to_you(match[0])
    before, after = match.string[match.start() : match.start(who)], match.string[match.end(who) : match.end()]
    if label == "You" and (groups[who] or "").lower() in {"i", "we"}:
        after = re.sub(r"^('?m|'re)\b", "'re", after)
        said = to_you(f"I{after}") if not after.startswith("'") else f"you{to_you(after)}"
        return f"{to_you(before)} {said}" if before else said
    if (groups[who] or "").lower() in {"my", "our"}:
        return f"{to_you(before)} your {to_you(after)}"
    joint = " " if after.startswith((" ", "\n")) else ""
    return f"{to_you(before)} {label}{joint}{to_you(after)}"


def _absolute_since(told: str, hearing: Hearing) -> str:
    def month(match: re.Match[str]) -> str:
        words, when = absolute(f"in {match[1].lower().removeprefix('last ')}", today=hearing.today, tense=PAST)
        return f"since {words.removeprefix('in ')}" if when else match[0]

    def years(match: re.Match[str]) -> str:
        number = _WORDED.get(match[1].lower()) or int(match[1])
        return f"since about {hearing.today.year - number}"

    told = _SINCE_MONTH.sub(month, told)
    if re.search(r"(?:'ve|'s|have|has) (?:\w+ )?(?:been|lived|worked|had|played)\b", told):
        told = _FOR_YEARS.sub(years, told)
    return told
