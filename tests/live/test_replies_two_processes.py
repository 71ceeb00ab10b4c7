"""A reply is checked while it streams: what crosses is heard by nobody and kept nowhere. A word that means nothing stands in."""

import uuid

import pytest
import redis

from companion.simulated.model import in_pieces

# Known to these processes only, so that nothing else that was ever said here holds it.
WORD, SIMILAR, MILD = "quillwort", "quilltip", "sundew"
STAND_INS = f"explicit:{WORD};suggestive:{MILD};minor_cue:foxglove;self_harm:yarrow"
STORY = [
    f" {word}" for word in ("Once", "there", "was", "a", "lighthouse", "keeper", "who", "wrote", "to", "the", "sea")
]
HELD_BACK = "so it was left out"


@pytest.fixture(scope="module")
def web(site):
    with site.web(3, SAFETY_STAND_INS=STAND_INS, SUPPORT_PROVIDERS="local") as process:
        yield process


@pytest.fixture(scope="module")
def other_web(site):
    with site.web(4, SAFETY_STAND_INS=STAND_INS) as process:
        yield process


def traces(site, *processes):
    """Where the word stands, of everything that is kept: rows, Redis, logs."""
    found = []
    columns = site.rows(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
        "AND data_type IN ('text', 'character varying', 'jsonb')"
    )
    for table, column in columns:
        query = f'SELECT count(*) FROM "{table}" WHERE "{column}"::text LIKE %s'  # the database's own names
        [(count,)] = site.rows(query, f"%{WORD}%")
        if count:
            found.append(f"{table}.{column}")
    state = redis.Redis.from_url(site.environment["REDIS_URL"])
    found += [key.decode() for key in state.scan_iter() if WORD.encode() in (state.dump(key) or b"")]
    found += [process.url for process in processes if WORD in process.said()]
    return found


@pytest.mark.parametrize(
    ("pieces", "heard"),
    [
        (["Once", *STORY, f" {WORD}", *STORY], "".join(["Once", *STORY, " "])),
        (["Once", *STORY, " quill", "wort", *STORY], "".join(["Once", *STORY, " "])),
        (["Once", *STORY, *f" {WORD}", "."], "".join(["Once", *STORY, " "])),
        ([f"Once upon a time. And {WORD} then"], "Once upon a time."),
        (["Once", *STORY, f" {WORD}"], "".join(["Once", *STORY, " "])),
    ],
    ids=["in the middle", "across two flushes", "letter by letter", "in one piece", "last word"],
)
async def test_the_reply_ends_before_the_word_that_crosses(person, conversation, site, web, other_web, pieces, heard):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        turn = (await here.accepted(await here.say(f"A story? {in_pieces(*pieces)}")))["turn"]
        for socket in (here, there):
            reply = await socket.ended(turn)
            assert (reply.end["type"], reply.end["finish"], reply.started["model"]) == (
                "reply.done",
                "filtered",
                "simulated",
            )
            assert heard.startswith(reply.text)
            assert reply.text.split() == heard.split()
            assert reply.end["text_length"] == len(reply.text)
    [(text, finish)] = site.rows(
        "SELECT text, finish FROM chat_variant WHERE message_id = %s", reply.started["message"]
    )
    assert (text, finish) == (reply.text, "filtered")
    flags = site.rows("SELECT kind, label, action FROM chat_flag WHERE message_id = %s", reply.started["message"])
    assert flags == [("reply", "explicit", "filtered")]
    async with person.socket(conversation, url=other_web.url) as late:
        await late.send(type="resume", turn=turn, offset=0)
        again = await late.ended(turn)
        assert (again.text, again.end) == (reply.text, reply.end)
    assert traces(site, web, other_web) == []


@pytest.mark.parametrize("pieces", [[WORD], [f"{WORD} and more", *STORY], ["quill", "wort."]])
async def test_fixed_words_stand_where_nothing_could_be_said(person, conversation, site, web, pieces):
    async with person.socket(conversation) as socket:
        reply = await socket.talk(f"A story? {in_pieces(*pieces)}")
        assert (reply.started["model"], reply.started["memories"], reply.end["finish"]) == ("none", [], "filtered")
        assert HELD_BACK in reply.text
        await socket.send(type="reply.regenerate", message=reply.started["message"], client_id=str(uuid.uuid4()))
        second = await socket.wait_for(lambda event: event["type"] == "reply.done" and event["variant"] == 1)
        assert second["finish"] == "filtered"
    assert traces(site, web) == []


async def test_a_word_that_only_begins_like_it_is_said(person, conversation):
    pieces = ["Once", *STORY, " quill", "tip, a ", "quill", f". And a {MILD} yarrow."]
    async with person.socket(conversation) as socket:
        reply = await socket.talk(f"A story? {in_pieces(*pieces)}")
    assert (reply.text, reply.end["finish"]) == ("".join(pieces), "stop")


async def test_the_model_is_not_listened_to_any_longer(person, conversation, upstream):
    asked = f"A long story, {uuid.uuid4()}? {in_pieces('Once', f' {WORD} ', *STORY * 25)}"
    async with person.socket(conversation) as socket:
        reply = await socket.talk(asked, seconds=4)
        assert reply.end["finish"] == "filtered"
        await socket.talk("[tokens:3] and now?")
    assert upstream.was_left(asked)


async def test_what_a_broken_connection_held_back_is_judged_as_well(person, conversation, site, web):
    async with person.socket(conversation) as socket:
        pieces = ["One", " two", " three", " four", " five", " six", " seven", " quill", "tip"]
        reply = await socket.talk(f"[fault:error_event] {in_pieces(*pieces)}")
        assert (reply.text, reply.end["finish"]) == ("One two three four five six seven quill", "interrupted")
        pieces[7] = f" {WORD}"
        reply = await socket.talk(f"[fault:error_event] {in_pieces(*pieces)}")
        assert (reply.text, reply.end["finish"]) == ("One two three four five six seven ", "filtered")
    assert traces(site, web) == []


@pytest.mark.parametrize("before", ["", "I hear you. "])
async def test_nobody_in_a_crisis_is_left_with_half_an_answer(person, conversation, site, web, before):
    async with person.socket(conversation) as socket:
        reply = await socket.talk(f"I don't want to live any more {in_pieces(f'{before}{WORD} and more')}")
        assert reply.started["route"] == "support"
        assert reply.started["model"] == ("simulated" if before else "none")
        assert reply.end["finish"] == ("filtered" if before else "stop")
        assert reply.text.startswith(before.strip())
        assert "deserves a person" in reply.text
    [(text,)] = site.rows("SELECT text FROM chat_variant WHERE message_id = %s", reply.started["message"])
    assert text == reply.text
    assert traces(site, web) == []


async def test_where_a_minor_is_meant_no_flirting_comes_back(person, conversation):
    flirting = in_pieces("Once", *STORY, f" {MILD}.")
    async with person.socket(conversation) as socket:
        assert (await socket.talk(f"A story? {flirting}")).end["finish"] == "stop"
        assert (await socket.talk(f"My sister is 15 years old. {flirting}")).end["finish"] == "filtered"
        assert (await socket.talk(f"And another? {flirting}")).end["finish"] == "filtered"


async def test_explicit_words_are_said_on_the_adult_route_until_a_minor_is_meant(person, conversation):
    await person.verify_age()
    async with person.socket(conversation) as socket:
        adult = await socket.talk(f"{WORD} {in_pieces('Once', f' {WORD}', *STORY)}")
        assert (adult.started["route"], adult.end["finish"]) == ("adult", "stop")
        cut = await socket.talk(f"and then {in_pieces('Once', f' {WORD}', ' foxglove', *STORY)}")
        assert (cut.started["route"], cut.end["finish"]) == ("adult", "filtered")
        said = await socket.talk(f"and then {in_pieces('Once', ' she is 15 years old', *STORY)}")
        assert said.end["finish"] == "stop"
        after = await socket.talk(f"and then {in_pieces('Once', *STORY)}")
        assert after.started["route"] == "everyday"
