"""Standing in line for a model, as the page says it."""

from playwright.async_api import expect

STATE = "#state-words"


async def test_the_line_is_told_in_words_until_the_reply_begins(stage):
    words = stage.page.locator(STATE)
    _, turn = await stage.say("Good evening")
    stage.tell("turn.queued", turn=turn, position=3, seconds=10)
    await expect(words).to_have_text("Third in line, about 10 seconds. You can stop at any time.")
    stage.tell("turn.alive", turn=turn, text_length=0)
    stage.tell("turn.queued", turn=turn, position=1, seconds=2)
    await expect(words).to_have_text("Next in line, a few seconds. You can stop at any time.")
    stage.tell("turn.queued", turn=turn, position=14, seconds=None)
    await expect(words).to_have_text("Number 14 in line. You can stop at any time.")
    stage.begin_reply(turn, "Good")
    await expect(words).to_have_text("Mira is writing. You can stop at any time.")


async def test_who_stands_in_line_may_leave_it(stage):
    _, turn = await stage.say("Good evening")
    stage.tell("turn.queued", turn=turn, position=2, seconds=40)
    await expect(stage.page.locator(STATE)).to_have_text("Second in line, about 40 seconds. You can stop at any time.")
    await stage.page.get_by_role("button", name="Stop").click()
    assert (await stage.sent_frame("reply.stop"))["turn"] == turn


async def test_who_was_sent_away_can_try_again(stage):
    message, turn = await stage.say("Good evening")
    stage.tell("turn.queued", turn=turn, position=2, seconds=40)
    busy = "It is too busy here to answer right now. Your message is kept; try again in a moment."
    stage.tell("error", turn=turn, code="overloaded", message=busy, retry_after=12.5)
    await expect(stage.page.locator(STATE)).to_have_text(busy)
    await stage.page.get_by_role("button", name="Try again").click()
    assert (await stage.sent_frame("reply.regenerate"))["message"] == message


async def test_who_has_used_up_the_day_keeps_their_words_and_hears_when_it_goes_on(stage):
    await stage.page.locator("#text").fill("Good evening")
    await stage.page.get_by_role("button", name="Send").click()
    frame = await stage.sent_frame("message.send")
    said = "That was all for today."
    stage.tell("error", client_id=frame["client_id"], code="quota", message=said, retry_after=5 * 3600)
    await expect(stage.page.locator(STATE)).to_have_text(f"{said} It goes on in about 5 hours.")
    await expect(stage.page.locator("#text")).to_have_value("Good evening")
