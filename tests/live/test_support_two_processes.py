"""Somebody in a crisis is shown help first: on every socket, on both processes, and with no model at all."""

import pytest

from companion.embedded.process import free_port

CRISIS, DISCLOSURE = "yarrow", "tansy"
NO_MODEL = f"http://127.0.0.1:{free_port()}/v1"


@pytest.fixture
async def both(person, conversation, other_web):
    async with person.socket(conversation) as here, person.socket(conversation, url=other_web.url) as there:
        yield here, there


def of_turn(socket, turn):
    return [event for event in socket.events if event.get("turn") == turn]


@pytest.mark.parametrize("words", [CRISIS, DISCLOSURE])
async def test_help_comes_right_after_the_message_on_both(person, conversation, both, words):
    here = both[0]
    turn = (await here.accepted(await here.say(words)))["turn"]
    cards = []
    for socket in both:
        reply = await socket.ended(turn)
        told = of_turn(socket, turn)
        assert [event["type"] for event in told[:3]] == ["message.accepted", "crisis.support", "reply.started"]
        assert (reply.started["route"], reply.started["model"], reply.end["finish"]) == ("support", "none", "stop")
        cards.append(told[1])
        await socket.told_state(route="support", lock=None)
    assert cards[0] == cards[1]
    assert all(line["url"] or line["contact"] for line in cards[0]["resources"])
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    assert page["messages"][0]["support"] == {name: cards[0][name] for name in ("text", "resources")}


async def test_help_is_shown_again_to_who_resumes(person, conversation, both, other_web):
    turn = (await both[0].talk(CRISIS)).turn
    async with person.socket(conversation, url=other_web.url) as late:
        await late.send(type="resume", turn=turn, offset=0)
        await late.ended(turn)
        assert [event["type"] for event in of_turn(late, turn)][:2] == ["crisis.support", "reply.started"]


async def test_help_comes_before_a_question_for_an_age(both):
    here, there = both
    waiting = await here.asked_for_age("periwinkle")
    turn = (await there.talk(CRISIS)).turn
    for socket in both:
        assert (await socket.ended(waiting)).end["reason"] == "age_declined"
        await socket.ended(turn)
        assert "crisis.support" in [event["type"] for event in of_turn(socket, turn)]
        await socket.told_state(route="support", waiting=None)


async def test_an_adult_lock_ends_and_stays_shut(person, both):
    here, there = both
    await person.verify_age()
    await here.talk("periwinkle [tokens:5]")
    await there.talk(CRISIS)
    await here.told_state(route="support", lock=None)
    assert (await here.talk("periwinkle")).end["reason"] == "route_closed"
    await there.send(type="lock.release")
    await here.told_state(route="everyday", lock=None)
    assert (await here.talk("periwinkle")).end["reason"] == "route_closed"
    assert (await there.talk("marigold [tokens:5]")).started["route"] == "everyday"


@pytest.mark.parametrize("named", ["", "local"])
async def test_with_no_model_that_answers_there_are_fixed_words(person, conversation, site, web, named):
    with site.web(2, LOCAL_LLM_BASE_URL=NO_MODEL, SUPPORT_PROVIDERS=named) as mute:
        async with person.socket(conversation, url=mute.url) as here, person.socket(conversation) as there:
            turn = (await here.accepted(await here.say(CRISIS)))["turn"]
            replies = [await socket.ended(turn) for socket in (here, there)]
            assert {reply.started["model"] for reply in replies} == {"none"}
            assert replies[0].text == replies[1].text
            assert len(replies[0].text) > 50
            for socket in (here, there):
                assert [event["type"] for event in of_turn(socket, turn)][1] == "crisis.support"
            failed = await here.talk("good evening")
            assert failed.started["model"] == "none"  # still in support


async def test_whose_instance_is_killed_in_a_crisis_has_help_and_an_answer(person, conversation, site, web):
    with site.web(2, SUPPORT_PROVIDERS="local") as third:
        async with person.socket(conversation) as there:
            here = await person.socket(conversation, url=third.url).open()
            turn = (await here.accepted(await here.say(f"{CRISIS} [fault:silence]")))["turn"]
            await there.wait_for(lambda event: event["type"] == "crisis.support")
            third.kill()
            reply = await there.ended(turn, seconds=20)
            assert (reply.started["model"], reply.end["finish"], len(reply.text) > 50) == ("none", "stop", True)
            assert [event["type"] for event in of_turn(there, turn)].count("crisis.support") == 1


async def test_a_drain_leaves_nobody_in_a_crisis_without_an_answer(person, conversation, site, web):
    with site.web(2, SUPPORT_PROVIDERS="local", DRAIN_SECONDS="1") as third:
        async with person.socket(conversation) as there:
            here = await person.socket(conversation, url=third.url).open()
            turn = (await here.accepted(await here.say(f"{CRISIS} [fault:silence]")))["turn"]
            third.terminate()
            reply = await there.ended(turn)
            assert (reply.started["model"], reply.end["finish"], len(reply.text) > 50) == ("none", "stop", True)


# --- Who answers instead --------------------------------------------------------------------------------------------------
async def test_another_answers_everyday_and_says_so_and_never_on_the_adult_route(person, conversation, site):
    assert (await person.verify_age())[0] == 200
    with site.web(2, LOCAL_LLM_BASE_URL=NO_MODEL, FALLBACK_PROVIDERS="scripted") as mute:
        async with person.socket(conversation, url=mute.url) as socket:
            everyday = await socket.talk("good evening")
            assert (everyday.started["model"], everyday.started["instead_of"]) == ("scripted", "simulated")
            assert everyday.end["finish"] == "stop"
            adult = await socket.talk("periwinkle")
            assert (adult.started, adult.end["type"], adult.end["code"]) == (None, "error", "provider_down")
            locked = await socket.talk("and then")
            assert (locked.started, locked.end["code"]) == (None, "provider_down")
    _, page = await person.json("GET", f"/conversations/{conversation}/messages/")
    assert [(one["model"], one["instead_of"]) for one in page["messages"] if one["role"] == "assistant"] == [
        ("scripted", "simulated")
    ]
