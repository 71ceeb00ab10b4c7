"""Another answer, another wording, and the way back: with the mouse, the keyboard and a finger, and in two windows at once."""

import json
import re

import pytest_asyncio
from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, begin, say, stored

PHONE = {"width": 390, "height": 844}
HOSTILE = '<img src=x onerror=alert(1)> <b>bold</b> & "quoted" \u202eright to left\u202c'

VERIFY = """() => {
    const csrfmiddlewaretoken = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ birth_date: "1980-01-31", confirm: "on", csrfmiddlewaretoken });
    return fetch("/age/", { method: "POST", body, headers: { Accept: "application/json" } });
}"""


def own(page, number=-1):
    return page.locator(".own").nth(number)


def reply(page, number=-1):
    return page.locator(".reply").nth(number)


async def talk(page, text, *, count):
    """Say something and wait until so many replies stand there."""
    await say(page, f"{text} [tokens:6]")
    await answered(page, count)


async def answered(page, count):
    await expect(page.locator(DONE)).to_have_count(count)
    await expect(page.locator(".reply")).to_have_count(count)
    await expect(page.locator(STATE)).to_be_empty()


async def answer_again(page, variant):
    await reply(page).hover()
    await reply(page).get_by_role("button", name="Answer again").click()
    await expect(page.locator(f'{DONE}[data-variant="{variant}"]')).to_be_visible()
    await expect(page.locator(STATE)).to_be_empty()


async def open_editor(page, number=-1):
    await own(page, number).locator(".words").hover()
    await own(page, number).get_by_role("button", name="Edit").click()
    return own(page, number).get_by_role("textbox", name="Your message, in other words")


async def words(page):
    """All that stands on the page, oldest first."""
    return [" ".join(one.split()) for one in await page.locator(":is(.own, .reply) .words").all_inner_texts()]


async def is_in_step(page):
    texts = [" ".join(text.split()) for text in await stored(page)]
    assert await words(page) == texts
    return texts


async def test_a_reply_is_answered_again_and_an_older_one_chosen(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await expect(reply(tab).locator(".turning")).to_be_hidden()
    first = await stored(tab)
    await answer_again(tab, 1)
    turning = reply(tab).get_by_role("group", name="Answers")
    await expect(turning).to_have_text("2 of 2")
    await answer_again(tab, 2)
    await expect(turning).to_have_text("3 of 3")
    await turning.get_by_role("button", name="The answer before").click()
    await expect(turning).to_have_text("2 of 3")
    await expect(reply(tab)).to_have_attribute("data-variant", "1")
    await is_in_step(tab)
    await turning.get_by_role("button", name="The answer before").click()
    await expect(turning).to_have_text("1 of 3")
    assert await is_in_step(tab) == [" ".join(text.split()) for text in first]
    await tab.reload()
    await expect(turning).to_have_text("1 of 3")
    await expect(turning.get_by_role("button", name="The answer before")).to_have_attribute("aria-disabled", "true")


async def test_only_the_last_reply_is_answered_again(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await talk(tab, "two", count=2)
    await expect(reply(tab, 0).get_by_role("button", name="Answer again")).to_be_hidden()
    await expect(reply(tab, 1).get_by_role("button", name="Answer again")).to_have_count(1)


async def test_a_message_is_edited_in_its_place_and_what_stood_there_is_a_step_away(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await talk(tab, "two", count=2)
    before = await is_in_step(tab)
    field = await open_editor(tab, 0)
    await expect(field).to_be_focused()
    await expect(field).to_have_value("one [tokens:6]")
    await field.fill("won [tokens:6]")
    await own(tab, 0).get_by_role("button", name="Save").click()
    await answered(tab, 1)
    after = await is_in_step(tab)
    assert after[0] == "won [tokens:6]"
    turning = own(tab, 0).get_by_role("group", name="Wordings of your message")
    await expect(turning).to_have_text("2 of 2")
    await turning.get_by_role("button", name="The wording before").click()
    await expect(turning).to_have_text("1 of 2")
    assert await is_in_step(tab) == before
    await turning.get_by_role("button", name="The wording after").click()
    await expect(turning).to_have_text("2 of 2")
    assert await is_in_step(tab) == after
    await talk(tab, "three", count=2)
    assert await is_in_step(tab) == [*after, *(await words(tab))[2:]]
    await tab.reload()
    await expect(turning).to_have_text("2 of 2")


async def test_escape_and_cancel_leave_everything_as_it_was(tab):
    await begin(tab)
    await talk(tab, "one", count=1)

    async def is_as_it_was():
        await expect(own(tab).get_by_role("textbox")).to_have_count(0)
        await expect(own(tab).get_by_role("button", name="Edit")).to_be_focused()
        await expect(own(tab).locator(".words")).to_have_text("one [tokens:6]")

    field = await open_editor(tab)
    await field.press_sequentially(" and more")
    await tab.keyboard.press("Escape")
    await is_as_it_was()
    field = await open_editor(tab)
    await field.press_sequentially(" and more")
    await own(tab).get_by_role("button", name="Cancel").click()
    await is_as_it_was()
    await open_editor(tab)
    await tab.keyboard.press("Enter")  # nothing was changed, so there is nothing to save
    await is_as_it_was()
    assert (await stored(tab))[0] == "one [tokens:6]"


async def test_all_of_it_works_with_the_keyboard_alone(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await reply(tab).get_by_role("button", name="Answer again").focus()
    await tab.keyboard.press("Enter")
    await expect(tab.locator(f'{DONE}[data-variant="1"]')).to_be_visible()
    await expect(reply(tab)).to_be_focused()
    await tab.keyboard.press("Tab")
    before = reply(tab).get_by_role("button", name="The answer before")
    await expect(before).to_be_focused()
    await tab.keyboard.press("ArrowLeft")
    await expect(reply(tab)).to_have_attribute("data-variant", "0")
    await expect(before).to_be_focused()
    await tab.keyboard.press("ArrowRight")
    await expect(reply(tab)).to_have_attribute("data-variant", "1")
    await expect(reply(tab).get_by_role("button", name="The answer after")).to_be_focused()
    await own(tab).get_by_role("button", name="Edit").focus()
    await tab.keyboard.press("Enter")
    await tab.keyboard.press("Control+a")
    await tab.keyboard.type("won")
    await tab.keyboard.press("Shift+Enter")
    await tab.keyboard.type("[tokens:6]")
    await tab.keyboard.press("Enter")
    await answered(tab, 1)
    assert (await stored(tab))[0] == "won\n[tokens:6]"
    await own(tab).get_by_role("button", name="The wording before").focus()
    await tab.keyboard.press("Enter")
    await expect(own(tab)).to_contain_text("1 of 2")
    await expect(own(tab).get_by_role("button", name="The wording before")).to_be_focused()
    await is_in_step(tab)


async def test_hostile_words_in_an_edit_are_words(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    field = await open_editor(tab)
    await field.fill(f"{HOSTILE} [tokens:6]")
    await tab.keyboard.press("Enter")
    await answered(tab, 1)
    for _ in range(2):
        await expect(own(tab).locator(".words")).to_have_text(f"{HOSTILE} [tokens:6]")
        assert await own(tab).locator(".words *").count() == 0
        field = await open_editor(tab)
        await expect(field).to_have_value(f"{HOSTILE} [tokens:6]")
        await tab.reload()
    assert (await stored(tab))[0] == f"{HOSTILE} [tokens:6]"


async def test_two_windows_stay_in_step(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await talk(tab, "two", count=2)
    other = await tab.context.new_page()
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    field = await open_editor(tab, 0)
    await field.fill("won [tokens:6]")
    await tab.keyboard.press("Enter")
    await answered(tab, 1)
    await answered(other, 1)
    assert await is_in_step(tab) == await is_in_step(other)
    await own(other).get_by_role("button", name="The wording before").click()
    await expect(tab.locator(".own")).to_have_count(2)
    await expect(own(tab, 0)).to_contain_text("1 of 2")
    assert await is_in_step(tab) == await is_in_step(other)
    await other.close()


async def never_hears_of_branches(page):
    """As if Redis had been away just when it was told."""

    def connected(socket):
        server = socket.connect_to_server()
        server.on_message(lambda frame: json.loads(frame)["type"] == "history.changed" or socket.send(frame))

    await page.route_web_socket(re.compile("/ws/conversations/"), connected)


async def test_a_window_that_was_not_told_finds_out_by_what_comes_next(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await talk(tab, "two", count=2)
    other = await tab.context.new_page()
    await never_hears_of_branches(other)
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    field = await open_editor(tab, 0)
    await field.fill("won [tokens:6]")
    await tab.keyboard.press("Enter")
    await answered(tab, 1)
    await answered(other, 1)
    assert await is_in_step(tab) == await is_in_step(other)
    await own(tab).get_by_role("button", name="The wording before").click()
    await expect(tab.locator(".own")).to_have_count(2)
    await expect(other.locator(".own")).to_have_count(1)
    await tab.evaluate(VERIFY)  # any reason for a session.state will do
    await expect(other.locator(".own")).to_have_count(2)
    assert await is_in_step(tab) == await is_in_step(other)
    await other.close()


async def test_an_edit_that_was_gone_back_from_before_its_window_heard_of_it_changes_nothing(tab):
    """It is sent again with the next connection, and answered as what it was."""
    await begin(tab)
    await talk(tab, "one", count=1)
    before = await is_in_step(tab)
    sockets, is_deaf = [], False

    def connected(socket):
        sockets.append(socket)
        server = socket.connect_to_server()
        server.on_message(lambda frame: is_deaf or socket.send(frame))

    other = await tab.context.new_page()
    await other.route_web_socket(re.compile("/ws/conversations/"), connected)
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    is_deaf = True
    field = await open_editor(other)
    await field.fill("won [tokens:6]")
    await other.keyboard.press("Enter")
    await expect(own(tab)).to_contain_text("2 of 2")
    await answered(tab, 1)
    await own(tab).get_by_role("button", name="The wording before").click()
    await expect(own(tab)).to_contain_text("1 of 2")
    is_deaf = False
    await sockets[-1].close()
    await expect(own(other)).to_contain_text("1 of 2")
    await expect(other.locator(STATE)).to_be_empty()
    await answered(other, 1)
    assert await is_in_step(other) == await is_in_step(tab) == before
    await talk(other, "two", count=2)
    await answered(tab, 2)
    assert await is_in_step(other) == await is_in_step(tab)
    await other.close()


async def test_words_in_an_open_editor_outlive_what_another_window_does(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await talk(tab, "two", count=2)
    field = await open_editor(tab, 1)
    await field.fill("two, better")
    other = await tab.context.new_page()
    await other.goto(tab.url)
    changed = await open_editor(other, 0)
    await changed.fill("won [tokens:6]")
    await other.keyboard.press("Enter")
    await answered(other, 1)
    await answered(tab, 1)
    await expect(tab.locator("#text")).to_have_value("two, better")
    await other.close()


async def test_an_edit_that_is_not_taken_stays_in_its_editor(stage):
    page = stage.page
    message, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.")
    field = await open_editor(page)
    await field.fill("Good morning")
    await page.keyboard.press("Enter")
    frame = await stage.sent_frame("message.edit")
    assert (frame["message"], frame["text"]) == (message, "Good morning")
    await expect(field).to_be_disabled()
    stage.tell(
        "error", client_id=frame["client_id"], code="busy", message="A reply is still being written.", retry_after=None
    )
    await expect(field).to_be_enabled()
    await expect(field).to_have_value("Good morning")
    await expect(page.locator(STATE)).to_have_text("A reply is still being written.")


async def test_an_edit_that_was_sent_as_the_network_went_is_made_once(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    field = await open_editor(tab)
    await field.fill("won [tokens:6]")
    await tab.context.set_offline(True)
    await expect(tab.locator(STATE)).to_contain_text("Connecting again")
    await tab.keyboard.press("Enter")
    await expect(tab.locator(STATE)).to_contain_text("Nothing is lost")
    await tab.context.set_offline(False)
    await expect(own(tab)).to_contain_text("2 of 2", timeout=20_000)
    await answered(tab, 1)
    assert (await is_in_step(tab))[0] == "won [tokens:6]"


@pytest_asyncio.fixture(loop_scope="package")
async def phone(browser, web):
    context = await browser.new_context(base_url=web.url, viewport=PHONE, has_touch=True, is_mobile=True)
    return await context.new_page()


async def swipe(page, element, far):
    """As a finger does; Playwright has none that moves."""
    box = await element.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 20
    client = await page.context.new_cdp_session(page)
    for kind, at in (("touchStart", x), ("touchMove", x + far / 2), ("touchMove", x + far), ("touchEnd", None)):
        points = [] if at is None else [{"x": at, "y": y}]
        await client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


async def test_a_finger_goes_between_answers(phone):
    page = phone
    await begin(page)
    await say(page, "one [tokens:6]")
    await page.get_by_role("button", name="Send").tap()
    await answered(page, 1)
    again = reply(page).get_by_role("button", name="Answer again")
    for button in (again, own(page).get_by_role("button", name="Edit")):
        await expect(button).to_be_visible()
        assert (await button.bounding_box())["height"] >= 44
    await again.tap()
    await expect(page.locator(f'{DONE}[data-variant="1"]')).to_be_visible()
    await expect(page.locator(STATE)).to_be_empty()
    await swipe(page, reply(page).locator(".words"), 120)
    await expect(reply(page)).to_have_attribute("data-variant", "0")
    await swipe(page, reply(page).locator(".words"), 120)
    await swipe(page, reply(page).locator(".words"), 30)
    await swipe(page, reply(page).locator(".words"), -120)
    await expect(reply(page)).to_have_attribute("data-variant", "1")
    await expect(reply(page)).to_contain_text("2 of 2")
