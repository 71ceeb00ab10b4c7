"""Every page, in light and dark: it can be used by everybody, asks nobody else for anything, and fits on a small screen."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from django.apps import apps
from playwright.async_api import expect

from tests.browser.addresses import NO_PAGES, PAGES, closed_to_all, names, pages_of_models
from tests.browser.furnished import cookies_of, furnish

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALL = {"width": 320, "height": 640}
# What goes over the edge, by name; of what scrolls by itself, such as a table or code, only what is around it.
TOO_WIDE = """() => {
    const root = document.documentElement, edge = root.clientWidth, over = [];
    const named = (one) => `${one.tagName.toLowerCase()}#${one.id}.${[...one.classList].join('.')}`;
    const isVisible = (one) => getComputedStyle(one).overflowX === 'visible';
    const clips = (one) => one && one !== document.body && (!isVisible(one) || clips(one.parentElement));
    const isOut = (one) => !one.checkVisibility({ visibilityProperty: true }) || one.closest('.unseen, .sprite');
    if (root.scrollWidth > edge || document.body.scrollWidth > edge) over.push('the page scrolls sideways');
    for (const one of document.body.querySelectorAll('*')) {
        const { left, right, width, height } = one.getBoundingClientRect();
        if (width && height && (left < -1 || right > edge + 1) && !clips(one.parentElement) && !isOut(one)) over.push(named(one));
    }
    for (const one of document.querySelectorAll('.pages, .list, .list-scroll, .beside')) {
        if (one.scrollWidth > one.clientWidth + 1) over.push(`${named(one)} scrolls sideways`);
    }
    return [...new Set(over)];
}"""
ROWS_SHOWN = {"chat_persona": "WHERE owner_id IS NULL"}  # of a table, those that the admin shows, where not all
VISITS = [
    *((name, who, path) for name, visits in PAGES.items() for who, path in visits),
    *((name, "keeper", path) for name, path in pages_of_models().items() if name not in PAGES),
]


def test_every_address_is_visited_or_named_as_no_page():
    visited = {name for name, _, _ in VISITS}
    known = visited | NO_PAGES.keys() | closed_to_all()
    assert names() - known == set(), "name it in PAGES, with who sees it, or in NO_PAGES (tests/browser/addresses.py)"
    assert known - names() == {"(missing)"}, "is there no more"
    assert visited & NO_PAGES.keys() == set()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def furnished(web, site):
    return await furnish(web, site)


@pytest_asyncio.fixture(loop_scope="package")
async def visit(browser, furnished, web, site):
    """A page of somebody. Which other servers it asked stands in ``elsewhere``."""

    async def opened(who, path, **options):
        context = await browser.new_context(base_url=web.url, **options)
        if person := furnished.everybody[who]:
            await context.add_cookies(cookies_of(person))
        page = await context.new_page()
        page.elsewhere = []
        home = urlsplit(web.url).netloc
        page.on(
            "request",
            lambda request: urlsplit(request.url).netloc not in ("", home) and page.elsewhere.append(request.url),
        )
        answer = await page.goto(path.format(**furnished.ids, pk=row_of(path)))
        assert answer.status in (200, 404 if path == "/nowhere/" else 200), answer.status
        assert urlsplit(page.url).path != "/accounts/login/" or path == "/accounts/login/"
        if await page.locator("#state-words").count():
            await expect(page.locator("#state-words")).to_be_empty()
        return page

    def row_of(path):
        found = re.match(r"/admin/(\w+)/(\w+)/\{pk\}", path)
        if not found:
            return None
        meta = apps.get_model(*found.groups())._meta
        [(key,)] = site.rows(
            f"SELECT {meta.pk.column} FROM {meta.db_table} {ROWS_SHOWN.get(meta.db_table, '')} LIMIT 1"
        )
        return key

    return opened


async def violations(page):
    found = await page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(({violations}) => violations)",
        RULES,
    )
    return [
        f"{one['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:300]})"
        for one in found
        for node in one["nodes"]
    ]


async def in_both_themes(page):
    await page.evaluate(AXE)
    problems = {}
    for theme in ("light", "dark"):
        await page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        await page.evaluate(
            "Promise.allSettled(document.getAnimations().map((one) => one.finished))"
        )  # all has its colour
        problems[theme] = await violations(page)
    return problems


@pytest.mark.parametrize(("name", "who", "path"), VISITS, ids=lambda value: str(value))
async def test_everybody_can_use_it_and_it_asks_nobody_else(visit, name, who, path):
    page = await visit(who, path)
    assert await in_both_themes(page) == {"light": [], "dark": []}
    assert page.elsewhere == []


async def test_so_can_they_the_sheet_of_keys(visit):
    page = await visit("person", "/conversations/{conversation}/", viewport=SMALL)
    await page.keyboard.press("Control+/")
    await expect(page.locator("#keys-sheet")).to_be_visible()
    assert await in_both_themes(page) == {"light": [], "dark": []}
    assert await page.evaluate(
        "[...document.querySelectorAll('#keys-sheet')].map((one) => one.scrollWidth - one.clientWidth)"
    ) == [0]


@pytest.mark.parametrize("message", [".own", ".reply"])
async def test_and_the_question_before_a_message_is_deleted(visit, message):
    page = await visit("person", "/conversations/{conversation}/", viewport=SMALL)
    await page.locator(f"{message} a.delete").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#delete-dialog")).to_be_visible()
    await expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    assert await in_both_themes(page) == {"light": [], "dark": []}
    assert await page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize(
    ("name", "who", "path"), [one for one in VISITS if one[1] != "keeper"], ids=lambda value: str(value)
)
async def test_it_fits_where_there_is_little_room(visit, name, who, path):
    page = await visit(who, path, viewport=SMALL)
    too_wide = {"as it is": await page.evaluate(TOO_WIDE)}
    await page.evaluate("document.documentElement.dir = 'rtl'")
    too_wide["from right to left"] = await page.evaluate(TOO_WIDE)
    await page.evaluate("document.documentElement.dir = 'ltr'")
    # Zoomed to 200 %, a window of 1280 is as one of 640; with text alone twice as large, there is half the room again.
    await page.set_viewport_size({"width": 640, "height": 512})
    too_wide["at 200 %"] = await page.evaluate(TOO_WIDE)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    too_wide["with text at 200 %"] = await page.evaluate(TOO_WIDE)
    assert not any(too_wide.values()), too_wide
