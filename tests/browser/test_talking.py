"""People talk in the page, lose the network, come back."""

import asyncio
import re
import uuid

from playwright.async_api import expect

from tests.client import PASSWORD

STATE = "#state-words"
REPLY = ".reply .words"
DONE = ".reply[data-finish=stop]"


async def sign_up(page):
    await page.goto("/")
    await page.get_by_role("link", name="Begin").click()
    await page.get_by_label("User name").fill(f"person-{uuid.uuid4().hex[:10]}")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Sign up").click()


async def begin(page):
    await sign_up(page)
    await page.get_by_role("button", name="Begin in your own words").click()
    await expect(page.locator(STATE)).to_be_empty()


async def say(page, text):
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")


async def stored(page):
    """The texts of the conversation on this page, as the server has them."""
    url = page.url.split("#")[0]
    return await page.evaluate(
        """async url => {
            const answer = await fetch(url + 'messages/', {headers: {Accept: 'application/json'}});
            return (await answer.json()).messages.map(message => message.text);
        }""",
        url,
    )


async def heard(page, selector=REPLY):
    return " ".join((await page.locator(selector).last.inner_text()).split())


async def test_what_is_typed_while_the_page_loads_is_not_lost(tab):
    scripts = asyncio.Queue()
    await tab.route(
        re.compile(r"/js/chat\.[\w.]*js"), lambda script: scripts.put_nowait(script)
    )  # playwright marks what it calls
    await sign_up(tab)
    await tab.get_by_role("button", name="Begin in your own words").click(no_wait_after=True)
    await tab.locator("#text").fill("Already here")
    await expect(tab.get_by_role("button", name="Send")).to_be_disabled()
    await (await scripts.get()).continue_()
    await tab.get_by_role("button", name="Send").click()
    await expect(tab.locator(DONE)).to_be_visible()
    assert (await stored(tab))[0] == "Already here"


async def test_enter_that_comes_while_the_page_loads_sends_once_it_can(tab):
    scripts = asyncio.Queue()
    await tab.route(re.compile(r"/js/chat\.[\w.]*js"), lambda script: scripts.put_nowait(script))
    await sign_up(tab)
    await tab.get_by_role("button", name="Begin in your own words").click(no_wait_after=True)
    await say(tab, "Already here")
    await (await scripts.get()).continue_()
    await expect(tab.locator(DONE)).to_be_visible()
    assert (await stored(tab))[0] == "Already here"
    await expect(tab.locator("#text")).to_have_value("")


async def test_who_writes_on_while_the_page_loads_has_not_sent(tab):
    scripts = asyncio.Queue()
    await tab.route(re.compile(r"/js/chat\.[\w.]*js"), lambda script: scripts.put_nowait(script))
    await sign_up(tab)
    await tab.get_by_role("button", name="Begin in your own words").click(no_wait_after=True)
    await say(tab, "Already")
    await tab.keyboard.type(" and")
    await tab.keyboard.press("Shift+Enter")
    await (await scripts.get()).continue_()
    await expect(tab.locator(STATE)).to_be_empty()
    await expect(tab.locator("#text")).to_have_value("Already and\n")
    assert await stored(tab) == []


async def test_sign_up_talk_and_see_it_stream(tab):
    await begin(tab)
    await say(tab, "Good evening")
    await expect(tab.locator(STATE)).to_contain_text("Mira is thinking")
    await expect(tab.locator(STATE)).to_contain_text("Mira is writing")
    first = await heard(tab)
    await expect(tab.locator(DONE)).to_be_visible()
    whole = await heard(tab)
    assert len(first) < len(whole)
    assert whole.startswith(first)
    assert await stored(tab) == ["Good evening", whole]
    await expect(tab.locator(STATE)).to_be_empty()
    await expect(tab.locator(".list [aria-current]")).to_have_text("Good evening")


async def test_an_opening_begins_a_conversation(tab):
    await sign_up(tab)
    await tab.get_by_role("button", name="Something small happened today.").click()
    await expect(tab.locator(DONE)).to_be_visible()
    assert (await stored(tab))[0] == "Something small happened today."


async def test_stop_keeps_what_was_said(tab):
    await begin(tab)
    await say(tab, "[tokens:2000] a long story")
    await expect(tab.locator(STATE)).to_contain_text("is writing")
    await tab.get_by_role("button", name="Stop").click()
    await expect(tab.locator(".reply[data-finish=stopped]")).to_be_visible()
    await expect(tab.locator(".reply .cut")).to_have_text("You stopped it here.")
    assert (await stored(tab))[1] == await heard(tab)
    await expect(tab.get_by_role("button", name="Send")).to_be_visible()


async def test_a_reload_in_the_middle_of_a_reply_goes_on(tab):
    await begin(tab)
    await say(tab, "[tokens:150] a story")
    await expect(tab.locator(REPLY)).to_contain_text("lighthouse")
    await tab.reload()
    await expect(tab.locator(STATE)).to_contain_text("is writing")
    await expect(tab.locator(DONE)).to_be_visible(timeout=15_000)
    assert (await stored(tab))[1] == await heard(tab)
    await expect(tab.locator(".reply")).to_have_count(1)


async def test_the_network_goes_and_comes_in_the_middle_of_a_reply(tab):
    await begin(tab)
    await say(tab, "[tokens:200] a story")
    await expect(tab.locator(REPLY)).to_contain_text("lighthouse")
    await tab.context.set_offline(True)
    await expect(tab.locator(STATE)).to_contain_text("Connecting again")
    await tab.context.set_offline(False)
    await expect(tab.locator(DONE)).to_be_visible(timeout=15_000)
    assert (await stored(tab))[1] == await heard(tab)


async def test_without_a_network_nobody_waits_for_the_server_s_goodbye(tab):
    await begin(tab)
    await tab.evaluate("WebSocket.prototype.close = () => {}")  # as if no answer to it came
    await say(tab, "[tokens:200] a story")
    await expect(tab.locator(REPLY)).to_contain_text("lighthouse")
    await tab.context.set_offline(True)
    await expect(tab.locator(STATE)).to_contain_text("Connecting again")
    await tab.context.set_offline(False)
    await expect(tab.locator(DONE)).to_be_visible(timeout=15_000)
    assert (await stored(tab))[1] == await heard(tab)


async def test_what_was_written_without_a_network_is_sent_once_when_it_is_back(tab):
    await begin(tab)
    await tab.context.set_offline(True)
    await expect(tab.locator(STATE)).to_contain_text("Connecting again")
    await say(tab, "written in a tunnel")
    await expect(tab.locator(".own.waiting")).to_have_count(1)
    await expect(tab.locator(STATE)).to_contain_text("Nothing is lost")
    await tab.context.set_offline(False)
    await expect(tab.locator(DONE)).to_be_visible(timeout=20_000)
    await expect(tab.locator(".own")).to_have_count(1)
    assert (await stored(tab))[0] == "written in a tunnel"


async def test_a_failed_answer_says_so_and_can_be_tried_again(tab):
    await begin(tab)
    await say(tab, "[fault:500] are you there?")
    again = tab.get_by_role("button", name="Try again")
    await expect(again).to_be_visible(timeout=15_000)
    await expect(tab.locator(STATE)).to_contain_text("Your message is kept")
    await again.click()
    await expect(tab.locator(STATE)).to_contain_text("is thinking")
    await expect(again).to_be_visible(timeout=15_000)
    await expect(tab.locator(".own")).to_have_count(1)


async def test_an_answer_that_broke_off_is_kept_and_marked(tab):
    await begin(tab)
    await say(tab, "[fault:cut] tell me")
    await expect(tab.locator(".reply .cut")).to_have_text("It broke off here.")
    before = await heard(tab)
    await tab.reload()
    await expect(tab.locator(".reply .cut")).to_have_text("It broke off here.")
    assert await heard(tab) == before


async def test_a_new_conversation_knows_what_was_told_and_shows_it(tab):
    await begin(tab)
    await say(tab, "My dog is called Biscuit and I moved to Porto in May")
    await expect(tab.locator(DONE)).to_be_visible()
    told = tab.url
    await tab.get_by_role("button", name="New conversation").click()
    await expect(tab.locator(STATE)).to_be_empty()
    await say(tab, "What's my dog's name? [say:Your dog is Biscuit, I think.]")
    note = tab.locator(".footnotes li")
    await expect(note).to_contain_text("My dog is called Biscuit")
    await expect(tab.locator(".reply sup")).to_have_text("1")
    await tab.reload()
    await expect(note).to_contain_text("My dog is called Biscuit")
    await note.locator(".source").click()
    await expect(tab).to_have_url(re.compile(re.escape(told) + "#m-"))
    await expect(tab.locator(".own:target")).to_contain_text("Porto")


async def test_enter_sends_and_shift_enter_breaks(tab):
    await begin(tab)
    await tab.locator("#text").fill("one")
    await tab.keyboard.press("Shift+Enter")
    await tab.keyboard.type("two")
    await tab.keyboard.press("Enter")
    await expect(tab.locator(DONE)).to_be_visible()
    assert (await stored(tab))[0] == "one\ntwo"


async def test_on_a_phone_enter_breaks_and_the_button_sends(browser, web):
    context = await browser.new_context(
        base_url=web.url, viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True
    )
    page = await context.new_page()
    await begin(page)
    await page.locator("#text").fill("one")
    await page.keyboard.press("Enter")
    await page.keyboard.type("two")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(DONE)).to_be_visible()
    assert (await stored(page))[0] == "one\ntwo"
    await expect(page.locator("#list")).not_to_be_visible()
    await page.get_by_role("button", name="Conversations").click()
    await expect(page.get_by_role("link", name="one")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_two_tabs_on_two_processes_stay_in_step(tab, other_web):
    await begin(tab)
    other = await tab.context.new_page()
    await other.goto(tab.url.replace(tab.url.split("/")[2], other_web.url.split("/")[2]))
    await expect(other.locator(STATE)).to_be_empty()
    await say(tab, "Good evening")
    for page in (tab, other):
        await expect(page.locator(DONE)).to_be_visible()
    assert await heard(other) == await heard(tab)
    await say(other, "And good night")
    await expect(tab.locator(DONE)).to_have_count(2)
    assert await heard(other) == await heard(tab)


async def test_markup_in_words_stays_words(tab):
    await begin(tab)
    await say(tab, "<img src=x onerror=alert(1)> [say:<b>bold</b> and **strong** <script>alert(1)</script>]")
    await expect(tab.locator(DONE)).to_be_visible()
    await expect(tab.locator(".own .words")).to_contain_text("<img src=x onerror=alert(1)>")
    await expect(tab.locator(".reply .words strong")).to_have_text("strong")
    await expect(tab.locator(".reply .words")).to_contain_text("<b>bold</b>")


async def test_a_long_history_is_paged(tab, site):
    await begin(tab)
    conversation = tab.url.rstrip("/").split("/")[-1]
    site.manage("shell", "-c", LONG.replace("CONVERSATION", conversation))
    await tab.reload()
    await expect(tab.locator(".own")).to_have_count(25)
    await tab.get_by_role("link", name="Earlier").click()
    await expect(tab.locator(".own")).to_have_count(40)
    await expect(tab.get_by_role("link", name="Earlier")).not_to_be_visible()
    assert await tab.locator(".own .words").all_inner_texts() == [f"line {number}" for number in range(40)]


LONG = """
from chat.models import Conversation, Message, Variant
conversation = Conversation.objects.get(pk="CONVERSATION")
parent = None
for number in range(40):
    own = Message.objects.create(
        conversation=conversation, role="user", parent=parent, position=2 * number, text=f"line {number}"
    )
    parent = Message.objects.create(
        conversation=conversation, role="assistant", parent=own, position=2 * number + 1, active_variant=0
    )
    Variant.objects.create(message=parent, number=0, text=f"answer {number}", finish="stop", route="everyday", model="none")
Conversation.objects.filter(pk=conversation.pk).update(head=parent)
"""
