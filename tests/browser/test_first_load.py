"""What the first look at a conversation costs, with nothing kept from before."""

import re

from playwright.async_api import expect

from tests.browser.test_talking import DONE, STATE, begin, say

MOST = 150_000  # bytes, as they go over the line


async def test_the_chat_page_is_light(tab, record_property):
    await begin(tab)
    await say(tab, "My dog is called Biscuit")
    await expect(tab.locator(DONE)).to_be_visible()
    devtools = await tab.context.new_cdp_session(tab)
    await devtools.send("Network.enable")
    await devtools.send("Network.clearBrowserCache")
    await devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes, kinds, kept = {}, {}, []
    devtools.on("Network.responseReceived", lambda one: kinds.update({one["requestId"]: one}))
    devtools.on("Network.requestServedFromCache", lambda one: kept.append(one["requestId"]))
    devtools.on("Network.loadingFinished", lambda one: sizes.update({one["requestId"]: one["encodedDataLength"]}))
    await tab.reload(wait_until="networkidle")
    await expect(tab.locator(STATE)).to_be_empty()

    by_kind = {}
    for request, size in sizes.items():
        by_kind.setdefault(kinds[request]["type"], []).append(int(size))
    total = int(sum(sizes.values()))
    told = f"{total} bytes, {len(sizes)} requests: " + ", ".join(
        f"{kind} {sum(some)}" for kind, some in by_kind.items()
    )
    print(told)
    assert kept == []
    scripts = [one["response"] for one in kinds.values() if re.search(r"\.js$", one["response"]["url"])]
    assert scripts
    assert {one["headers"].get("content-encoding") for one in scripts if one["encodedDataLength"] > 1000} <= {
        "gzip",
        "br",
    }
    assert total < MOST, told
