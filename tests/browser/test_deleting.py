"""A message is deleted: after a question, with the mouse, by keyboard and without scripts, here and in every other window."""

import re

from playwright.async_api import expect

from tests.browser.test_branches import VERIFY, answer_again, is_in_step, never_hears_of_branches, own, reply, talk
from tests.browser.test_talking import LONG, STATE, begin, say, stored

DIALOG = "#delete-dialog"
PHONE = {"width": 390, "height": 844}


async def ask(page, message, name):
    await message.locator(".words").hover()
    await message.get_by_role("link", name=name).click()
    await expect(page.locator(DIALOG)).to_be_visible()


async def delete(page, message, name="Delete this message"):
    await ask(page, message, name)
    await page.locator(DIALOG).get_by_role("button", name="Delete it").click()
    await expect(page.locator(DIALOG)).to_be_hidden()


async def two(page):
    await begin(page)
    await talk(page, "one", count=1)
    await talk(page, "two", count=2)


async def test_a_message_goes_with_its_answer_after_a_question(tab):
    await two(tab)
    before = await is_in_step(tab)
    await ask(tab, own(tab, 0), "Delete this message")
    await expect(tab.locator(DIALOG)).to_contain_text("one [tokens:6]")
    await expect(tab.locator(DIALOG).get_by_text("with its answer")).to_be_visible()
    await tab.locator(DIALOG).get_by_role("button", name="Keep it").click()
    await expect(own(tab, 0).get_by_role("link", name="Delete this message")).to_be_focused()
    assert await is_in_step(tab) == before
    await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1)
    await expect(tab.locator("#aloud")).to_have_text("Deleted, for good.")
    assert await is_in_step(tab) == before[2:]
    await talk(tab, "three", count=2)
    await tab.reload()
    assert await is_in_step(tab) == [*before[2:], *(await stored(tab))[2:]]


async def test_a_reply_goes_alone(tab):
    await two(tab)
    before = await is_in_step(tab)
    await ask(tab, reply(tab, 0), "Delete this reply")
    for part, is_there in (("Your message and what was said after it stay", True), ("with its answer", False)):
        await expect(tab.locator(DIALOG).get_by_text(part)).to_be_visible(visible=is_there)
    await tab.locator(DIALOG).get_by_role("button", name="Delete it").click()
    await expect(tab.locator(".reply")).to_have_count(1)
    assert await is_in_step(tab) == [before[0], *before[2:]]


async def test_what_is_left_when_all_is_deleted_is_an_invitation(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await expect(tab.locator("#invitation")).to_be_hidden()
    await delete(tab, own(tab))
    await expect(tab.locator(".own")).to_have_count(0)
    await expect(tab.locator("#invitation")).to_be_visible()
    await talk(tab, "two", count=1)
    await expect(tab.locator("#invitation")).to_be_hidden()


async def test_all_of_it_by_keyboard_and_another_window_stays_in_step(tab):
    await two(tab)
    other = await tab.context.new_page()
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    await own(tab, 0).get_by_role("link", name="Delete this message").focus()
    await tab.keyboard.press("Enter")
    await expect(tab.locator(DIALOG)).to_be_visible()
    await tab.keyboard.press("Escape")
    await expect(own(tab, 0).get_by_role("link", name="Delete this message")).to_be_focused()
    await tab.keyboard.press("Enter")
    await tab.locator(DIALOG).get_by_role("button", name="Delete it").press("Enter")
    await expect(tab.locator("#pages")).to_be_focused()
    for page in (tab, other):
        await expect(page.locator(".own")).to_have_count(1)
    assert await is_in_step(tab) == await is_in_step(other)
    await tab.keyboard.press("d")
    await expect(tab.locator(DIALOG)).to_contain_text("two [tokens:6]")
    await tab.keyboard.press("Enter")  # the focus is on keeping it
    await expect(tab.locator(DIALOG)).to_be_hidden()
    await expect(tab.locator(".own")).to_have_count(1)
    await other.close()


async def test_a_window_that_was_not_told_sees_it_with_what_it_is_told_next(tab):
    await two(tab)
    other = await tab.context.new_page()
    await never_hears_of_branches(other)
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1)
    await expect(other.locator(".own")).to_have_count(2)
    await tab.evaluate(VERIFY)  # any reason for a session.state will do
    await expect(other.locator(".own")).to_have_count(1)
    assert await is_in_step(tab) == await is_in_step(other)
    await other.close()


async def test_what_could_not_be_fetched_then_is_with_what_is_told_next(tab):
    await two(tab)
    other = await tab.context.new_page()
    await other.goto(tab.url)
    await expect(other.locator(STATE)).to_be_empty()
    history = re.compile("/messages/$")
    await other.route(history, lambda asked: asked.fulfill(status=503))
    async with other.expect_response(history):
        await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1)
    await expect(other.locator(".own")).to_have_count(2)
    await other.unroute_all()
    await tab.evaluate(VERIFY)
    await expect(other.locator(".own")).to_have_count(1)
    assert await is_in_step(tab) == await is_in_step(other)
    await other.close()


async def test_also_where_nobody_can_be_told_it_is_gone_where_it_was_deleted(tab):
    await two(tab)
    await never_hears_of_branches(tab)
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1, timeout=10_000)


async def test_an_offer_goes_with_the_message_that_it_was_about(stage):
    state = stage.page.locator(STATE)
    first, turn = await stage.say("Good evening")
    stage.tell("error", turn=turn, code="provider_down", message="The model is away.", retry_after=None)
    await expect(state).to_have_text("The model is away.")
    stage.tell("history.changed", client_id=None, **{"from": first}, head=None, branch=1)  # another window deleted it
    await expect(stage.page.locator(".own")).to_have_count(0)
    await expect(state).to_be_empty()
    await expect(stage.page.get_by_role("button", name="Try again")).to_have_count(0)


async def test_the_question_quotes_the_words_and_nothing_else(tab):
    await begin(tab)
    await say(tab, "[say:Like this:\n\n```\nls\n```]")
    await expect(reply(tab).get_by_role("button", name="Copy this code")).to_have_count(1)
    await ask(tab, reply(tab), "Delete this reply")
    assert await tab.locator(DIALOG).locator(".quoted").inner_text() == "Like this: ls"


async def test_a_phone_that_slept_meanwhile_shows_no_deleted_words(tab, browser, web):
    await two(tab)
    phone = await browser.new_context(
        base_url=web.url, storage_state=await tab.context.storage_state(), viewport=PHONE, has_touch=True
    )
    asleep = await phone.new_page()
    await asleep.goto(tab.url)
    await expect(asleep.locator(STATE)).to_be_empty()
    await phone.set_offline(True)
    await expect(asleep.locator(STATE)).to_contain_text("offline")
    await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1)
    await expect(asleep.locator(".own")).to_have_count(2)
    await phone.set_offline(False)
    await expect(asleep.locator(".own")).to_have_count(1)
    assert await is_in_step(tab) == await is_in_step(asleep)


async def test_not_while_a_reply_is_written_and_it_says_so(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await say(tab, "[tokens:2000] a long story")
    await expect(tab.locator(STATE)).to_contain_text("is writing")
    await ask(tab, own(tab, 0), "Delete this message")
    await tab.locator(DIALOG).get_by_role("button", name="Delete it").click()
    await expect(tab.locator(DIALOG).get_by_role("alert")).to_contain_text("still being written")
    await tab.keyboard.press("Escape")
    await expect(tab.locator(".own")).to_have_count(2)
    await tab.get_by_role("button", name="Stop").click()
    await expect(tab.locator(STATE)).to_be_empty()
    await delete(tab, own(tab, 0))
    await expect(tab.locator(".own")).to_have_count(1)


async def test_without_a_network_it_says_that_it_could_not(tab):
    await begin(tab)
    await talk(tab, "one", count=1)
    await tab.context.set_offline(True)
    await ask(tab, own(tab, 0), "Delete this message")
    await tab.locator(DIALOG).get_by_role("button", name="Delete it").click()
    await expect(tab.locator(DIALOG).get_by_role("alert")).to_contain_text("Try again in a moment")
    await tab.context.set_offline(False)
    await expect(tab.locator(".own")).to_have_count(1)


async def test_further_back_as_well_and_one_stays_there(tab, site):
    await begin(tab)
    conversation = tab.url.rstrip("/").split("/")[-1]
    site.manage("shell", "-c", LONG.replace("CONVERSATION", conversation).replace("range(40)", "range(90)"))
    [(message,)] = site.rows("SELECT id FROM chat_message WHERE conversation_id = %s AND position = 20", conversation)
    await tab.goto(f"{tab.url}?at={message}#m-{message}")
    await expect(tab.locator("#reading")).to_be_visible()
    there = tab.locator(f"#m-{message}")
    await delete(tab, there)
    await expect(there).to_have_count(0)
    await expect(tab.locator("#reading")).to_be_visible()
    [(left,)] = site.rows(
        "SELECT count(*) FROM chat_message WHERE conversation_id = %s AND deleted_at IS NOT NULL", conversation
    )
    assert left == 2


async def test_without_scripts_it_is_a_page(tab, browser, web):
    await two(tab)
    context = await browser.new_context(
        base_url=web.url, java_script_enabled=False, storage_state=await tab.context.storage_state()
    )
    page = await context.new_page()
    await page.goto(tab.url)
    await page.get_by_role("link", name="Delete this message").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Delete this message?")).to_be_visible()
    await page.get_by_role("link", name="Keep it").click()
    await expect(page.locator(".own")).to_have_count(2)
    await page.get_by_role("link", name="Delete this message").last.focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Delete it").click()
    await expect(page.locator(".own")).to_have_count(1)
    await expect(page.locator(".own .words")).to_have_text("one [tokens:6]")
    await expect(tab.locator(".own")).to_have_count(1)


async def test_on_a_phone_all_that_can_be_done_fits_and_can_be_tapped(tab, browser, web):
    await begin(tab)
    await talk(tab, "one", count=1)
    await answer_again(tab, 1)
    context = await browser.new_context(
        base_url=web.url,
        storage_state=await tab.context.storage_state(),
        viewport=PHONE,
        has_touch=True,
        is_mobile=True,
    )
    page = await context.new_page()
    for width in (390, 320):
        await page.set_viewport_size({"width": width, "height": 844})
        await page.goto(tab.url)
        await expect(page.locator(".reply .turning")).to_be_visible()
        for part in await page.locator(".under :is(a, button):visible").all():
            box = await part.bounding_box()
            assert box["x"] >= 0, (width, await part.inner_text())
            assert box["x"] + box["width"] <= width, (width, await part.inner_text())
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert re.match("Delete", await page.locator(".reply .delete").inner_text())
