"""What scripts say is said in the language of the page, once somebody translated it."""

from playwright.async_api import expect

from tests.browser.test_talking import STATE, begin, say

# As Django's JavaScriptCatalog leaves it.
CATALOGUE = """
const known = {"{persona} is writing. You can stop at any time.": "{persona} schreibt. Du kannst anhalten.", Stop: "Halt"};
const plural = {"in {n} seconds": ["in einer Sekunde", "in {n} Sekunden"]};
const ngettext = (one, more, n) => plural[more]?.[n === 1 ? 0 : 1] ?? more;
globalThis.django = {gettext: (words) => known[words] ?? words, ngettext};
"""


async def test_a_catalogue_s_words_take_the_place_of_ours(tab):
    await tab.add_init_script(CATALOGUE)
    await begin(tab)
    await say(tab, "[tokens:2000] a long story")
    await expect(tab.locator(STATE)).to_have_text("Mira schreibt. Du kannst anhalten.")
    await tab.get_by_role("button", name="Halt").click()
    await expect(tab.locator(".reply .cut")).to_have_text("You stopped it here.")
    said = await tab.evaluate(
        """async () => {
            const {inWords} = await import("/static/js/waits.js");
            return [1, 7, 40].map(inWords);
        }"""
    )
    assert said == ["in einer Sekunde", "in 7 Sekunden", "in about 40 seconds"]
