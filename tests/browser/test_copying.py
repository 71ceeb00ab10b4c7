"""The words of a message, into the clipboard."""

from playwright.async_api import expect

from tests.browser.test_branches import answered, own, reply, talk
from tests.browser.test_talking import begin, say


async def test_words_are_copied_without_the_numbers_of_footnotes(tab):
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await begin(tab)
    await say(tab, "[say:Once upon a time.\n\nAnd **then**.]")
    await answered(tab, 1)
    await reply(tab).evaluate(
        "reply => reply.querySelector('.words p').insertAdjacentHTML('beforeend', '<sup>1</sup>')"
    )
    await reply(tab).hover()
    await reply(tab).get_by_role("button", name="Copy").click()
    await expect(reply(tab).get_by_role("button", name="Copied")).to_be_visible()
    assert await tab.evaluate("navigator.clipboard.readText()") == "Once upon a time.\n\nAnd then."
    await own(tab).locator(".words").hover()
    await own(tab).get_by_role("button", name="Copy").click()
    copied = await tab.evaluate("navigator.clipboard.readText()")
    assert copied == "[say:Once upon a time.\n\nAnd **then**.]"


async def test_without_a_clipboard_the_old_way_copies(tab):
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await begin(tab)
    await talk(tab, "one", count=1)
    await tab.evaluate("navigator.clipboard.writeText = undefined")
    await own(tab).locator(".words").hover()
    await own(tab).get_by_role("button", name="Copy").click()
    await expect(own(tab).get_by_role("button", name="Copied")).to_be_visible()
    assert await tab.evaluate("navigator.clipboard.readText()") == "one [tokens:6]"
