"""A companion is met, made and talked with; what changed stands between the messages."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, say, sign_up, stored

PHONE = {"width": 390, "height": 844}


async def make(page, name="Wilhelmine"):
    """By somebody who is signed up; ends on the page of the new companion."""
    await page.goto("/companions/")
    await page.get_by_role("link", name="Make one of your own").click()
    await page.get_by_label("Name", exact=True).fill(name)
    await page.get_by_label("Who it is").fill("She rows people over the river, and is fond of fog.")
    await page.get_by_role("radio", name="Wave").check()
    await page.get_by_role("radio", name="Sea").check()
    await page.get_by_text("How a conversation begins").click()
    await page.get_by_label("Greeting 1").fill("Step in, mind the rope.")
    await page.get_by_label("Opening 1").fill("Where does it lead?")


async def test_make_a_companion_and_talk_with_it(tab):
    await sign_up(tab)
    await make(tab)
    await tab.get_by_role("button", name="Show the greeting").click()
    await expect(tab.locator("#preview")).to_contain_text("Step in, mind the rope.")
    await tab.get_by_role("button", name="Make this companion").click()
    await expect(tab.locator("h1")).to_have_text("Wilhelmine")
    await tab.get_by_role("button", name="Start a conversation").click()
    await expect(tab.locator(STATE)).to_be_empty()
    await expect(tab.locator(".talk-head h1")).to_have_text("Wilhelmine")
    await expect(tab.locator(".talk-head .portrait svg")).to_be_visible()
    await expect(tab.locator(".greeting")).to_have_text("Step in, mind the rope.")
    await tab.get_by_role("button", name="Where does it lead?").click()
    await expect(tab.locator(DONE)).to_be_visible()
    assert (await stored(tab))[0] == "Where does it lead?"
    await tab.get_by_role("button", name="New conversation").click()
    await expect(tab.locator(".talk-head h1")).to_have_text("Wilhelmine")


async def test_an_opening_on_its_page_begins_with_it(tab):
    await sign_up(tab)
    await tab.get_by_role("link", name="Oswin").click()
    await tab.get_by_role("button", name="Tell me about storms.").click()
    await expect(tab.locator(DONE)).to_be_visible()
    await expect(tab.locator(".talk-head h1")).to_have_text("Oswin")
    assert (await stored(tab))[0] == "Tell me about storms."


async def test_a_change_is_said_above_the_next_message_at_once_and_after_a_reload(tab):
    await sign_up(tab)
    await make(tab)
    await tab.get_by_role("button", name="Make this companion").click()
    await tab.get_by_role("button", name="Start a conversation").click()
    await expect(tab.locator(STATE)).to_be_empty()
    conversation = tab.url
    await say(tab, "Good evening")
    await expect(tab.locator(DONE)).to_be_visible()
    other = await tab.context.new_page()
    await other.goto(conversation)
    await other.locator(".talk-head h1 a").click()
    await other.get_by_role("link", name="Change").click()
    await other.get_by_label("Who it is").fill("She rows people over the river, and prefers the sun.")
    await other.get_by_role("button", name="Keep").click()
    await expect(other.locator(".kept")).to_have_text("Kept.")
    await other.close()
    await say(tab, "And now?")
    line = tab.locator(".messages .notice")
    await expect(line).to_have_text(re.compile(r"Wilhelmine’s description changed on \d+ \w+\."))
    await expect(tab.locator(DONE)).to_have_count(2)
    order = "[...document.querySelectorAll('#messages > :not(.day)')].map(one => one.classList[0]).join(' ')"
    assert await tab.evaluate(order) == "own reply notice own reply"
    await tab.reload()
    await expect(line).to_have_count(1)
    assert await tab.evaluate(order) == "own reply notice own reply"


async def test_everything_but_talking_works_without_javascript(browser, web):
    context = await browser.new_context(base_url=web.url, viewport=PHONE, java_script_enabled=False)
    page = await context.new_page()
    await sign_up(page)
    await make(page)
    await page.get_by_role("button", name="Make this companion").click()
    await page.get_by_role("button", name="Make a copy").click()
    await expect(page.locator("h1")).to_have_text("Change Wilhelmine, again")
    await page.get_by_role("button", name="Keep").click()
    await page.get_by_text("Delete", exact=True).click()
    await page.get_by_role("button", name="Delete this companion").click()
    await expect(page.locator(".kept")).to_contain_text("Deleted.")
    await expect(page.get_by_role("link", name="Wilhelmine")).to_have_count(1)


@pytest.mark.parametrize("path", ["/companions/", "/companions/corvin/", "/companions/new/"])
async def test_on_a_phone_everything_fits_and_can_be_tapped(tab, path):
    await tab.set_viewport_size(PHONE)
    await sign_up(tab)
    await tab.goto(path)
    for details in await tab.locator("details.more > summary").all():
        await details.click()
    assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = await tab.evaluate(
        """() => [...document.querySelectorAll('main :is(a, button, input, textarea, summary)')]
            .filter(one => one.checkVisibility() && one.type !== 'hidden')
            .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([_, box]) => box.height < 24 || box.width < 24).map(([html]) => html)"""
    )
    assert [html for html in small if "/companions/" not in html or "standing" in html] == []


async def test_a_mark_is_chosen_by_keyboard_and_seen(tab):
    await sign_up(tab)
    await tab.goto("/companions/new/")
    await tab.get_by_role("radio", name="First letter").focus()
    await tab.keyboard.press("ArrowRight")
    await expect(tab.get_by_role("radio", name="Lantern")).to_be_checked()
    ring = await tab.locator(".pick:has(:checked)").first.evaluate("one => getComputedStyle(one).outlineStyle")
    assert ring == "solid"
