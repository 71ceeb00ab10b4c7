"""All of a conversation and its list by keys, and where it says so."""

import re

from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, begin, say

SHEET = "#keys-sheet"


async def leave_field(page):
    await expect(page.locator("#send")).to_be_enabled()  # the page hears keys
    await page.locator("#text").focus()
    await page.keyboard.press("Escape")
    await expect(page.locator("#pages")).to_be_focused()


async def test_the_sheet_opens_by_key_by_link_and_while_writing(tab):
    await begin(tab)
    sheet = tab.locator(SHEET)
    await leave_field(tab)
    await tab.keyboard.press("?")
    await expect(sheet).to_be_visible()
    await expect(tab.locator("#keys-title")).to_be_focused()
    await tab.keyboard.press("Escape")
    await expect(sheet).to_be_hidden()
    await expect(tab.locator("#pages")).to_be_focused()
    await tab.get_by_role("link", name="Keys").click()
    await expect(sheet).to_be_visible()
    await sheet.get_by_role("button", name="Close").click()
    await expect(sheet).to_be_hidden()
    await tab.locator("#text").fill("Half a")
    await tab.keyboard.press("Control+/")
    await expect(sheet).to_be_visible()
    await tab.keyboard.press("Escape")
    await expect(tab.locator("#text")).to_be_focused()
    await expect(tab.locator("#text")).to_have_value("Half a")


async def test_without_scripts_they_are_a_page(browser, web, tab):
    await begin(tab)
    context = await browser.new_context(
        base_url=web.url, java_script_enabled=False, storage_state=await tab.context.storage_state()
    )
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_role("link", name="Keys").click()
    await expect(page.get_by_role("heading", name="Keys", exact=True)).to_be_visible()
    await expect(page.get_by_text("Edit your last message", exact=True)).to_be_visible()


async def test_a_letter_in_a_field_is_a_letter(stage):
    await stage.say("Good evening")
    field = stage.page.locator("#text")
    await field.press_sequentially("jkweasm?")
    await expect(field).to_have_value("jkweasm?")
    await expect(stage.page.locator(SHEET)).to_be_hidden()
    search = stage.page.locator("#search")
    await search.press_sequentially("sea?")
    await expect(search).to_have_value("sea?")
    assert [frame for frame in stage.sent if frame["type"] == "reply.stop"] == []


async def test_they_can_be_turned_off_and_stay_so(tab):
    await begin(tab)
    await leave_field(tab)
    await tab.keyboard.press("?")
    await tab.get_by_label("Single keys act").uncheck()
    await tab.keyboard.press("Escape")
    await tab.keyboard.press("w")
    await expect(tab.locator("#pages")).to_be_focused()
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    await leave_field(tab)
    await tab.keyboard.press("?")
    await expect(tab.locator(SHEET)).to_be_hidden()
    await tab.keyboard.press("Control+/")
    await expect(tab.get_by_label("Single keys act")).not_to_be_checked()
    await tab.get_by_label("Single keys act").check()
    await tab.keyboard.press("Escape")
    await tab.keyboard.press("w")
    await expect(tab.locator("#text")).to_be_focused()


async def test_from_one_conversation_to_the_next(three):
    title = three.locator(".list [aria-current]")
    await leave_field(three)
    await three.keyboard.press("k")  # nothing is above it
    await three.keyboard.press("j")
    await expect(title).to_have_text("A letter to my sister")
    await leave_field(three)
    await three.keyboard.press("j")
    await expect(title).to_have_text("Biscuit and the vet")
    await leave_field(three)
    await three.keyboard.press("k")
    await expect(title).to_have_text("A letter to my sister")


async def test_what_is_being_edited_is_not_left_behind(three):
    await leave_field(three)
    address = three.url
    await three.keyboard.press("e")
    editor = three.locator(".editor textarea")
    await expect(editor).to_be_focused()
    await three.keyboard.type(", mind")
    await three.locator("#pages").focus()
    await three.keyboard.press("j")
    await expect(editor).to_be_focused()
    await expect(editor).to_have_value("Rain, and what to read, mind")
    assert three.url == address


async def test_the_last_message_is_edited_and_answered_again(tab):
    await begin(tab)
    await say(tab, "Good evening")
    await expect(tab.locator(DONE)).to_be_visible()
    await tab.keyboard.press("ArrowUp")  # in a field with nothing in it
    editor = tab.locator(".editor textarea")
    await expect(editor).to_be_focused()
    await tab.keyboard.press("Escape")
    await expect(editor).to_have_count(0)
    await tab.keyboard.press("a")
    await expect(tab.locator(".turning-words").filter(has_text="2 of 2")).to_be_visible()
    await expect(tab.locator(STATE)).to_be_empty()
    await tab.keyboard.press("w")
    await expect(tab.locator("#text")).to_be_focused()
    await tab.keyboard.type("Half")
    await tab.keyboard.press("ArrowUp")
    await expect(editor).to_have_count(0)


async def test_a_reply_is_stopped(stage):
    _, turn = await stage.say("Good evening")
    stage.begin_reply(turn, "Well")
    await leave_field(stage.page)
    await stage.page.keyboard.press("s")
    assert (await stage.sent_frame("reply.stop"))["turn"] == turn


async def test_what_the_reply_knew_opens_and_closes(stage):
    await stage.say("Good evening")
    await leave_field(stage.page)
    await stage.page.keyboard.press("m")
    await expect(stage.page.locator("#beside")).to_be_visible()
    await stage.page.keyboard.press("Escape")
    await expect(stage.page.locator("#beside")).to_be_hidden()


async def test_other_layouts_have_the_keys_where_they_are(stage):
    """A Cyrillic keyboard writes another letter where the W is."""
    await leave_field(stage.page)
    await stage.page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ц', code: 'KeyW', bubbles: true}))"
    )
    await expect(stage.page.locator("#text")).to_be_focused()


async def test_a_sign_is_no_letter_wherever_it_stands(stage):
    """On a French keyboard the comma is where the M is elsewhere, on Dvorak where the W is."""
    await leave_field(stage.page)
    for code in ("KeyM", "KeyW"):
        await stage.page.evaluate(
            "code => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: ',', code, bubbles: true}))",
            code,
        )
    await expect(stage.page.locator("#beside")).to_be_hidden()
    await expect(stage.page.locator("#pages")).to_be_focused()


async def test_in_the_list_the_focus_goes_up_and_down(three):
    await three.goto("/conversations/")
    for key, title in (("j", "Rain"), ("j", "A letter"), ("k", "Rain"), ("k", "Rain")):
        await three.keyboard.press(key)
        await expect(three.locator(".one-name", has_text=title)).to_be_focused()
    await three.keyboard.press("j")
    await three.keyboard.press("Enter")
    await expect(three).to_have_url(re.compile("/conversations/[0-9a-f-]{36}/"))
    await expect(three.locator(".list [aria-current]")).to_have_text("A letter to my sister")
    await three.goto("/conversations/")
    await three.keyboard.press("?")
    await expect(three.locator(SHEET)).to_be_visible()
