"""A reply that went too far, as the person who waited for it sees it."""

from playwright.async_api import expect

from companion.simulated.model import in_pieces
from tests.browser.test_talking import DONE, STATE, begin, heard, say, stored

CUT = ".reply .cut"
SENTENCE = "The rest was held back: it went further than this conversation allows."
FILTERED = ".reply[data-finish=filtered]"


async def test_what_was_said_stays_and_the_rest_is_explained(tab):
    await begin(tab)
    await say(tab, f"A story? {in_pieces('Once there was', ' a lighthouse. ', 'Periwinkle', ' then.')}")
    await expect(tab.locator(FILTERED)).to_be_visible()
    await expect(tab.locator(CUT)).to_have_text(SENTENCE)
    assert await heard(tab) == "Once there was a lighthouse."
    await expect(tab.locator(STATE)).to_contain_text("The rest of this reply was held back.")
    await tab.reload()
    await expect(tab.locator(CUT)).to_have_text(SENTENCE)
    assert await heard(tab) == (await stored(tab))[1].strip() == "Once there was a lighthouse."


async def test_where_nothing_could_be_said_fixed_words_stand_and_another_answer_can_be_asked_for(tab):
    await begin(tab)
    await say(tab, f"A story? {in_pieces('Periwinkle and', ' more')}")
    await expect(tab.locator(FILTERED)).to_be_visible()
    await expect(tab.locator(FILTERED)).to_contain_text("so it was left out")
    await tab.get_by_role("button", name="Try again").click()
    await expect(tab.locator(f'{FILTERED}[data-variant="1"]')).to_be_visible()
    await expect(tab.locator(".reply")).to_have_count(1)
    await say(tab, "Good evening then [tokens:4]")
    await expect(tab.locator(DONE)).to_be_visible()
