from playwright.async_api import expect
from tests.browser.test_companions import make
from tests.browser.test_talking import DONE, sign_up, say
OUT="/tmp/shots/companions"
async def shot(page,name):
    for w,h in ((1440,900),(390,844)):
        await page.set_viewport_size({"width":w,"height":h})
        for scheme in ("light","dark"):
            await page.emulate_media(color_scheme=scheme)
            await page.screenshot(path=f"{OUT}/{name}-{w}-{scheme}.png",full_page=True)
    await page.set_viewport_size({"width":1280,"height":800}); await page.emulate_media(color_scheme="light")
async def test_shots(tab):
    await sign_up(tab); await shot(tab,"0-start")
    await make(tab); await tab.get_by_role("button", name="Show the greeting").click(); await shot(tab,"3-editor-preview")
    await tab.get_by_role("button", name="Make this companion").click(); await shot(tab,"4-own")
    await tab.goto("/companions/"); await shot(tab,"1-shelf")
    await tab.goto("/companions/oswin/"); await shot(tab,"2-one")
    await tab.goto("/companions/new/"); await shot(tab,"5-new")
    await tab.get_by_label("Name", exact=True).fill("X"); await tab.get_by_label("Who it is").fill("A schoolgirl.")
    await tab.get_by_role("button", name="Make this companion").click(); await shot(tab,"6-refused")
    await tab.goto("/companions/oswin/"); await tab.get_by_role("button", name="Start a conversation").click(); await shot(tab,"7-chat")
    await say(tab,"Good evening"); await expect(tab.locator(DONE)).to_be_visible()
    await tab.evaluate("""document.querySelector('#messages .own').insertAdjacentHTML('beforebegin','<p class="notice">Oswin’s description changed on 3 May.</p>')""")
    await shot(tab,"8-talk")
