"""A report, an appeal, and what people see of who decided and who read: in the real page, against a real web process."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.test_routes import answered
from tests.browser.test_talking import begin, say
from tests.client import PASSWORD

REFUSED = "hemlock"  # stands in for what nobody needs to write down here
ASK = "Ask a person to look again"


async def name_of(page):
    return await page.locator(".list-foot span").inner_text()


def moderate(site, code):
    """Run this as a moderator would, in the web process's database."""
    return site.manage("shell", "-c", MODERATOR + code)


MODERATOR = """
from chat.models import Decision, Flag
from chat.moderation.decide import decide
from chat.moderation.reveal import reveal
from chat.moderation.roles import grant_role
from companion.models import User
User.objects.get_or_create(username="moira")
moira = grant_role(username="moira", role="moderator")
"""
DECIDE = """
flag = Flag.objects.open().filter(user__username="{name}").latest("created_at")
decide(flag_ids=[flag.pk], moderator_id=moira.pk, action="{action}", reason="as the rules say", told="{told}")
"""
REVEAL = """
flag = Flag.objects.filter(user__username="{name}").latest("created_at")
reveal(flag_id=flag.pk, moderator_id=moira.pk, reason="decide", words="is it a quote?")
"""


async def refused(page):
    await say(page, f"a word: {REFUSED}")
    await expect(page.locator(".refusal").last).to_be_visible()


async def ask_again(page, words):
    await page.get_by_label("What should they know?").fill(words)
    await page.get_by_role("button", name="Send it").click()


async def test_a_reply_is_reported_where_it_stands(tab, site):
    await begin(tab)
    await say(tab, "Good evening")
    await answered(tab, 1)
    link = tab.get_by_role("link", name="Report this reply")
    await link.focus()
    await expect(link).to_have_css("opacity", "1")
    await tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog")
    await expect(dialog).to_contain_text("A person will look at it. They see this reply and a little around it")
    await tab.keyboard.press("Escape")
    await expect(link).to_be_focused()
    await tab.keyboard.press("Enter")
    await dialog.get_by_label("It is hateful or cruel").check()
    await dialog.get_by_label("In your own words").fill("It called me names")
    await dialog.get_by_role("button", name="Report it").click()
    await expect(dialog).to_contain_text("It is with a person now")
    await dialog.get_by_role("button", name="Back to talking").click()
    reported = tab.get_by_role("link", name="Reported this reply")
    await expect(reported).to_be_visible()
    await tab.reload()
    await expect(reported).to_be_visible()
    await reported.click()
    await expect(tab).to_have_url(re.compile(r"/account/moderation/#asked-"))
    await expect(tab.locator(".entry")).to_contain_text(["It called me names"])
    await expect(tab.locator(".entry")).to_contain_text(["It waits for a person."])


async def test_a_report_without_a_reason_is_told_so_and_can_be_sent_again(tab):
    await begin(tab)
    await say(tab, "Good evening")
    await answered(tab, 1)
    await tab.get_by_role("link", name="Report this reply").click()
    dialog = tab.get_by_role("dialog")
    await dialog.locator("form").evaluate("form => form.noValidate = true")
    await dialog.get_by_role("button", name="Report it").click()
    await expect(dialog).to_contain_text("Choose what comes closest.")
    await tab.context.set_offline(True)
    await dialog.get_by_label("Something else").check()
    await dialog.get_by_role("button", name="Report it").click()
    await expect(dialog.get_by_role("alert")).to_have_text("It could not be sent. Try again in a moment.")
    await tab.context.set_offline(False)
    await dialog.get_by_role("button", name="Report it").click()
    await expect(dialog).to_contain_text("It is with a person now")


async def test_without_scripts_a_report_is_a_page(tab, browser, web):
    await begin(tab)
    await say(tab, "Good evening")
    await answered(tab, 1)
    state = await tab.context.storage_state()
    plain = await browser.new_context(base_url=web.url, java_script_enabled=False, storage_state=state)
    page = await plain.new_page()
    await page.goto(tab.url)
    await page.get_by_role("link", name="Report this reply").click()
    await expect(page.get_by_role("heading", name="What is wrong with this reply?")).to_be_visible()
    await page.get_by_label("Something else").check()
    await page.get_by_role("button", name="Report it").click()
    await expect(page.locator(".entry")).to_contain_text(["You reported a reply."])


async def test_a_refusal_is_appealed_and_a_human_answers(tab, site):
    await begin(tab)
    conversation = tab.url
    await refused(tab)
    await tab.get_by_role("link", name=ASK).click()
    await ask_again(tab, "It is a line of a song")
    await tab.get_by_role("button", name="Back to talking").click()
    card = tab.locator(".refusal")
    await expect(card).to_contain_text("You asked for another look on")
    await expect(tab.get_by_role("link", name=ASK)).to_have_count(0)
    before = await card.inner_text()
    await tab.reload()
    assert await card.inner_text() == before
    told = "You are right, it is a song."
    moderate(site, DECIDE.format(name=await name_of(tab), action="dismiss", told=told))
    await tab.reload()
    await expect(card).to_contain_text("A person looked again on")
    await tab.get_by_role("link", name="has written to you").click()
    await expect(tab.locator(".entry-answer")).to_contain_text(told)
    await expect(tab.locator(".entry-answer")).to_contain_text("New")
    await tab.goto(conversation)
    await expect(tab.locator(".news")).to_have_count(0)


async def test_a_live_refusal_and_one_of_the_history_look_alike(tab):
    await begin(tab)
    await refused(tab)
    before = await tab.locator(".refusal").inner_text()
    await tab.reload()
    assert await tab.locator(".refusal").inner_text() == before
    assert ASK in before


async def test_who_read_a_message_stands_in_its_person_s_log(tab, site):
    await begin(tab)
    await refused(tab)
    moderate(site, REVEAL.format(name=await name_of(tab)))
    await tab.goto("/settings/")
    await tab.get_by_role("link", name="who read your messages").click()
    line = tab.locator(".access")
    await expect(line).to_contain_text("A moderator read one message.")
    await expect(line).to_contain_text("It could not be decided without reading it.")
    await expect(tab.locator("main")).not_to_contain_text("moira")
    await line.get_by_role("link").click()
    await expect(tab.locator(".own:target .words")).to_have_text(f"a word: {REFUSED}")


async def test_who_is_suspended_hears_why_and_asks_for_another_look(tab, site):
    await begin(tab)
    name = await name_of(tab)
    await refused(tab)
    moderate(site, DECIDE.format(name=name, action="suspend", told="You went on after two warnings."))
    await tab.goto("/accounts/login/")
    await tab.get_by_label("User name").fill(name)
    await tab.get_by_label("Password").fill(PASSWORD)
    await tab.get_by_role("button", name="Log in").click()
    await expect(tab.get_by_role("heading", name="This account is suspended")).to_be_visible()
    await expect(tab.locator("main")).to_contain_text("You went on after two warnings.")
    await ask_again(tab, "My brother wrote that")
    await expect(tab.locator(".entry")).to_contain_text("My brother wrote that")
    await expect(tab.get_by_label("What should they know?")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768])
async def test_nothing_of_it_is_wider_than_the_page(tab, site, width):
    await tab.set_viewport_size({"width": width, "height": 640})
    await begin(tab)
    await say(tab, "Good evening")
    await answered(tab, 1)
    await tab.get_by_role("link", name="Report this reply").click()
    box = await tab.get_by_role("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 640
    await tab.goto("/account/moderation/")
    assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
