"""What is happening, as the page says it: one sentence, whatever it is. Where nothing happens, that is said as well."""

import re
import uuid

import pytest
from playwright.async_api import expect

from tests.browser.stage import STATE
from tests.browser.test_branches import open_editor, own
from tests.browser.test_talking import STATE as STATE_WORDS
from tests.browser.test_talking import begin, say, sign_up
from tests.client import PASSWORD

HOUR = 60 * 60 * 1000
LONG = "word " * 4_000
TOO_LONG = (
    "This has 20,000 characters; a message has room for 8,000. Shorten it, or send it in parts: all of it is kept here."
)
BUSY = "Mira is still writing. Wait, or stop it first; what you wrote is kept where it is."


@pytest.fixture
def words(stage):
    return stage.page.locator(STATE_WORDS)


def sockets_of(stage):
    return len(stage.sockets)


async def looked_at(page):
    """A phone that is taken up again says no more than that."""
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


# --- The connection
async def test_a_page_that_opens_says_that_it_connects(tab):
    await tab.route_web_socket(re.compile("/ws/conversations/"), lambda socket: None)
    await sign_up(tab)
    await tab.get_by_role("button", name="Begin in your own words").click()
    await expect(tab.locator(STATE_WORDS)).to_have_text("Connecting…")


async def test_without_a_network_it_says_so_and_keeps_what_is_written(stage, words):
    page = stage.page
    stage.is_deaf = True
    await page.context.set_offline(True)
    await expect(words).to_have_text("You are offline. Connecting again when the network is back.")
    await say(page, "written in a tunnel")
    await expect(words).to_have_text("You are offline. Connecting again when the network is back. Nothing is lost.")
    await say(page, "and one more")
    await expect(words).to_contain_text("What you write now is kept here until that is sent.")
    await expect(page.locator("#text")).to_have_value("and one more")
    stage.is_deaf = False
    await page.context.set_offline(False)
    assert (await stage.sent_frame("message.send"))["text"] == "written in a tunnel"
    await expect(page.locator("#text")).to_have_value("and one more")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (None, "The server is being restarted. Connecting again…"),
        ("Too many people are talking at once.", "Too many people are talking at once. Connecting again…"),
    ],
    ids=["drains", "without a database"],
)
async def test_a_server_that_sends_one_away_is_told_apart_from_a_lost_network(stage, words, error, said):
    stage.is_deaf = True
    if error:
        stage.tell("error", code="overloaded", message=error, retry_after=2)
    await stage.sockets[-1].close(code=4503)
    await expect(words).to_have_text(said)
    await stage.socket(2)
    await expect(words).to_have_text(said)
    stage.is_deaf = False
    stage.now()
    await expect(words).to_be_empty()


async def test_a_turn_that_a_restart_ended_can_be_tried_again(stage, words):
    message, turn = await stage.say("Good evening")
    said = "This server is being restarted. Your message is kept; try again in a moment."
    stage.tell("error", turn=turn, code="draining", message=said, retry_after=None)
    await expect(words).to_have_text(said)
    await stage.page.get_by_role("button", name="Try again").click()
    assert (await stage.sent_frame("reply.regenerate"))["message"] == message


async def test_signed_out_elsewhere_leads_to_the_door_and_back(tab):
    await begin(tab)
    name, talk = await tab.locator(".list-foot span").inner_text(), tab.url
    other = await tab.context.new_page()
    await other.goto("/accounts/logout/")
    await other.get_by_role("button", name="Log out").click()
    await expect(tab.locator("main")).to_contain_text("You are signed out here. Log in to go on where you were.")
    await tab.get_by_label("User name").fill(name)
    await tab.get_by_label("Password").fill(PASSWORD)
    await tab.get_by_role("button", name="Log in").click()
    await expect(tab).to_have_url(talk)
    await other.close()


async def test_who_is_suspended_hears_it_and_keeps_their_words(stage, words):
    await say(stage.page, "Good evening")
    frame = await stage.sent_frame("message.send")
    said = "This account is suspended."
    stage.tell("error", client_id=frame["client_id"], code="suspended", message=said, retry_after=None)
    await expect(words).to_have_text(said)
    await expect(stage.page.locator("#text")).to_have_value("Good evening")


# --- A phone that slept
async def test_after_an_hour_of_sleep_it_connects_at_once_and_goes_on_where_it_was(stage, words):
    page = stage.page
    await page.clock.install()
    message, turn = await stage.say("A story?")
    reply = stage.begin_reply(turn, "Once upon")
    await expect(words).to_contain_text("is writing")
    stage.is_deaf = True  # the connection is gone, and nobody said so
    await page.clock.fast_forward(HOUR)
    stage.is_deaf = False
    stage.state = {**STATE, "head": {"message": reply, "variant": 0}}
    stage.state["turn"] = {"turn": turn, "message": message, "text_length": 16}
    await looked_at(page)
    assert await stage.sent_frame("resume") == {"type": "resume", "turn": turn, "offset": 9}
    stage.tell("reply.delta", turn=turn, offset=9, text=" a time")
    await expect(page.locator(f"#m-{reply} .words")).to_have_text("Once upon a time")


async def test_who_looks_again_soon_is_asked_for_and_only_left_without_an_answer(stage, words):
    page = stage.page
    await page.clock.install()
    await looked_at(page)
    await stage.sent_frame("ping")
    await page.clock.run_for(6_000)
    assert sockets_of(stage) == 1
    stage.is_deaf = True
    await looked_at(page)
    await page.clock.run_for(5_100)
    await expect(words).to_have_text("Connecting again…")
    await stage.socket(2)
    stage.is_deaf = False
    stage.now()
    await expect(words).to_be_empty()


async def test_a_connection_that_is_gone_without_a_word_is_noticed(stage, words):
    page = stage.page
    await page.clock.install()
    await stage.sockets[-1].close(code=1012)
    await stage.socket(2)
    await expect(words).to_be_empty()
    for _ in range(3):
        await page.clock.run_for(25_100)
        await stage.sent_frame("ping")
        await expect(words).to_be_empty()
    assert sockets_of(stage) == 2
    stage.is_deaf = True
    await page.clock.run_for(25_100)
    await page.clock.run_for(20_100)
    await expect(words).to_have_text("Connecting again…")
    await stage.socket(3)
    stage.is_deaf = False
    stage.now()
    await expect(words).to_be_empty()


# --- A reply
async def test_a_model_that_takes_long_is_said_to(stage, words):
    await stage.page.clock.install()
    _, turn = await stage.say("A story?")
    await expect(words).to_have_text("Mira is thinking. You can stop at any time.")
    await stage.page.clock.run_for(8_100)
    await expect(words).to_have_text("Mira takes longer than usual. You can wait, or stop.")
    stage.begin_reply(turn, "Once")
    await expect(words).to_have_text("Mira is writing. You can stop at any time.")
    await stage.page.clock.run_for(8_100)
    await expect(words).to_have_text("Mira takes longer than usual. You can wait, or stop.")


async def test_a_reply_is_read_aloud_once_and_whole(stage, words):
    page, aloud = stage.page, stage.page.locator("#read-aloud")
    _, turn = await stage.say("A story?")
    reply = stage.begin_reply(turn, "Once upon")
    await expect(page.locator(f"#m-{reply} .words")).to_have_text("Once upon")
    stage.tell("reply.delta", turn=turn, offset=9, text=" a **time**")
    await expect(page.locator(f"#m-{reply} .words")).to_have_text("Once upon a **time**")
    await expect(aloud).to_be_empty()
    await expect(page.get_by_role("log")).to_have_attribute("aria-live", "off")
    stage.tell(
        "reply.done", turn=turn, message=reply, variant=0, variants=1, finish="stop", text_length=20,
        html="<p>Once upon a <strong>time</strong></p>", usage=None, latency=None,
    )  # fmt: skip
    await expect(aloud).to_have_text("Once upon a time")
    await expect(aloud).to_have_role("status")


async def test_a_reply_that_broke_off_is_kept_and_can_be_asked_for_again(stage, words):
    _, turn = await stage.say("A story?")
    reply = stage.begin_reply(turn, "Once upon")
    stage.tell(
        "reply.done", turn=turn, message=reply, variant=0, variants=1, finish="interrupted", text_length=9,
        html="<p>Once upon</p>", usage=None, latency=None,
    )  # fmt: skip
    await expect(words).to_have_text("Mira was cut off; what was said is kept.")
    await expect(stage.page.locator(f"#m-{reply} .cut")).to_have_text("It broke off here.")
    await stage.page.get_by_role("button", name="Try again").click()
    assert (await stage.sent_frame("reply.regenerate"))["message"] == reply


async def test_a_message_without_a_reply_can_still_be_answered_after_a_reload(tab):
    await begin(tab)
    await say(tab, "[fault:500] are you there?")
    again = tab.get_by_role("button", name="Try again")
    await expect(again).to_be_visible(timeout=15_000)
    await tab.reload()
    await expect(tab.locator(STATE_WORDS)).to_have_text("Your last message has no answer yet.")
    await again.click()
    await expect(tab.locator(STATE_WORDS)).to_contain_text("is thinking")
    await expect(again).to_be_visible(timeout=15_000)
    await expect(tab.locator(".own")).to_have_count(1)


async def test_a_message_that_waits_for_an_age_now_is_not_offered_again(stage, words):
    own = {"id": str(uuid.uuid4()), "role": "user", "text": "Good evening", "created_at": "2026-11-23T19:05:00+00:00"}
    history = {"messages": [own | {"edits": None, "outcome": "failed"}], "more": False}
    await stage.page.route(re.compile("/messages/"), lambda asked: asked.fulfill(json=history))
    stage.state = stage.state | {"head": {"message": own["id"], "variant": None}}
    await stage.sockets[-1].close(code=1012)
    await expect(words).to_have_text("Your last message has no answer yet.")
    await stage.page.get_by_role("button", name="Try again").click()
    frame, turn = await stage.sent_frame("reply.regenerate"), str(uuid.uuid4())
    stage.tell("message.accepted", client_id=frame["client_id"], message=own, turn=turn, duplicate=False)
    stage.now(waiting=turn)
    stage.tell("age.required", turn=turn, message=own["id"], url="/age/")
    await expect(words).to_contain_text("confirm your age")
    await stage.sockets[-1].close(code=1012)
    await stage.socket(3)
    await expect(words).to_contain_text("confirm your age")
    await expect(stage.page.get_by_role("button", name="Try again")).to_have_count(0)


# --- One thing after the other
async def test_what_is_sent_while_a_reply_is_written_stays_and_it_is_said_why(stage, words):
    page = stage.page
    _, turn = await stage.say("A story?")
    stage.begin_reply(turn, "Once upon")
    await expect(words).to_contain_text("is writing")
    await say(page, "And then?")
    await expect(words).to_have_text(BUSY)
    await expect(page.locator("#text")).to_have_value("And then?")
    await expect(page.locator(".own")).to_have_count(1)
    stage.tell("reply.delta", turn=turn, offset=9, text=" a time")
    await expect(page.locator(".reply")).to_contain_text("a time")
    await expect(words).to_have_text(BUSY)
    stage.tell("error", turn=turn, code="internal", message="Something went wrong.", retry_after=None)
    await expect(words).to_have_text("Something went wrong.")
    await page.keyboard.press("Enter")
    assert (await stage.sent_frame("message.send"))["text"] == "And then?"


async def test_an_edit_saved_while_a_reply_is_written_stays_and_it_is_said_why(stage, words):
    page = stage.page
    message, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.")
    field = await open_editor(page)
    await field.fill("Good morning")
    stage.begin_reply("5b1f8c5e-3c3e-4f6e-8a53-6f3f5b3f3c10", "As another window")
    await expect(words).to_contain_text("is writing")
    await field.press("Enter")
    why = own(page).locator(".not-saved")
    await expect(why).to_have_text(
        "Not saved yet: something was still on its way. Your words are kept here; save them once the reply is there."
    )
    await expect(words).to_have_text(BUSY)
    await expect(field).to_have_value("Good morning")
    await expect(field).to_be_enabled()
    stage.tell(
        "error", turn="5b1f8c5e-3c3e-4f6e-8a53-6f3f5b3f3c10", code="internal", message="It ended.", retry_after=None
    )
    await expect(words).to_have_text("It ended.")
    await own(page).get_by_role("button", name="Save").click()
    frame = await stage.sent_frame("message.edit")
    assert (frame["message"], frame["text"]) == (message, "Good morning")
    await expect(why).to_be_empty()


async def test_an_edit_that_the_server_finds_too_early_says_so_where_it_is_written(stage):
    page = stage.page
    _, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.")
    field = await open_editor(page)
    await field.fill("Good morning")
    await field.press("Enter")
    frame = await stage.sent_frame("message.edit")
    stage.begin_reply("5b1f8c5e-3c3e-4f6e-8a53-6f3f5b3f3c10", "As another window")
    said = "A reply is still being written. Wait for it, or stop it."
    stage.tell("error", client_id=frame["client_id"], code="busy", message=said, retry_after=None)
    await expect(own(page).locator(".not-saved")).to_have_text(said)
    await expect(page.locator(STATE_WORDS)).to_have_text(BUSY)
    await expect(field).to_have_value("Good morning")


async def test_what_cannot_be_done_while_a_reply_is_written_comes_faintly_and_only_when_looked_for(stage):
    page = stage.page
    await stage.say("A story?")
    await page.mouse.move(5, 5)
    edit = own(page).locator('[data-deed="edit"]')
    await expect(edit).to_have_css("opacity", "0")
    await own(page).locator(".words").hover()
    await expect(edit).to_have_css("opacity", "0.4")


# --- What is too long
async def paste(page, text):
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.evaluate("text => navigator.clipboard.writeText(text)", text)
    await page.locator("#text").focus()
    await page.keyboard.press("Control+v")


async def test_a_long_paste_is_kept_whole_and_told_what_there_is_room_for(stage):
    page = stage.page
    field, too_long = page.locator("#text"), page.locator("#too-long")
    await expect(too_long).to_be_hidden()
    await paste(page, LONG)
    await expect(too_long).to_have_text(TOO_LONG)
    await expect(page.locator("#aloud")).to_have_text(TOO_LONG)
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Send").click()
    await expect(field).to_have_value(LONG)
    await page.reload()
    await expect(too_long).to_have_text(TOO_LONG)
    await expect(field).to_have_value(LONG)
    await expect(page.locator(STATE_WORDS)).to_be_empty()
    await field.fill(LONG[:8_000])
    await expect(too_long).to_be_hidden()
    await page.keyboard.press("Enter")
    assert (await stage.sent_frame("message.send"))["text"] == LONG[:8_000]
    assert "message.send" not in [frame["type"] for frame in stage.sent]


async def test_letters_are_counted_as_the_server_counts_them(stage):
    page = stage.page
    await page.locator("#text").fill("😀" * 8_000)
    await expect(page.locator("#too-long")).to_be_hidden()
    await page.locator("#text").fill("😀" * 8_001)
    await expect(page.locator("#too-long")).to_contain_text("8,001 characters")
    await page.locator("#text").fill("x" * 101)
    stage.state = {**STATE, "limits": {**STATE["limits"], "message_chars": 100}}
    await stage.sockets[-1].close(code=1012)
    await expect(page.locator("#too-long")).to_contain_text("This has 101 characters; a message has room for 100.")


async def test_a_long_edit_is_kept_whole(stage):
    page = stage.page
    _, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.")
    field = await open_editor(page)
    await field.fill(LONG)
    await field.press("Enter")
    await expect(own(page).locator(".not-saved")).to_have_text(TOO_LONG)
    await expect(field).to_have_value(LONG)
    await expect(field).to_be_enabled()
    assert "message.edit" not in [frame["type"] for frame in stage.sent]
