"""People take a conversation along and bring it in again, with scripts and without."""

import asyncio
import json

from playwright.async_api import expect

from tests.browser.test_talking import DONE, begin, say

PAGE = "/settings/conversations/"


def file_of(data):
    return {"name": "talk.json", "mimeType": "application/json", "buffer": data}


def talk(text, title="Rain"):
    said = {"id": 1, "parent": None, "role": "user", "text": text}
    document = {"persona": "mira", "title": title, "messages": [said], "head": 1}
    return json.dumps({"format": "companion", "version": 1, "conversations": [document]}).encode()


async def read_by_a_worker(page, site):
    """No worker runs beside these tests' web process; this does what one does."""
    number = page.url.rstrip("/").split("/")[-1]
    command = f"from chat.carrying.tasks import read_import; read_import('{number}')"
    await asyncio.to_thread(site.manage, "shell", "-c", command)


async def test_a_conversation_is_taken_along_and_brought_in_again(tab, site):
    await begin(tab)
    await say(tab, "My dog is called Biscuit")
    await expect(tab.locator(DONE)).to_be_visible()
    await tab.goto("/settings/")
    await tab.get_by_role("link", name="Your conversations: take them with you").click()
    async with tab.expect_download() as taken:
        await tab.get_by_role("link", name="To bring in again").click()
    download = await taken.value
    assert download.suggested_filename.startswith("conversations-")
    data = (await download.path()).read_bytes()
    assert json.loads(data)["conversations"][0]["messages"][0]["text"] == "My dog is called Biscuit"

    await tab.get_by_role("button", name="Bring them in").click()
    await expect(tab.get_by_role("alert")).to_have_text("There was no file. Choose one first.")
    await tab.evaluate(
        """() => {
            window.told = [];
            const words = document.getElementById('sending');
            new MutationObserver(() => window.told.push(words.textContent)).observe(words, {childList: true});
        }"""
    )
    held = asyncio.Event()

    async def hold(route):
        await held.wait()
        await route.continue_()

    await tab.route("**/settings/conversations/import/", hold)
    await tab.get_by_label("The file").set_input_files(file_of(data))
    await tab.get_by_role("button", name="Bring them in").click()
    await expect(tab.locator("#sending")).to_be_visible()
    assert any("Sending the file" in words for words in await tab.evaluate("window.told"))
    await expect(tab.get_by_role("button", name="Bring them in")).to_be_disabled()
    held.set()
    await expect(tab.get_by_role("heading", name="Your file is being read")).to_be_visible()
    await expect(tab.get_by_role("progressbar")).to_be_visible()
    await read_by_a_worker(tab, site)
    await expect(tab.get_by_role("heading", name="1 conversation is here now")).to_be_visible()
    await tab.get_by_role("link", name="My dog is called Biscuit").click()
    await expect(tab.locator(".own .words")).to_have_text("My dog is called Biscuit")


async def test_the_same_without_scripts(browser, web, tab, site):
    await begin(tab)
    context = await browser.new_context(
        base_url=web.url, java_script_enabled=False, storage_state=await tab.context.storage_state()
    )
    page = await context.new_page()
    for answer in (None, "Leave it", "Bring in a copy"):
        await page.goto(PAGE)
        await page.get_by_label("The file").set_input_files(file_of(talk("It rains")))
        await page.get_by_role("button", name="Bring them in").click()
        if answer:
            await expect(page.get_by_role("heading", name="You brought this file in before")).to_be_visible()
            await page.get_by_role("button", name=answer).click()
        if answer != "Leave it":
            await expect(page.get_by_role("heading", name="Your file is being read")).to_be_visible()
            await read_by_a_worker(page, site)
            await page.get_by_role("link", name="Look again").click()
            await expect(page.get_by_role("heading", name="1 conversation is here now")).to_be_visible()
    await expect(page.get_by_role("link", name="Rain (copy)")).to_be_visible()
    await page.goto(PAGE)
    await page.get_by_label("The file").set_input_files(file_of(b"[1, 2"))
    await page.get_by_role("button", name="Bring them in").click()
    await read_by_a_worker(page, site)
    await page.get_by_role("link", name="Look again").click()
    await expect(page.get_by_text("The file is damaged")).to_be_visible()


async def test_no_page_is_wider_than_the_window(tab, site, tmp_path):
    await begin(tab)
    await tab.goto(PAGE)
    await tab.get_by_label("The file").set_input_files(file_of(talk("It rains", "verylong" * 14)))
    await tab.get_by_role("button", name="Bring them in").click()
    await expect(tab.get_by_role("heading", name="Your file is being read")).to_be_visible()
    pages = {"reading": tab.url}
    for name in ("reading", "done", "page"):
        if name == "done":
            await read_by_a_worker(tab, site)
        for width in (360, 390, 768, 1440):
            for scheme in ("light", "dark"):
                await tab.set_viewport_size({"width": width, "height": 900})
                await tab.emulate_media(color_scheme=scheme)
                await tab.goto(PAGE if name == "page" else pages["reading"])
                assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
                await tab.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png", full_page=True)
