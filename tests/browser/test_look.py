"""How it looks where a sheet of styles alone can't tell."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.test_talking import begin

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
TOUCHABLE = 24  # px


async def box(page, selector):
    return await page.locator(selector).last.bounding_box()


async def test_while_it_thinks_one_mark_breathes(stage):
    await stage.say("Good evening")
    await expect(stage.page.locator("#state-words")).to_contain_text("is thinking")
    await expect(stage.page.locator(".talk .mark:visible")).to_have_count(1)
    await expect(stage.page.locator(".reply .thinking-mark")).to_be_visible()


async def test_who_wants_less_motion_sees_none(stage):
    mark = stage.page.locator(".reply .thinking-mark")
    running = "one => one.getAnimations().length + document.getAnimations().length"
    _, turn = await stage.say("Good evening")
    assert await mark.evaluate(running) > 0
    await stage.page.emulate_media(reduced_motion="reduce")
    assert await mark.evaluate(running) == 0
    stage.begin_reply(turn, "Good evening.")
    ink = stage.page.locator(".reply .ink")
    await expect(ink).to_have_text("Good evening.")
    assert await ink.evaluate("one => [getComputedStyle(one).opacity, one.getAnimations().length]") == ["1", 0]


async def test_the_composer_grows_to_eight_lines_and_scrolls_then(stage):
    field = stage.page.locator("#text")
    one = (await box(stage.page, "#text"))["height"]
    heights = []
    for lines in (1, 4, 8, 9, 40):
        await field.fill("\n".join(["line"] * lines))
        heights.append((await box(stage.page, "#text"))["height"])
    assert heights == [one, one + 3 * 24, one + 7 * 24, one + 7 * 24, one + 7 * 24]
    assert await field.evaluate("one => one.scrollHeight > one.clientHeight")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_the_line_above_the_composer_keeps_off_it(stage, size):
    await stage.page.set_viewport_size(size)
    await stage.page.evaluate(
        "document.getElementById('state-words').textContent = 'Remembered: ' + 'You moved. '.repeat(9)"
    )
    words, composer = await box(stage.page, "#state-words"), await box(stage.page, "#composer")
    assert composer["y"] - (words["y"] + words["height"]) >= 8
    assert words["x"] == composer["x"]


async def test_a_footnote_is_large_enough_to_tap(stage):
    await stage.page.set_viewport_size(PHONE)
    await expect(stage.page.locator(".list")).to_be_hidden()  # it slides away, over what stands there
    _, turn = await stage.say("Good evening")
    await stage.reply(turn, "Good evening.")
    await stage.page.evaluate(
        """() => {
            const notes = document.querySelector('.messages .footnotes');
            notes.innerHTML = '<li><a class="fact" href="#">You moved.</a> <a class="source" href="#">3 May</a></li>';
            notes.hidden = false;
        }"""
    )
    note = await box(stage.page, ".messages .footnotes li")
    assert note["height"] >= TOUCHABLE
    for x, part in ((2, "fact"), (note["width"] - 2, "source")):
        hit = await stage.page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y).className", [note["x"] + x, note["y"] + note["height"] / 2]
        )
        assert hit == part


async def test_which_weak_model_answers_is_one_line_as_wide_as_the_composer(browser, site, upstream):
    weak = {"LLM_PROVIDER": "builtin", "BUILTIN_LLM_BASE_URL": upstream.base_url, "BUILTIN_LLM_API_KEY": "any"}
    with site.web(4, **weak) as web:
        context = await browser.new_context(base_url=web.url, viewport=DESKTOP)
        page = await context.new_page()
        await begin(page)
        for size in (DESKTOP, PHONE):
            await page.set_viewport_size(size)
            note, composer = await box(page, ".model-note"), await box(page, "#composer")
            assert note["x"] == composer["x"]
            assert note["height"] <= 30, size
        await expect(page.locator(".model-note")).to_contain_text("SmolLM2-135M-Instruct answers: small and weak.")
        await expect(page.locator(".model-note")).not_to_contain_text("OPENAI_API_KEY")
        await page.locator(".model-note a").click()
        await expect(page.locator("main")).to_contain_text("OPENAI_API_KEY")
        await page.get_by_role("link", name="Back to talking").click()
        await expect(page).to_have_url(re.compile("/conversations/"))


async def test_the_landing_headline_breaks_behind_its_comma_on_a_phone(tab):
    await tab.set_viewport_size(PHONE)
    await tab.goto("/")
    first_line = await tab.evaluate(
        """() => {
            const text = document.querySelector('h1').firstChild, range = document.createRange();
            range.setStart(text, 0);
            for (let end = 1; end <= text.length; end++) {
                range.setEnd(text, end);
                if (range.getClientRects().length > 1) return text.data.slice(0, end - 1);
            }
        }"""
    )
    assert first_line.split()[-2:] == ["talk", "to,"]


@pytest.mark.parametrize("path", ["/", "/accounts/signup/", "/accounts/login/"])
async def test_on_a_desktop_plain_pages_are_a_sheet_of_their_own(tab, path):
    await tab.set_viewport_size(DESKTOP)
    await tab.goto(path)
    sheet = await box(tab, ".sheet")
    assert sheet["width"] <= 39 * 16 + 2 * 56
    assert sheet["y"] < DESKTOP["height"] - (sheet["y"] + sheet["height"])  # a little above the middle
    assert await tab.evaluate("document.documentElement.scrollHeight <= innerHeight")


PROSE = " ".join(["The boats come back when the light goes, one behind the other, and nobody counts them aloud."] * 12)
LINES = """(part) => {
  const text = part.firstChild, range = document.createRange(), tops = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    if (box) tops.push(Math.round(box.top));
  }
  return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
}"""


@pytest.mark.parametrize("width", [390, 1440, 3840])
async def test_a_line_is_never_too_long_to_read_however_wide_the_window_is(stage, width):
    await stage.page.set_viewport_size({"width": width, "height": 1000})
    _, turn = await stage.say("Tell me of the harbour")
    await stage.reply(turn, PROSE)
    letters = await stage.page.locator(".reply .words > p").evaluate(LINES)
    assert sum(letters) > 900
    assert max(letters) <= 70, letters  # narrow ones let a line have a few more
    assert sum(letters[:-1]) / len(letters[:-1]) <= 66
    reply, own = await box(stage.page, ".reply .words"), await box(stage.page, ".own .words")
    assert own["x"] + own["width"] <= reply["x"] + await stage.page.locator(".messages").evaluate(
        "one => one.clientWidth"
    )
    assert own["x"] > reply["x"], "own words stand to the end side"
    assert await stage.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_days_stand_between_and_times_come_when_one_looks(stage):
    await stage.say("Good evening")
    await expect(stage.page.locator(".day")).to_have_count(1)
    when = stage.page.locator(".own .when")
    await expect(when).to_have_css("opacity", "0")
    await stage.page.locator(".own .words").hover()
    await expect(when).to_have_css("opacity", "1")
    await stage.page.locator("#text").hover()
    await expect(when).to_have_css("opacity", "0")
    await stage.page.locator(".own").get_by_role("button", name="Copy this message").focus()
    await expect(when).to_have_css("opacity", "1")
