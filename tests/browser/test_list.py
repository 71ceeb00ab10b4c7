"""People keep their conversations in order, find again what was said, and lose nothing that they were writing."""

import re

import pytest_asyncio
from playwright.async_api import expect

from tests.browser.test_talking import DONE, LONG, STATE, begin, say

NAMES = ".list .one-name"
SAID = "#list-said"


async def another(page, text):
    """A new conversation that begins with these words."""
    await page.get_by_role("button", name="New conversation").click()
    await expect(page.locator(STATE)).to_be_empty()
    await say(page, text)
    await expect(page.locator(DONE)).to_be_visible()


@pytest_asyncio.fixture(loop_scope="package")
async def three(tab):
    """Somebody with three conversations, in the last of them."""
    await begin(tab)
    await say(tab, "Biscuit and the vet")
    await expect(tab.locator(DONE)).to_be_visible()
    await another(tab, "A letter to my sister")
    await another(tab, "Rain, and what to read")
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    return tab


async def open_menu(page, title):
    row = page.locator(".one", has_text=title)
    await row.hover()
    await row.get_by_role("button", name="More about").click()
    return page.get_by_role("menu")


async def choose(page, title, what):
    menu = await open_menu(page, title)
    await menu.get_by_role("menuitem", name=what).click()


async def test_a_new_name_is_written_where_the_old_one_stands(three):
    await choose(three, "A letter", "Rename")
    field = three.get_by_label("New name")
    await expect(field).to_have_value("A letter to my sister")
    await expect(field).to_be_focused()
    await field.fill("Letters <b>home</b>")
    await field.press("Enter")
    await expect(three.locator(SAID)).to_have_text("Renamed.")
    await expect(three.locator(NAMES)).to_have_text(
        ["Rain, and what to read", "Letters <b>home</b>", "Biscuit and the vet"]
    )
    await expect(three.locator(".one", has_text="Letters").locator(".one-more")).to_be_focused()
    await three.reload()
    await expect(three.locator(NAMES).nth(1)).to_have_text("Letters <b>home</b>")


async def test_escape_keeps_the_old_name_and_a_name_that_is_none_is_not_taken(three):
    await choose(three, "A letter", "Rename")
    await three.get_by_label("New name").fill("Something else")
    await three.keyboard.press("Escape")
    await expect(three.locator(NAMES).nth(1)).to_have_text("A letter to my sister")
    await expect(three.locator(".one", has_text="A letter").locator(".one-more")).to_be_focused()
    await three.keyboard.press("Escape")
    await expect(three.locator(SAID)).to_be_empty()


async def test_a_conversation_is_taken_along_from_its_menu(three):
    menu = await open_menu(three, "Biscuit")
    async with three.expect_download() as download:
        await menu.get_by_role("menuitem", name="Take along as text").click()
    taken = await download.value
    assert re.fullmatch(r"conversation-mira-\d{4}-\d\d-\d\d\.txt", taken.suggested_filename)
    assert "Biscuit and the vet" in await (await three.request.get(taken.url)).text()
    await expect(menu).to_have_count(0)
    await expect(three.locator(".one", has_text="Biscuit").locator(".one-more")).to_be_focused()


async def test_the_menu_is_led_by_keys_and_gives_the_focus_back(three):
    dots = three.locator(".one", has_text="Biscuit").locator(".one-more")
    await dots.focus()
    await three.keyboard.press("Space")
    menu = three.get_by_role("menu")
    await expect(menu.get_by_role("menuitem", name="Rename")).to_be_focused()
    await expect(dots).to_have_attribute("aria-expanded", "true")
    await three.keyboard.press("ArrowDown")
    await expect(menu.get_by_role("menuitem", name="Pin to the top")).to_be_focused()
    await three.keyboard.press("ArrowUp")
    await three.keyboard.press("ArrowUp")
    await expect(menu.get_by_role("menuitem", name="Delete…")).to_be_focused()
    await three.keyboard.press("Escape")
    await expect(menu).to_have_count(0)
    await expect(dots).to_be_focused()
    await three.keyboard.press("Enter")
    await expect(menu).to_be_visible()
    await three.locator("#pages").click()
    await expect(menu).to_have_count(0)


async def test_pinned_stays_at_the_top(three):
    await choose(three, "Biscuit", "Pin to the top")
    await expect(three.locator(".rows h2").first).to_have_text("Pinned")
    await expect(three.locator(NAMES)).to_have_text(
        ["Biscuit and the vet", "Rain, and what to read", "A letter to my sister"]
    )
    await expect(three.locator(".one", has_text="Biscuit").locator(".one-more")).to_be_focused()
    await choose(three, "Biscuit", "Pin no more")
    await expect(three.locator(NAMES).last).to_have_text("Biscuit and the vet")


async def test_archived_and_back_and_seen_so_by_another_tab(three):
    other = await three.context.new_page()
    await other.goto(three.url)
    await expect(other.locator(STATE)).to_be_empty()
    await choose(three, "A letter", "Archive")
    for page in (three, other):
        await expect(page.locator(NAMES)).to_have_text(["Rain, and what to read", "Biscuit and the vet"])
    await expect(three.locator(".one", has_text="Biscuit").locator(".one-name")).to_be_focused()
    await three.get_by_role("link", name="Archive").click()
    await choose(three, "A letter", "Back into the list")
    await expect(three.locator(".one")).to_have_count(0)
    await expect(other.locator(NAMES)).to_have_count(3)
    await three.get_by_role("link", name="All conversations").click()
    await expect(three.locator(".one")).to_have_count(3)


async def test_deleting_asks_first_and_takes_all_of_it(three, site):
    gone = await three.locator(".one", has_text="A letter").get_attribute("data-id")
    await choose(three, "A letter", "Delete…")
    dialog = three.get_by_role("dialog", name="Delete this conversation?")
    await expect(dialog).to_contain_text("A letter to my sister")
    await dialog.get_by_role("button", name="Keep it").click()
    await expect(three.locator(NAMES)).to_have_count(3)
    await choose(three, "A letter", "Delete…")
    await dialog.get_by_role("button", name="Delete it").click()
    await expect(three.locator(SAID)).to_have_text("Deleted, for good.")
    await expect(three.locator(NAMES)).to_have_text(["Rain, and what to read", "Biscuit and the vet"])
    assert site.rows("SELECT count(*) FROM chat_message WHERE conversation_id = %s", gone) == [(0,)]


async def test_who_reads_what_another_tab_deletes_is_led_away(three):
    other = await three.context.new_page()
    await other.goto("/")
    await expect(other.locator(STATE)).to_be_empty()
    gone = other.url
    await three.locator(NAMES, has_text="Biscuit").click()
    await choose(three, "Rain", "Delete…")
    await three.get_by_role("button", name="Delete it").click()
    await expect(three.locator(NAMES)).to_have_count(2)
    await expect(other).not_to_have_url(gone)
    await expect(other.locator(NAMES)).to_have_count(2)


async def test_not_while_a_reply_is_written(three):
    await say(three, "[tokens:2000] a long story")
    await expect(three.locator(STATE)).to_contain_text("is writing")
    await choose(three, "Rain", "Delete…")
    await three.get_by_role("button", name="Delete it").click()
    await expect(three.locator(SAID)).to_contain_text("A reply is still being written.")
    await three.get_by_role("button", name="Stop").click()
    await expect(three.locator(NAMES)).to_have_count(3)


async def test_all_of_it_without_scripts(browser, web, three):
    context = await browser.new_context(
        base_url=web.url, java_script_enabled=False, storage_state=await three.context.storage_state()
    )
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_role("link", name="More about A letter to my sister").click()
    await page.get_by_label("Its name in the list").fill("Letters home")
    await page.get_by_role("button", name="Rename").click()
    await expect(page.get_by_role("status")).to_have_text("Renamed.")
    await page.get_by_role("button", name="Pin to the top").click()
    await expect(page.get_by_role("status")).to_have_text("Pinned. It stays at the top.")
    await page.get_by_role("link", name="All conversations").click()
    await expect(page.locator(".one-name")).to_have_text(
        ["Letters home", "Rain, and what to read", "Biscuit and the vet"]
    )
    await page.get_by_role("link", name="More about Biscuit").click()
    await page.get_by_role("link", name="Delete…").click()
    await page.get_by_role("button", name="Delete it").click()
    await expect(page.get_by_role("status")).to_have_text("Deleted, for good.")
    await expect(page.locator(".one-name")).to_have_count(2)
    await page.get_by_role("link", name="Find what was said").click()
    await page.get_by_label("Find what was said").fill("letter")
    await page.get_by_role("button", name="Find").click()
    await page.locator(".hit-own").click()
    await expect(page.locator(".own:target")).to_contain_text("A letter to my sister")


async def test_more_of_a_long_list_comes_where_one_is(three, site):
    me = await three.locator(".list-foot span").inner_text()
    site.execute(
        "INSERT INTO chat_conversation (id, user_id, persona_id, title, route_epoch, support_left, has_minor_cue, has_deleted, "
        "created_at, updated_at) SELECT gen_random_uuid(), u.id, p.id, 'Talk ' || n, 0, 0, false, false, now(), "
        "now() - n * interval '1 day' FROM companion_user u, chat_persona p, generate_series(1, 60) n "
        "WHERE u.username = %s AND p.slug = 'mira'",
        me,
    )
    await three.reload()
    await expect(three.locator(NAMES)).to_have_count(40)
    for always in ("#composer", ".list-foot", ".talk-head"):
        await expect(three.locator(always)).to_be_in_viewport(ratio=1)
    await three.get_by_role("link", name="Show more").click()
    await expect(three.locator(NAMES)).to_have_count(63)
    await expect(three.locator(".rows h2")).to_have_text(["Today", "Yesterday", "This week", "This month", "Before"])
    await expect(three.locator(NAMES).nth(40)).to_be_focused()
    assert "/conversations/?page" not in three.url
    await choose(three, "Talk 55", "Pin to the top")
    await expect(three.locator(NAMES).first).to_have_text("Talk 55")
    await expect(three.locator(NAMES)).to_have_count(63)


async def test_a_search_leads_to_the_place_far_back_and_on_to_the_newest(three, site):
    conversation = three.url.rstrip("/").split("/")[-1]
    site.manage("shell", "-c", LONG.replace("CONVERSATION", conversation).replace("range(40)", "range(1, 90)"))
    site.execute(
        "UPDATE chat_message SET text = 'my zanzibarine coat' WHERE conversation_id = %s AND position = 10",
        conversation,
    )
    await three.keyboard.press("Control+k")
    field = three.get_by_label("Find what was said")
    await expect(field).to_be_focused()
    await field.fill("zanzib")
    await field.press("Enter")
    await expect(three.locator(".hit mark")).to_have_text("zanzibarine")
    await three.locator(".hit-own").click()
    await expect(three.locator(".own:target")).to_have_text(re.compile("my zanzibarine coat"))
    for in_sight in (".own:target", ".talk-head", "#reading", ".list .brand"):
        await expect(three.locator(in_sight)).to_be_in_viewport(ratio=1)
    await expect(three.locator("#composer")).to_be_hidden()
    while await three.locator("#later").count():
        count = await three.locator(".own").count()
        await three.get_by_role("link", name="Later").click()
        await expect(three.locator(".own")).not_to_have_count(count)
    await expect(three.locator("#composer")).to_be_visible()
    await expect(three.locator(STATE)).to_be_empty()
    words = [one.strip() for one in await three.locator(".own .words").all_text_contents()]
    assert words[-1] == "line 89"
    assert len(words) == len(set(words)) == 90
    await say(three, "and here we are")
    await expect(three.locator(".own").last).to_contain_text("and here we are")
    await expect(three.locator(DONE).last).to_be_visible()


async def test_on_a_phone_the_shortcut_opens_the_list(three):
    await three.set_viewport_size({"width": 390, "height": 844})
    await expect(three.locator("#list")).not_to_be_visible()
    await three.keyboard.press("Meta+k")
    await expect(three.get_by_label("Find what was said")).to_be_focused()
    await expect(three.locator("#list")).to_be_visible()


# --- Drafts
async def test_a_draft_survives_a_reload_another_tab_and_other_conversations(three):
    await three.locator("#text").fill("Dear sister, I")
    await three.reload()
    await expect(three.locator("#text")).to_have_value("Dear sister, I")
    here = three.url
    await three.locator(NAMES, has_text="Biscuit").click()
    await expect(three.locator("#text")).to_have_value("")
    await three.close()
    tab = await three.context.new_page()
    await tab.goto(here)
    await expect(tab.locator("#text")).to_have_value("Dear sister, I")
    await expect(tab.locator(STATE)).to_be_empty()
    await tab.get_by_role("button", name="Send").click()
    await expect(tab.locator(DONE)).to_have_count(2)
    await tab.reload()
    await expect(tab.locator("#text")).to_have_value("")
    assert await tab.evaluate("Object.keys(localStorage)") == []


async def test_what_is_on_its_way_is_no_draft_and_is_none_lost(three):
    await three.context.set_offline(True)
    await expect(three.locator(STATE)).to_contain_text("Connecting again")
    await say(three, "written in a tunnel")
    await expect(three.locator("#text")).to_have_value("")
    await expect(three.locator(".own.waiting")).to_have_count(1)
    assert await three.evaluate("Object.values(localStorage)") == ["written in a tunnel"]
    await three.context.set_offline(False)
    await expect(three.locator(DONE)).to_have_count(2, timeout=20_000)
    assert await three.evaluate("Object.values(localStorage)") == []


async def test_logging_out_leaves_no_draft(three):
    await three.locator("#text").fill("a secret")
    assert await three.evaluate("Object.values(localStorage)") == ["a secret"]
    await three.get_by_role("link", name="Log out").click()
    await three.get_by_role("button", name="Log out").click()
    await expect(three.get_by_role("link", name="Begin")).to_be_visible()
    assert await three.evaluate("Object.values(localStorage)") == []


# --- Unread
async def test_what_was_said_while_one_was_elsewhere_is_marked_until_one_looks(three, browser, web):
    await three.locator(NAMES, has_text="Biscuit").click()
    await expect(three.locator(STATE)).to_be_empty()
    await say(three, "[tokens:40] a story")
    await expect(three.locator(STATE)).to_contain_text("is writing")
    await three.locator(NAMES, has_text="Rain").click()
    device = await (
        await browser.new_context(base_url=web.url, storage_state=await three.context.storage_state())
    ).new_page()
    marked = device.locator(".one[data-unread]")
    await device.goto(three.url)
    for _ in range(40):  # the reply ends on the server's own time, and no page of another conversation is told
        if await marked.count():
            break
        await device.wait_for_timeout(250)
        await device.reload()
    await expect(marked).to_contain_text("Unread: Biscuit and the vet")
    await expect(device.locator(STATE)).to_be_empty()
    await three.locator(NAMES, has_text="Biscuit").click()
    await expect(marked).to_have_count(0)


async def test_a_reply_that_was_seen_is_not_unread_when_one_goes_on(three, site):
    conversation = three.url.rstrip("/").split("/")[-1]
    await three.locator(NAMES, has_text="Biscuit").click()
    await expect(three.locator(STATE)).to_be_empty()
    seen = "SELECT seen_at >= updated_at FROM chat_conversation WHERE id = %s"
    for _ in range(40):  # what a page says as it goes arrives some time later
        if site.rows(seen, conversation) == [(True,)]:
            break
        await three.wait_for_timeout(100)
    assert site.rows(seen, conversation) == [(True,)]


async def test_nor_where_the_list_was_made_before_the_server_heard_of_it(three, browser, site, web):
    conversation = three.url.rstrip("/").split("/")[-1]
    await say(three, "and one more thing")
    await expect(three.locator(DONE)).to_have_count(2)
    await three.locator(NAMES, has_text="Biscuit").click()
    await expect(three.locator(STATE)).to_be_empty()
    # As if it had not: what a page says as it goes may arrive whenever it likes.
    marked = three.locator(".one[data-unread]")
    unseen = "UPDATE chat_conversation SET seen_at = created_at WHERE id = %s"
    seen = "SELECT seen_at >= updated_at FROM chat_conversation WHERE id = %s"
    for _ in range(40):  # what a page says as it goes arrives some time later
        if site.rows(seen, conversation) == [(True,)]:
            break
        await three.wait_for_timeout(100)
    site.execute(unseen, conversation)
    await three.reload()
    await expect(three.locator(STATE)).to_be_empty()
    await expect(marked).to_have_count(0)
    device = await (
        await browser.new_context(base_url=web.url, storage_state=await three.context.storage_state())
    ).new_page()
    await device.goto(three.url)
    await expect(device.locator(".one[data-unread]")).to_contain_text("Unread: Rain")
    await three.goto("/conversations/")
    await expect(three.locator(".one")).to_have_count(3)
    await expect(marked).to_have_count(0)


async def test_no_page_is_wider_than_the_window(three):
    await choose(three, "A letter", "Rename")
    await three.get_by_label("New name").fill("x" * 120)
    await three.keyboard.press("Enter")
    await expect(three.locator(SAID)).to_have_text("Renamed.")
    about = await three.locator(".one", has_text="xxx").locator(".one-more").get_attribute("href")
    for width in (360, 768, 1440):
        await three.set_viewport_size({"width": width, "height": 800})
        for path in (
            "/",
            "/conversations/",
            "/conversations/archived/",
            "/search/?q=x",
            about,
            about.replace("about", "delete"),
        ):
            await three.goto(path)
            assert await three.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, path)
