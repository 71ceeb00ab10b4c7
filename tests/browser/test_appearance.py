"""Light and dark, and Companion among the apps of a device."""

import json
import re

import pytest
from playwright.async_api import expect

from tests.browser.test_talking import begin, sign_up

PAPER = {"light": "rgb(251, 248, 243)", "dark": "rgb(23, 20, 18)"}


async def paper(page):
    return await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


@pytest.mark.parametrize("system", ["light", "dark"])
async def test_the_system_decides_until_somebody_does(tab, system):
    other = {"light": "dark", "dark": "light"}[system]
    await tab.emulate_media(color_scheme=system)
    await sign_up(tab)
    assert await paper(tab) == PAPER[system]
    await tab.goto("/settings/")
    await tab.get_by_role("link", name="Light or dark").click()
    await tab.get_by_role("button", name=other.capitalize(), exact=True).click()
    await expect(tab).to_have_url(re.compile("/appearance/$"))
    await expect(tab.get_by_role("button", name=other.capitalize(), exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert await paper(tab) == PAPER[other]
    await begin_again(tab)
    assert await paper(tab) == PAPER[other]
    await tab.goto("/appearance/")
    await tab.get_by_role("button", name="As the system").click()
    assert await paper(tab) == PAPER[system]


async def begin_again(page):
    await page.goto("/")
    await page.get_by_role("button", name="Begin in your own words").click()
    await expect(page.locator("#state-words")).to_be_empty()


async def test_without_scripts_and_signed_out_it_is_chosen_as_well(browser, web):
    context = await browser.new_context(base_url=web.url, java_script_enabled=False, color_scheme="light")
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_role("link", name="Light or dark").click()
    await page.get_by_role("button", name="Dark").click()
    await page.get_by_role("link", name="To the beginning").click()
    await expect(page.locator("html")).to_have_css("background-color", PAPER["dark"])


async def test_no_other_paper_is_ever_painted(tab):
    """Before any style is there, the browser knows it already."""
    await tab.emulate_media(color_scheme="light")
    await tab.goto("/appearance/")
    await tab.get_by_role("button", name="Dark").click()
    await tab.route(re.compile(r"\.css$"), lambda sheet: sheet.fulfill(body="", content_type="text/css"))
    await tab.goto("/")
    ink = "document.body.style.color = 'CanvasText', getComputedStyle(document.body).color"
    assert await tab.evaluate(ink) == "rgb(255, 255, 255)"  # the browser's own, on its dark


async def test_who_looks_after_the_place_has_the_same_choice(desk):
    await desk.emulate_media(color_scheme="light")
    await desk.get_by_role("link", name="Light or dark").click()
    await desk.get_by_role("button", name="Dark").click()
    await desk.goto("/admin/")
    await expect(desk.locator("body")).to_have_css("background-color", PAPER["dark"])
    await expect(desk.locator("html")).not_to_have_attribute("data-theme", re.compile(""))  # no switch of Django's own


async def test_a_device_can_take_it_in(tab):
    await begin(tab)
    devtools = await tab.context.new_cdp_session(tab)
    manifest = await devtools.send("Page.getAppManifest")
    found = await devtools.send("Page.getInstallabilityErrors")

    assert manifest["errors"] == []
    # Only of a window that keeps nothing does the browser take no app.
    assert {one["errorId"] for one in found["installabilityErrors"]} <= {"in-incognito"}
    for icon in json.loads(manifest["data"])["icons"]:
        answer = await tab.request.get(icon["src"])
        assert (answer.status, answer.headers["content-type"]) == (200, icon["type"])
