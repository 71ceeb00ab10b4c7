"""Reading: code and words are copied, the place one reads at stays, and one finds what is new."""

import pytest
from playwright.async_api import expect

from tests.browser.test_talking import DONE, LONG, STATE, begin, say

CODE = 'def greet(name):\n    return f"<b>{name}</b> & co"\n\n\tgreet("you")'
REFUSED = "The browser did not let this be copied. It is selected now: press Ctrl+C or ⌘C, or hold it and choose Copy."
PARAGRAPH = "A line about the lighthouse and the sea, and then another one that goes on for a while. " * 3
NEAR = 2  # px

LEFT = "() => { const p = document.getElementById('pages'); return p.scrollHeight - p.scrollTop - p.clientHeight; }"
# What is scrolled goes on for some frames.
RESTS = """() => new Promise(rests => {
    const pages = document.getElementById("pages");
    let before = -1, still = 0;
    const look = () => {
        still = pages.scrollTop === before ? still + 1 : 0;
        before = pages.scrollTop;
        still > 8 ? rests(before) : requestAnimationFrame(look);
    };
    look();
})"""


async def clipboard(page):
    return await page.evaluate("navigator.clipboard.readText()")


async def forbid_copying(page):
    await page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no')); document.execCommand = () => false"
    )


async def go_up(page, by):
    before = await page.evaluate(RESTS)
    await page.locator("#pages").hover()
    await page.mouse.wheel(0, -by)
    await page.wait_for_function("before => document.getElementById('pages').scrollTop < before", arg=before)
    return await page.evaluate(RESTS)


async def top(element):
    return (await element.bounding_box())["y"]


@pytest.fixture
def many():
    return "\n\n".join(f"Part {number}. {PARAGRAPH}" for number in range(12))


async def a_long_talk(stage, rounds=4):
    for number in range(rounds):
        _, turn = await stage.say(f"line {number}")
        await stage.reply(turn, f"{PARAGRAPH}\n\n{PARAGRAPH}")


# --- Copying
async def test_code_is_copied_letter_for_letter(tab):
    await tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await begin(tab)
    await say(tab, f"[say:Like this:\n\n```python\n{CODE}\n```\n\nOr:\n\n```\nsecond\n```]")
    await expect(tab.locator(DONE)).to_be_visible()
    for _ in range(2):
        buttons = tab.get_by_role("button", name="Copy this code")
        await expect(buttons).to_have_count(2)
        await buttons.first.click()
        await expect(tab.get_by_role("button", name="Copied this code")).to_have_count(1)
        assert await clipboard(tab) == CODE
        await tab.locator(".code-copy").nth(1).click()
        await expect(tab.get_by_role("button", name="Copied this code")).to_have_count(2)
        assert await clipboard(tab) == "second"
        await tab.locator(".reply").hover()
        await tab.locator(".reply").get_by_role("button", name="Copy this reply").click()
        await expect(tab.get_by_role("button", name="Copied this reply")).to_be_visible()
        assert await clipboard(tab) == f"Like this:\n\n{CODE}\n\n\nOr:\n\nsecond"
        await tab.reload()


async def test_where_the_browser_refuses_the_words_are_selected_and_it_is_said_what_to_do(tab):
    await begin(tab)
    await say(tab, f"[say:Like this:\n\n```\n{CODE}\n```]")
    await expect(tab.locator(DONE)).to_be_visible()
    await forbid_copying(tab)
    await tab.get_by_role("button", name="Copy this code").click()
    refused = tab.locator(".not-copied")
    await expect(refused).to_have_text(REFUSED)
    await expect(tab.locator("#aloud")).to_have_text(REFUSED)
    assert await tab.evaluate("getSelection().toString().trimEnd()") == CODE
    await tab.locator(".own .words").hover()
    await tab.get_by_role("button", name="Copy this message").click()
    await expect(tab.locator(".own .not-copied")).to_have_text(REFUSED)
    assert (await tab.evaluate("getSelection().toString()")).startswith("[say:Like this:")
    await tab.evaluate("document.execCommand = () => true")
    await tab.get_by_role("button", name="Copy this message").click()
    await expect(tab.locator(".own .not-copied")).to_have_count(0)
    await expect(refused).to_have_count(1)


async def test_code_that_is_being_written_is_words(stage):
    _, turn = await stage.say("Good evening")
    text = "Like this:\n\n```\n<b>bold</b>\n```"
    reply = stage.begin_reply(turn, text)
    words = stage.page.locator(f"#m-{reply} .words")
    await expect(words).to_contain_text("<b>bold</b>")
    assert await words.locator("b, pre, button").count() == 0
    html = "<p>Like this:</p>\n<pre><code>&lt;b&gt;bold&lt;/b&gt;\n</code></pre>\n"
    stage.tell(
        "reply.done", turn=turn, message=reply, variant=0, variants=1, finish="stop", text_length=len(text), html=html,
        usage=None, latency=None,
    )  # fmt: skip
    await expect(words.get_by_role("button", name="Copy this code")).to_have_count(1)
    assert await words.locator("b").count() == 0


# --- The place one reads at
async def test_who_goes_up_a_little_is_not_pulled_back_by_what_is_written(stage, many):
    page = stage.page
    await a_long_talk(stage)
    _, turn = await stage.say("And then?")
    reply = stage.begin_reply(turn, many)
    await expect(page.locator(f"#m-{reply}")).to_contain_text("Part 11")
    assert await page.evaluate(LEFT) < NEAR
    there = await go_up(page, 30)
    for number in range(5):
        stage.tell("reply.delta", turn=turn, offset=len(many) + number * len(PARAGRAPH), text=PARAGRAPH)
    await expect(page.locator(f"#m-{reply}")).to_contain_text(many[-20:] + PARAGRAPH * 5)
    assert await page.evaluate(RESTS) == there
    await page.mouse.wheel(0, 5_000)
    await page.wait_for_function(f"() => ({LEFT})() < {NEAR}")
    stage.tell("reply.delta", turn=turn, offset=len(many) + 5 * len(PARAGRAPH), text=f"{PARAGRAPH}\n\nThe end")
    await expect(page.locator(f"#m-{reply}")).to_contain_text("The end")
    await page.wait_for_function(f"() => ({LEFT})() < {NEAR}")  # once the wheel has been still for a moment


async def test_the_finished_form_of_a_reply_leaves_the_line_one_reads_where_it_is(stage, many):
    page = stage.page
    _, turn = await stage.say("A story?")
    reply = stage.begin_reply(turn, many)
    words = page.locator(f"#m-{reply} .words")
    await expect(words).to_contain_text("Part 11")
    await go_up(page, 500)
    parts = [await words.locator("p").nth(number).bounding_box() for number in range(12)]
    edge = await top(page.locator("#pages"))
    number, read = next((n, box["y"]) for n, box in enumerate(parts) if box["y"] + box["height"] > edge)
    assert number > 1
    html = "".join(f"<h3>Another heading</h3><p>{part}</p>" for part in many.split("\n\n"))
    stage.tell(
        "reply.done", turn=turn, message=reply, variant=0, variants=1, finish="stop", text_length=len(many), html=html,
        usage=None, latency=None,
    )  # fmt: skip
    await expect(words.locator("h3")).to_have_count(12)
    await page.evaluate(RESTS)
    assert abs(await top(words.locator("p").nth(number)) - read) < NEAR


async def test_an_older_page_and_its_footnotes_come_without_a_jump(tab, site):
    await begin(tab)
    site.manage("shell", "-c", LONG.replace("CONVERSATION", tab.url.rstrip("/").split("/")[-1]))
    known = "0b7c1c1e-6a58-4d0c-9d5f-3f0a5b0e7a11"

    async def with_footnotes(route):
        page = await (await route.fetch()).json()
        for message in page["messages"]:
            if message["role"] == "assistant":
                message["memories"] = [{"id": known, "why": "words"}]
        await route.fulfill(json=page)

    asked = []

    async def memories(route):
        asked.append(route.request.url)
        source = {"conversation": known, "message": known, "said_at": "2026-05-03T10:00:00+00:00"}
        fact = {"id": known, "kind": "fact", "text": "You moved in May.", "source": source}
        await route.fulfill(json={"memories": [fact]})

    await tab.route("**/messages/?before=*", with_footnotes)
    await tab.route("**/memories/?ids=*", memories)
    await tab.reload()
    await expect(tab.locator(".own")).to_have_count(25)
    await go_up(tab, 20_000)
    first = tab.locator(".own").first
    await expect(first).to_contain_text("line 15")
    read, line = await top(first), tab.locator(".own", has_text="line 15")
    await tab.get_by_role("link", name="Earlier").click()
    await expect(tab.locator(".own")).to_have_count(40)
    await expect(tab.locator(".footnotes:visible")).to_have_count(15)
    assert len(asked) == 1, "a page asks for all of them at once"
    await tab.evaluate(RESTS)
    assert abs(await top(line) - read) < NEAR


async def test_the_way_back_says_what_came_meanwhile(stage):
    page, jump = stage.page, stage.page.locator("#jump")
    await a_long_talk(stage)
    await expect(jump).to_be_hidden()
    await go_up(page, 2_000)
    await expect(jump).to_have_text("Jump to newest", use_inner_text=True)
    there = await page.evaluate(RESTS)
    said = {"id": "5b1f8c5e-3c3e-4f6e-8a53-6f3f5b3f3c10", "role": "user", "text": "from my phone", "edits": None}
    said["created_at"] = "2026-11-23T19:15:00+00:00"
    elsewhere = "a8d4b0c0-7b0e-4f6d-8d2e-0a4c1a5f2b11"
    stage.tell("message.accepted", client_id=elsewhere, message=said, turn=elsewhere, duplicate=False)
    await expect(jump).to_contain_text("1 new message")
    await stage.reply(elsewhere, PARAGRAPH)
    await expect(jump).to_contain_text("2 new messages")
    await expect(page.locator("#aloud")).to_have_text("2 new messages")
    assert await page.evaluate(RESTS) == there
    await jump.focus()
    await page.keyboard.press("Enter")
    await expect(jump).to_be_hidden()
    await expect(page.locator("#pages")).to_be_focused()
    assert await page.evaluate(LEFT) < NEAR


async def test_what_was_only_written_further_is_a_word(stage, many):
    page, jump = stage.page, stage.page.locator("#jump")
    _, turn = await stage.say("A story?")
    stage.begin_reply(turn, many)
    await expect(page.locator(".reply")).to_contain_text("Part 11")
    await go_up(page, 600)
    stage.tell("reply.delta", turn=turn, offset=len(many), text=f"\n\n{PARAGRAPH}")
    await expect(jump).to_contain_text("more was written")
    await jump.click()
    await expect(jump).to_be_hidden()


# --- What is new
UNSEEN = """
from datetime import timedelta
reply = Conversation.objects.get(pk="CONVERSATION").head
reply.variants.update(text="\\n\\n".join(["A long answer about the sea. " * 12] * LENGTH))
Conversation.objects.filter(pk=conversation.pk).update(
    seen_at=reply.created_at - timedelta(microseconds=1), updated_at=reply.created_at + timedelta(microseconds=1)
)
"""


@pytest.mark.parametrize("length", [1, 30], ids=["short", "longer than the window"])
async def test_a_line_stands_before_what_one_has_not_seen(tab, site, length):
    await begin(tab)
    conversation = tab.url.rstrip("/").split("/")[-1]
    script = (LONG + UNSEEN).replace("CONVERSATION", conversation).replace("LENGTH", str(length))
    await tab.goto("/settings/")  # a page of it that was open would have seen it
    site.manage("shell", "-c", script)
    await tab.goto(f"/conversations/{conversation}/")
    line = tab.locator("#unread")
    await expect(line).to_have_text("New since you were here")
    await expect(line).to_be_in_viewport()
    await expect(tab.locator("#unread + .reply")).to_have_attribute(
        "id", await tab.locator(".reply").last.get_attribute("id")
    )
    if length > 1:
        await expect(tab.locator("#jump")).to_contain_text("1 new message")
    else:
        await expect(tab.locator("#jump")).to_be_hidden()
    await expect(tab.locator(STATE)).to_be_empty()
    await say(tab, "Good evening")
    await expect(line).to_have_count(0)
    await expect(tab.locator(f"{DONE}")).to_have_count(26)
    assert await tab.evaluate(LEFT) < NEAR
    await tab.reload()
    await expect(tab.locator(STATE)).to_be_empty()
    await expect(line).to_have_count(0)
