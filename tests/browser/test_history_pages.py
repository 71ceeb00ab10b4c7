"""Pages of the history that were fetched: what stands in them is as changeable and as whole as what was there at first."""

from playwright.async_api import expect

from tests.browser.test_branches import open_editor
from tests.browser.test_reading import RESTS
from tests.browser.test_talking import DONE, LONG, STATE, begin


async def a_long_talk(tab, site):
    await begin(tab)
    conversation = tab.url.rstrip("/").split("/")[-1]
    site.manage("shell", "-c", LONG.replace("CONVERSATION", conversation))
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    return conversation


async def all_shown(tab):
    """The texts of all messages on the page, in order; and how many days stand between them."""
    return await tab.evaluate("""() => ({
        said: [...document.querySelectorAll("#messages :is(.own, .reply) .words")].map(one => one.textContent.trim()),
        days: document.querySelectorAll("#messages .day").length,
    })""")


ALL = [words for number in range(40) for words in (f"line {number}", f"answer {number}")]


async def test_what_one_can_do_with_the_last_of_a_page_is_there(tab, site):
    await a_long_talk(tab, site)
    await tab.get_by_role("link", name="Earlier").click()
    await expect(tab.locator(".own")).to_have_count(40)
    assert await all_shown(tab) == {"said": ALL, "days": 1}
    last = tab.locator(".page .reply").last
    await last.hover()
    await last.get_by_role("button", name="Copy this reply").click()
    await expect(last.get_by_text("Answer again")).to_be_hidden()
    await expect(tab.get_by_text("Answer again").locator("visible=true")).to_have_count(1)


async def test_an_own_message_further_up_is_changed_in_its_place(tab, site):
    await a_long_talk(tab, site)
    await tab.get_by_role("link", name="Earlier").click()
    await expect(tab.locator(".own")).to_have_count(40)
    field = await open_editor(tab, 3)
    await field.fill("another line")
    await tab.get_by_role("button", name="Save").click()
    await expect(tab.locator(".own")).to_have_count(4)
    await expect(tab.locator(DONE)).to_have_count(4)
    shown = await all_shown(tab)
    assert shown["said"][:7] == [*ALL[:6], "another line"]
    assert shown["days"] == 1
    await expect(tab.get_by_text("Answer again").locator("visible=true")).to_have_count(1)


async def test_later_pages_come_below_and_the_last_one_is_live(tab, site):
    conversation = await a_long_talk(tab, site)
    first = await tab.evaluate(
        "fetch(`/conversations/${document.getElementById('talk').dataset.conversation}/messages/?before="
        "${document.querySelector('[data-id].own').dataset.id}`).then(answer => answer.json()).then(page => page.messages[0].id)"
    )
    await tab.goto(f"/conversations/{conversation}/?at={first}#m-{first}")
    await expect(tab.locator(f"#m-{first}")).to_be_in_viewport()
    while await tab.locator("#later").count():
        count = await tab.locator(".own").count()
        await tab.get_by_role("link", name="Later").click()
        await expect(tab.locator(".own").nth(count)).to_be_attached()
        await tab.evaluate(RESTS)
    await expect(tab.locator(STATE)).to_be_empty()
    assert await all_shown(tab) == {"said": ALL, "days": 1}
    await expect(tab.locator("#jump")).to_be_visible()
    assert await tab.locator("#jump .jump-news").inner_text() == "", "nothing of it is new"
    await expect(tab.locator("#aloud")).to_be_empty()
    await tab.locator("#text").fill("And now?")
    await tab.keyboard.press("Enter")
    await expect(tab.locator(DONE)).to_have_count(41)
    assert (await all_shown(tab))["said"][80] == "And now?"
