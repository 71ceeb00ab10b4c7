"""A moderator's hour, without a mouse."""

import asyncio

import pytest_asyncio
from playwright.async_api import expect

from tests.client import PASSWORD, Person


@pytest_asyncio.fixture(loop_scope="package")
async def flagged(web, site):
    """Somebody who was flagged twice; their name."""
    person = await Person(web.url).sign_up()
    async with person.socket(await person.start_conversation()) as socket:
        await socket.talk("hemlock <img src=x onerror=alert(1)>")
        await socket.talk("monkshood")
    return person.name


@pytest_asyncio.fixture(loop_scope="package")
async def desk(tab, web, site):
    """A moderator, at the queue."""
    moderator = await Person(web.url).sign_up()
    await asyncio.to_thread(site.manage, "grant_role", moderator.name, "moderator")
    await tab.goto("/admin/")
    await tab.locator("#id_username").fill(moderator.name)
    await tab.locator("#id_password").fill(PASSWORD)
    await tab.keyboard.press("Enter")
    await tab.get_by_role("link", name="Flags", exact=True).first.click()
    return tab


async def search(desk, name):
    await desk.wait_for_load_state()  # the keys are heard from then on
    await desk.keyboard.press("/")
    await desk.keyboard.type(name)
    await desk.keyboard.press("Enter")
    await expect(desk.locator("#searchbar")).to_have_value(name)


async def test_one_is_opened_read_and_decided_by_keys(desk, flagged):
    await search(desk, flagged)
    rows = desk.locator("#result_list tbody tr")
    await expect(rows).to_have_count(2)
    for key in "jjkj":
        await desk.keyboard.press(key)
    await expect(rows.nth(1)).to_have_class("here")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_role("heading", name="Without consent")).to_be_visible()
    await desk.keyboard.press("t")
    await expect(desk.locator("#id_reveal-reason")).to_be_focused()
    await desk.keyboard.press("c")  # a letter in a field is a letter
    await desk.locator("#id_reveal-reason").select_option("decide")
    await desk.keyboard.press("Tab")
    await desk.keyboard.type("jnu is it a quote?")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.locator(".flagged .words")).to_have_text("hemlock <img src=x onerror=alert(1)>")
    await desk.locator("h1").click()
    await desk.keyboard.press("2")
    await expect(desk.get_by_label("warn 2")).to_be_checked()
    await desk.keyboard.type("the second time")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.locator(".messagelist")).to_have_text("Done: warn.")
    await search(desk, flagged)
    await expect(rows).to_have_count(1)


async def test_several_are_chosen_and_decided_by_keys(desk, flagged):
    await search(desk, flagged)
    await expect(desk.locator("#result_list tbody tr")).to_have_count(2)
    for key in "jxjx":
        await desk.keyboard.press(key)
    await desk.keyboard.press("a")
    await expect(desk.locator("select[name=action]")).to_be_focused()
    await desk.locator("select[name=action]").select_option("dismiss")
    await desk.keyboard.press("Tab")
    await desk.keyboard.press("Enter")
    await expect(desk.get_by_text("This is done for 2 flags.")).to_be_visible()
    await desk.get_by_label("Why").fill("words of a test")
    await desk.get_by_role("button", name="Nothing to do").click()
    await expect(desk.locator(".messagelist")).to_have_text("Done, for 2 flags: nothing to do.")
    await search(desk, flagged)
    await expect(desk.get_by_text("Nothing like that is here.")).to_be_visible()


async def test_on_a_phone_what_is_done_with_the_chosen_is_one_line(desk, flagged):
    await search(desk, flagged)
    await desk.set_viewport_size({"width": 390, "height": 844})
    go = await desk.get_by_role("button", name="Go").bounding_box()
    choice = await desk.get_by_label("Action:").bounding_box()
    assert (go["y"], go["height"]) == (choice["y"], choice["height"])
