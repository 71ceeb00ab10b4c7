"""Who has said ten thousand things goes through all of them without a stutter, and nothing in them is out of reach."""

import pytest
from playwright.async_api import expect

from tests.browser.long_talk import GO_ON, MESSAGES, Climb, made_long
from tests.browser.test_reading import LEFT, NEAR, RESTS
from tests.browser.test_talking import STATE, begin

AT_EASE, IN_A_HURRY = 600, 6_000  # px a frame
STRETCH = 10  # pages
MOST_GROWTH = 5
LONGEST = 2_000  # ms; this machine does other things, too

ELEMENTS = "document.getElementsByTagName('*').length"
STORED = "document.querySelectorAll('#messages [data-id]:is(.own, .reply)').length"


@pytest.mark.timeout(300)  # two hundred pages, also on a busy machine
async def test_ten_thousand_messages_are_gone_through_smoothly(tab, site, record_property):
    await begin(tab)
    await made_long(tab, site)
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    climb = await Climb.begin(tab)
    early = await climb.go_up(count=STRETCH, step=AT_EASE)
    between = await climb.go_up(count=MESSAGES // 50 - 2 * STRETCH, step=IN_A_HURRY)
    late = await climb.go_up(count=STRETCH, step=AT_EASE)
    await expect(tab.locator("#earlier")).to_be_hidden()
    await expect(tab.locator(".own").first).to_contain_text("number 0 ")
    assert await tab.evaluate(STORED) == MESSAGES
    for name, stretch in {"early": early, "between": between, "late": late}.items():
        print(f"{name}: {stretch}")
        record_property(name, str(stretch))
    print(f"{await tab.evaluate(ELEMENTS)} elements in the end")

    assert max(early.jumped, between.jumped, late.jumped) < NEAR
    # Were all of them laid out, the last pages would cost ten times what the first do, and a usual frame most of a second.
    assert late.cpu["all"] < MOST_GROWTH * early.cpu["all"]
    assert late.usual < 3 * early.usual + 50
    assert late.longest < LONGEST

    assert await tab.evaluate(GO_ON, {"step": AT_EASE, "moves": 60}) < NEAR, "back down nothing moves either"
    assert await tab.evaluate(GO_ON, {"step": -AT_EASE, "moves": 30}) < NEAR
    await all_is_in_reach(tab, climb.devtools)


async def all_is_in_reach(tab, devtools):
    """What is far out of sight is found by the browser's search and reached by keys, and heard once one is there."""
    far = tab.locator(".own", has_text="number 5000 ")
    await expect(far).to_have_count(1)
    assert not await far.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})"), "it is not laid out"
    await tab.goto(f"{tab.url.split('#')[0]}#:~:text=number%205000")  # as the browser's own search finds it
    await tab.evaluate(RESTS)
    assert await tab.evaluate(STORED) == MESSAGES, "the same page still"
    await expect(far).to_be_in_viewport()

    heard = tab.locator(".reply").nth(1_000)
    link = heard.get_by_role("link", name="Report this reply")
    await link.focus()
    await tab.keyboard.press("Shift+Tab")
    await tab.keyboard.press("Tab")
    await expect(link).to_be_focused()
    await expect(link).to_be_in_viewport()
    found = f"document.getElementById('{await heard.get_attribute('id')}')"
    node = (await devtools.send("Runtime.evaluate", {"expression": found}))["result"]["objectId"]
    told = await devtools.send("Accessibility.queryAXTree", {"objectId": node, "role": "link"})
    assert "Report this reply" in [one["name"]["value"] for one in told["nodes"] if not one["ignored"]]

    await tab.locator("#jump").click()
    await tab.evaluate(RESTS)
    assert await tab.evaluate(LEFT) < NEAR
    await expect(tab.locator(".reply").last).to_be_in_viewport()
