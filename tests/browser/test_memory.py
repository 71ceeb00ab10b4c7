"""People see what is remembered of them, beside the conversation and on its pages, and govern it."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, begin, say

LEARN = """
WITH said AS (SELECT * FROM memory_episode WHERE text LIKE %s ORDER BY said_at DESC LIMIT 1),
memory AS (
    INSERT INTO memory_memory (id, user_id, persona_id, kind, subject, slot, text, cue, status, origin, importance,
                               confidence, pinned, route, embedder, valid_from, created_at, status_before)
    SELECT gen_random_uuid(), user_id, persona_id, 'pet', 'dog', '', %s, '', %s, 'rules', 0.5, 1, false, 'everyday', '', said_at,
           now(), ''
    FROM said RETURNING id
)
INSERT INTO memory_source (memory_id, episode_id, quote) SELECT memory.id, said.id, said.text FROM memory, said
RETURNING memory_id
"""

# The other end of a played socket stores nothing.
SAID = """
from django.utils import timezone
from chat.models import Conversation
from memory.episodes import add_episode
one = Conversation.objects.get(pk="{conversation}")
add_episode(user_id=one.user_id, persona_id=one.persona_id, conversation_id=one.pk, message_id=one.pk,
            text="My dog is called Rex", context="", route="everyday", said_at=timezone.now(), vector=None)
"""


@pytest.fixture
def learn(site):
    """As a worker would: a memory of what was said last."""

    def learned(said, text, status="active"):
        [(memory,)] = site.rows(LEARN, f"{said}%", text, status)
        return str(memory)

    return learned


@pytest_asyncio.fixture(loop_scope="package")
async def talk(tab, learn):
    """A reply that knew something, from an earlier conversation."""
    await begin(tab)
    await say(tab, "My dog is called Biscuit")
    await expect(tab.locator(DONE)).to_be_visible()
    learn("My dog is called Biscuit", "Your dog is called Biscuit.")
    await tab.get_by_role("button", name="New conversation").click()
    await expect(tab.locator(STATE)).to_be_empty()
    await say(tab, "What's my dog's name, Biscuit? [say:Your dog is Biscuit, I think.]")
    await expect(tab.locator(DONE)).to_be_visible()
    await expect(tab.locator(".messages .footnotes li")).to_have_count(1)
    return tab


async def open_note(page):
    await page.locator(".messages .footnotes .fact").click()
    note = page.locator("#beside .note-one[open]")
    await expect(note).to_be_visible()
    return note


async def test_a_footnote_opens_with_its_proof_and_closes_by_keyboard(talk):
    note = await open_note(talk)
    await expect(note.locator(".own-words")).to_have_text("My dog is called Biscuit")
    await expect(note.get_by_role("link", name="2026")).to_be_visible()
    await talk.keyboard.press("Escape")
    await expect(talk.locator("#beside")).to_be_hidden()
    await expect(talk.locator(".messages .footnotes .fact")).to_be_focused()


@pytest.mark.parametrize(("way", "sure"), [("Forget", "Forget this"), ("Wrong", "Not true"), ("Not now", None)])
async def test_what_is_said_of_a_footnote_holds_at_once_and_for_the_next_reply(talk, way, sure):
    note = await open_note(talk)
    await note.get_by_text(way, exact=True).click()
    if sure:
        await note.get_by_role("button", name=sure).click()
    await expect(talk.locator(".messages .footnotes")).to_be_hidden()
    await expect(talk.locator(".reply sup")).to_have_count(0)
    await expect(talk.locator(STATE)).not_to_be_empty()
    if way != "Wrong":  # that it was said stays true
        await say(talk, "And what is my dog Biscuit called now? [say:I don't know.]")
        await expect(talk.locator(DONE)).to_have_count(2)
        await expect(talk.locator(".messages .footnotes li")).to_have_count(0)
    await talk.get_by_role("link", name="All that is remembered").click()
    shown = talk.locator(".memory-text", has_text="Biscuit")
    await expect(shown).to_have_count(1 if way == "Not now" else 0)


async def test_a_conversation_is_left_out_of_memory_and_taken_back(talk):
    await talk.get_by_role("link", name="Memory").click()
    pause = talk.get_by_role("button", name="Leave this conversation out of memory")
    await pause.click()
    await expect(talk.get_by_text("This conversation is left out of memory.")).to_be_visible()
    await talk.reload()
    await talk.get_by_role("link", name="Memory").click()
    await talk.get_by_role("button", name="Remember this conversation again").click()
    await expect(pause).to_be_visible()


async def test_what_was_just_learned_is_said_with_a_way_back(stage, learn, site):
    page = stage.page
    site.manage("shell", "-c", SAID.format(conversation=page.url.rstrip("/").split("/")[-1]))
    memory = learn("My dog is called Rex", "Your dog is called Rex.")
    _, turn = await stage.say("My dog is called Rex")
    await stage.reply(turn, "Rex!")
    stage.tell("memory.saved", memories=[{"id": memory, "status": "active"}])
    await expect(page.locator(STATE)).to_have_text("Remembered: Your dog is called Rex.")
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(STATE)).to_contain_text("Taken back.")
    assert site.rows("SELECT status FROM memory_memory WHERE id = %s", memory) == [("rejected",)]


async def test_what_waits_gets_its_answer_without_scripts(browser, web, talk, learn):
    learn("My dog is called Biscuit", "You sleep badly.", "proposed")
    context = await browser.new_context(
        base_url=web.url, java_script_enabled=False, storage_state=await talk.context.storage_state()
    )
    page = await context.new_page()
    await page.goto("/memories/")
    await page.get_by_role("link", name="One thing waits for your yes.").click()
    await page.get_by_role("button", name="Yes").click()
    await expect(page.get_by_role("status")).to_have_text("It is known from now on.")
    await page.get_by_role("link", name="What is remembered").click()
    await page.get_by_role("link", name="You sleep badly.").click()
    await page.get_by_text("Change", exact=True).click()
    await page.get_by_label("In your words").fill("You sleep well again.")
    await page.get_by_label("It was right, and has changed").check()
    await page.get_by_role("button", name="Keep this").click()
    await expect(page.locator(".chain li")).to_have_count(2)
    await page.locator(".sure summary", has_text="Forget").click()
    await page.get_by_role("button", name="Forget this").click()
    await expect(page.get_by_role("status")).to_have_text("Forgotten, for good.")
    await expect(page.locator(".memory-text", has_text="sleep")).to_have_count(0)


async def test_no_page_is_wider_than_the_window(talk, learn):
    long = learn("My dog is called Biscuit", "You said " + "verylong" * 30 + ".")
    conversation = talk.url
    for width in (360, 768, 1440):
        await talk.set_viewport_size({"width": width, "height": 800})
        await talk.goto(conversation)
        await open_note(talk)
        assert await talk.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        for path in ("", f"{long}/", "waiting/", "choices/", "forget/"):
            await talk.goto(f"/memories/{path}")
            assert await talk.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, path)
