"""What the first look at a conversation costs, with nothing kept from before, and how soon something stands there."""

import re
from statistics import median

from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, begin, say

MOST = 150_000  # bytes, as they go over the line
SLOWER = 4  # than this machine's processor
LATEST_PAINT = 4_000  # ms; this machine does other things, too
RUNS = 5

PAINTED = """new Promise(told => new PerformanceObserver(all => {
    const [first] = all.getEntriesByName("first-contentful-paint");
    if (first) told(first.startTime);
}).observe({type: "paint", buffered: true}))"""
HOLDING_UP = """performance.getEntriesByType("resource").filter(one => one.renderBlockingStatus === "blocking")
    .map(one => new URL(one.name).pathname.split("/").at(-1).replace(/\\.[0-9a-f]{12}\\./, "."))"""


class ColdLoads:
    """What goes over the line when the page is loaded as if for the first time."""

    def __init__(self, page, devtools):
        self.page, self.devtools = page, devtools
        self.sizes, self.kinds, self.kept = {}, {}, []
        devtools.on("Network.responseReceived", lambda one: self.kinds.update({one["requestId"]: one}))
        devtools.on("Network.requestServedFromCache", lambda one: self.kept.append(one["requestId"]))
        devtools.on(
            "Network.loadingFinished", lambda one: self.sizes.update({one["requestId"]: one["encodedDataLength"]})
        )

    @classmethod
    async def of_a_talk(cls, page):
        await begin(page)
        await say(page, "My dog is called Biscuit")
        await expect(page.locator(DONE)).to_be_visible()
        devtools = await page.context.new_cdp_session(page)
        await devtools.send("Network.enable")
        return cls(page, devtools)

    async def load(self):
        for told in (self.sizes, self.kinds, self.kept):
            told.clear()
        await self.devtools.send("Network.clearBrowserCache")
        await self.devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
        await self.page.reload(wait_until="networkidle")
        await expect(self.page.locator(STATE)).to_be_empty()
        assert self.kept == []

    @property
    def total(self):
        return int(sum(self.sizes.values()))

    def __str__(self):
        by_kind = {}
        for request, size in self.sizes.items():
            by_kind.setdefault(self.kinds[request]["type"], []).append(int(size))
        kinds = ", ".join(f"{kind} {sum(some)}" for kind, some in by_kind.items())
        return f"{self.total} bytes, {len(self.sizes)} requests: {kinds}"


async def test_the_chat_page_is_light(tab):
    loads = await ColdLoads.of_a_talk(tab)
    await loads.load()
    print(loads)
    scripts = [one["response"] for one in loads.kinds.values() if re.search(r"\.js$", one["response"]["url"])]
    assert scripts
    assert {one["headers"].get("content-encoding") for one in scripts if one["encodedDataLength"] > 1000} <= {
        "gzip",
        "br",
    }
    assert loads.total < MOST, str(loads)


async def test_words_stand_there_soon_on_a_slow_machine(tab, record_property):
    loads = await ColdLoads.of_a_talk(tab)
    await loads.devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    painted = []
    for _ in range(RUNS):
        await loads.load()
        painted.append(await tab.evaluate(PAINTED))
        print(f"first words after {painted[-1]:.0f} ms at a {SLOWER}th of the speed; {loads}")
        held_up_by = {one for one in await tab.evaluate(HOLDING_UP) if not one.endswith(".css")}
        assert held_up_by <= {"early.js"}, "no font, and no script but the one that must be first"
        assert loads.total < MOST, str(loads)
    record_property("first_contentful_paint_ms", [round(one) for one in painted])
    assert median(painted) < LATEST_PAINT
