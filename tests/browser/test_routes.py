"""Age, routes, lock, support and reminders, as people see them, against real web processes and the real classifier."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from tests.browser.test_talking import DONE, begin, heard, say, stored
from tests.browser.test_talking import STATE as STATE_WORDS

# Single harmless words that stand in for what nobody needs to write down here.
EXPLICIT, SUGGESTIVE = "periwinkle", "marigold"
ENVIRONMENT = {"SAFETY_STAND_INS": f"explicit:{EXPLICIT};suggestive:{SUGGESTIVE}"}
CRISIS = "I don't want to live any more"
RIBBON = "#ribbon"


@pytest.fixture(scope="module")
def web(site):
    """A web process on which the simulated model may answer the adult route."""
    with site.web(2, ADULT_PROVIDERS="local", **ENVIRONMENT) as process:
        yield process


@pytest.fixture(scope="module")
def other_web(site):
    """Another one beside it."""
    with site.web(3, ADULT_PROVIDERS="local", **ENVIRONMENT) as process:
        yield process


@pytest.fixture(scope="module")
def closed_web(site):
    """One as it comes: no provider may answer the adult route."""
    with site.web(4, ADULT_PROVIDERS="", **ENVIRONMENT) as process:
        yield process


def birth_date(years):
    return (datetime.now(UTC) - timedelta(days=366 * years)).date().isoformat()


async def confirm_age(page, years=40):
    await page.get_by_label("Your date of birth").fill(birth_date(years))
    await page.get_by_label("I confirm that this date is mine and true.").check()
    await page.get_by_role("button", name="Confirm").click()


async def be_verified(page):
    """Somebody with a confirmed age in a new conversation."""
    await begin(page)
    conversation = page.url
    await page.goto("/age/")
    await confirm_age(page)
    await expect(page.get_by_role("heading", name="Are you an adult?")).to_have_count(0)
    await page.goto(conversation)
    await expect(page.locator(STATE_WORDS)).to_be_empty()


async def answered(page, count):
    await expect(page.locator(DONE)).to_have_count(count, timeout=15_000)


async def looks(page):
    """What stands under the last own message, for comparing it with what it is after a reload."""
    return await page.locator(".own .card").last.inner_text()


async def test_a_message_waits_at_the_gate_and_goes_on_behind_it(tab):
    await begin(tab)
    conversation = tab.url
    await say(tab, f"a word: {EXPLICIT}")
    await expect(tab.locator(".age")).to_be_visible()
    await expect(tab.locator(STATE_WORDS)).to_have_text("Waiting for you to confirm your age.")
    await expect(tab.locator(RIBBON)).to_be_hidden()
    await tab.get_by_role("link", name="Confirm your age").click()
    await confirm_age(tab)
    await expect(tab).to_have_url(re.compile(re.escape(conversation)))
    await answered(tab, 1)
    await expect(tab.locator(".age")).to_have_count(0)
    await expect(tab.locator(RIBBON)).to_contain_text("5 more messages")
    assert await stored(tab) == [f"a word: {EXPLICIT}", await heard(tab)]


async def test_an_age_confirmed_in_another_tab_of_another_process_is_enough(tab, other_web):
    await begin(tab)
    await say(tab, EXPLICIT)
    await expect(tab.locator(".age")).to_be_visible()
    other = await tab.context.new_page()
    await other.goto(f"{other_web.url}/age/")
    await confirm_age(other)
    await answered(tab, 1)
    await expect(tab.locator(".age")).to_have_count(0)


async def test_a_waiting_message_still_waits_after_a_reload(tab):
    await begin(tab)
    await say(tab, EXPLICIT)
    before = await looks(tab)
    await tab.reload()
    assert await looks(tab) == before
    await tab.get_by_role("button", name="Not now").click()
    await expect(tab.locator(".refusal")).to_be_visible()
    await expect(tab.locator(".age")).to_have_count(0)
    before = await looks(tab)
    await tab.reload()
    assert await looks(tab) == before
    await say(tab, "Good evening then")
    await answered(tab, 1)


async def test_saying_something_else_declines_what_waited(tab):
    await begin(tab)
    await say(tab, EXPLICIT)
    await expect(tab.locator(".age")).to_be_visible()
    await say(tab, "Let's talk about the garden")
    await answered(tab, 1)
    await expect(tab.locator(".own").first.locator(".refusal")).to_be_visible()
    await expect(tab.locator(".age")).to_have_count(0)


async def test_under_age_is_closed_kindly_and_another_date_changes_nothing(tab):
    await begin(tab)
    await say(tab, EXPLICIT)
    await tab.get_by_role("link", name="Confirm your age").click()
    await confirm_age(tab, years=15)
    await expect(tab.get_by_role("heading", name="Adult conversations stay closed")).to_be_visible()
    await expect(tab.get_by_text("you did nothing wrong")).to_be_visible()
    await tab.goto("/age/")
    await expect(tab.get_by_role("heading", name="Adult conversations stay closed")).to_be_visible()
    await tab.goto("/")
    await expect(tab.locator(".refusal")).to_be_visible()
    await say(tab, EXPLICIT)
    await expect(tab.locator(".refusal")).to_have_count(2)
    await expect(tab.locator(".age")).to_have_count(0)
    await say(tab, "Good evening")
    await answered(tab, 1)


async def test_the_page_says_which_field_is_wrong(tab):
    await begin(tab)
    await tab.goto("/age/")
    await tab.locator("form.form").evaluate("form => form.noValidate = true")
    await tab.get_by_role("button", name="Confirm").click()
    await expect(tab.locator(".field .problem")).to_have_count(2)


async def test_the_adult_ribbon_counts_down_and_goes_by_itself(tab):
    await be_verified(tab)
    await say(tab, EXPLICIT)
    await answered(tab, 1)
    await expect(tab.locator(RIBBON)).to_contain_text("5 more messages")
    for said, left in enumerate(("4 more messages", "3 more messages", "2 more messages", "1 more message"), start=2):
        await say(tab, "What shall we cook on Sunday? [tokens:3]")
        await answered(tab, said)
        await expect(tab.locator(RIBBON)).to_contain_text(left)
    await tab.reload()
    await expect(tab.locator(RIBBON)).to_contain_text("1 more message")
    for said in (6, 7):
        await say(tab, "And what on Monday? [tokens:3]")
        await answered(tab, said)
    await expect(tab.locator(RIBBON)).to_be_hidden()


async def test_one_tap_leaves_on_every_tab(tab, other_web):
    await be_verified(tab)
    await say(tab, EXPLICIT)
    await answered(tab, 1)
    other = await tab.context.new_page()
    await other.goto(tab.url.replace(tab.url.split("/")[2], other_web.url.split("/")[2]))
    await expect(other.locator(RIBBON)).to_contain_text("5 more messages")
    await other.locator(RIBBON).click()
    for page in (other, tab):
        await expect(page.locator(RIBBON)).to_be_hidden()
    await say(tab, "What shall we cook on Sunday?")
    await answered(tab, 2)
    await expect(tab.locator(RIBBON)).to_be_hidden()


async def test_a_withdrawn_age_ends_the_route_at_once(tab):
    await be_verified(tab)
    await say(tab, EXPLICIT)
    await answered(tab, 1)
    other = await tab.context.new_page()
    await other.goto("/age/")
    await other.get_by_role("button", name="Withdraw").click()
    await expect(other.get_by_role("heading", name="Are you an adult?")).to_be_visible()
    await expect(tab.locator(RIBBON)).to_be_hidden()
    await say(tab, EXPLICIT)
    await expect(tab.locator(".age")).to_be_visible()


async def test_romance_is_a_ribbon_that_needs_no_age(tab):
    await begin(tab)
    await say(tab, SUGGESTIVE)
    await answered(tab, 1)
    await expect(tab.locator(RIBBON)).to_have_text("Romance Leave", use_inner_text=True)
    await tab.locator(RIBBON).click()
    await expect(tab.locator(RIBBON)).to_be_hidden()


async def test_where_the_route_is_closed_no_age_is_asked(browser, closed_web):
    context = await browser.new_context(base_url=closed_web.url)
    page = await context.new_page()
    await begin(page)
    await say(page, EXPLICIT)
    await expect(page.locator(".refusal")).to_be_visible()
    await expect(page.locator(".age")).to_have_count(0)
    before = await looks(page)
    await page.reload()
    assert await looks(page) == before


@pytest.mark.parametrize(("locale", "call"), [("en-GB", "116 123"), ("en-US", "988")])
async def test_help_comes_first_and_stays(browser, web, locale, call):
    context = await browser.new_context(base_url=web.url, locale=locale, viewport={"width": 390, "height": 844})
    page = await context.new_page()
    await begin(page)
    await say(page, CRISIS)
    card = page.locator(".own .support")
    link = card.get_by_role("link", name=f"Call {call}", exact=True)
    await expect(link).to_have_attribute("href", f"tel:{call.replace(' ', '')}")
    await answered(page, 1)
    await expect(card.get_by_role("link").first).to_be_in_viewport()
    await expect(page.locator("#band")).to_be_visible()
    before = await looks(page)
    await page.reload()
    assert await looks(page) == before
    await expect(link).to_have_count(1)
    await expect(page.locator("#band")).to_be_visible()
    await page.get_by_role("button", name="Back to everyday").click()
    await expect(page.locator("#band")).to_be_hidden()
    await expect(card).to_be_visible()


async def test_romance_stays_closed_after_support(tab):
    await begin(tab)
    await say(tab, CRISIS)
    await answered(tab, 1)
    await tab.get_by_role("button", name="Back to everyday").click()
    await expect(tab.locator("#band")).to_be_hidden()
    await say(tab, SUGGESTIVE)
    await expect(tab.locator(f"{DONE}, .refusal")).to_have_count(2, timeout=15_000)
    await expect(tab.locator(RIBBON)).to_be_hidden()


async def test_who_talks_on_is_told_for_how_long(tab, site):
    await begin(tab)
    name = await tab.locator(".list-foot span").inner_text()
    site.manage("shell", "-c", HAS_TALKED_FOR_AN_HOUR.replace("NAME", name))
    await say(tab, "And now?")
    await expect(tab.locator(".notice")).to_contain_text("is an AI, not a person")
    await answered(tab, 1)


HAS_TALKED_FOR_AN_HOUR = """
from time import time
from django_redis import get_redis_connection
from chat.reminders import KEY
from companion.models import User
redis, key = get_redis_connection("sessions"), KEY.format(user_id=User.objects.get(username="NAME").pk)
now = int(time() * 1000)
redis.hset(key, mapping={"began": now - 61 * 60 * 1000, "reminded": now - 61 * 60 * 1000, "last": now})
"""
