"""Ten thousand messages as people and companions write them, and what Chromium does while one goes up through all of them."""

import asyncio
from dataclasses import dataclass

from tests.listing.people import long_talk, words

MESSAGES = 10_000

MAKE = """
from chat.models import Conversation
from tests.browser.long_talk import make
make(Conversation.objects.get(pk="{conversation}"))
"""


def make(conversation):
    long_talk(conversation, messages=MESSAGES, said_at=said_at, answer_at=answer_at)


def said_at(position):
    """Mostly a line, at times a paragraph or two."""
    number = position // 2
    if number % 5 == 4:
        return f"number {position} {words(position, 90)}\n\n{words(position + 3, 60)}"
    return f"number {position} {words(position, 4 + number % 14)}"


def answer_at(position):
    """A line, paragraphs, a list, code, and now and then 2,000 words."""
    number = position // 2
    paragraphs = [words(position + step, 40 + 13 * (step % 4)) for step in range(40)]
    if number % 100 == 7:
        return "\n\n".join(paragraphs) + "\n\n" + words(position, 400)
    match number % 7:
        case 0:
            return words(position, 9)
        case 1:
            items = "\n".join(f"- **{words(position + one, 2)}**: {words(position + one, 12)}" for one in range(6))
            return f"{paragraphs[0]}\n\n{items}\n\n{paragraphs[1]}"
        case 2:
            lines = "\n".join(f'    boats.append("{words(position + one, 3)}")' for one in range(12))
            return f"{paragraphs[0]}\n\n```python\ndef sail(boats):\n{lines}\n```\n\n{paragraphs[1]}"
        case 3:
            items = "\n".join(f"{one + 1}. {words(position + one, 20)}" for one in range(5))
            return f"### {words(position, 4)}\n\n{paragraphs[0]}\n\n> {words(position, 25)}\n\n{items}"
        case _:
            return "\n\n".join(paragraphs[: number % 4 + 1])


# Goes up through so many pages, so many px a frame, and says what that was like. What one looks at as a page comes may not move.
GO_UP = """async ({count, step}) => {
    const pages = document.getElementById("pages"), list = document.getElementById("messages");
    const earlier = document.getElementById("earlier");
    const frame = () => new Promise(requestAnimationFrame);
    const top = element => element.getBoundingClientRect().top;
    const frames = [], long = [];
    let before = null, isOver = false, jumped = 0, turned = 0;
    const watch = new PerformanceObserver(all => long.push(...all.getEntries().map(one => one.duration)));
    for (const type of ["longtask", "long-animation-frame"]) watch.observe({type});
    const look = now => {
        if (before !== null) frames.push(now - before);
        before = now;
        if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const goUp = async () => {
        while (pages.scrollTop > 0) {
            pages.scrollTop -= step;
            await frame();
        }
    };
    while (turned < count && !earlier.hidden) {
        await goUp();
        const first = list.querySelector("[data-id]"), there = top(first);
        await new Promise(come => {
            const arrival = new MutationObserver(() => (arrival.disconnect(), come()));
            arrival.observe(list, {childList: true});
            earlier.click();
        });
        await frame(); // sizes are told after this, and before it is painted
        for (let settling = 0; settling < 3; settling++) {
            await frame();
            jumped = Math.max(jumped, Math.abs(top(first) - there));
        }
        turned += 1;
    }
    if (earlier.hidden) await goUp();
    await frame();
    isOver = true;
    for (const entry of watch.takeRecords()) long.push(entry.duration);
    watch.disconnect();
    return {frames, long, jumped, turned};
}"""

# Goes so many px so many times, and says how far what one looks at was from where it should have been, at most.
GO_ON = """async ({step, moves}) => {
    const pages = document.getElementById("pages");
    const { left, width, top: edge, height } = pages.getBoundingClientRect();
    const frame = () => new Promise(requestAnimationFrame);
    let off = 0;
    for (let move = 0; move < moves; move++) {
        const part = document.elementsFromPoint(left + width / 2, edge + height / 2).find(one => one.closest(".messages > *"));
        const seen = part?.closest(".own, .reply");
        const there = seen?.getBoundingClientRect().top;
        pages.scrollTop += step;
        await frame();
        await frame();
        if (seen) off = Math.max(off, Math.abs(there - seen.getBoundingClientRect().top - step));
    }
    return off;
}"""


@dataclass(frozen=True)
class Stretch:
    """Some pages on the way up. Milliseconds."""

    frames: list[float]
    long: list[float]
    jumped: float
    turned: int
    cpu: dict[str, float]  # of the page's main thread, a page that was turned

    @property
    def usual(self):
        return percentile(self.frames, 95)

    @property
    def longest(self):
        return max(self.frames)

    def __str__(self):
        cpu = ", ".join(f"{name} {took:.0f}" for name, took in self.cpu.items())
        long = f"{len(self.long)} long, up to {max(self.long, default=0):.0f}"
        return (
            f"{self.turned} pages: frames p95 {self.usual:.0f}, longest {self.longest:.0f} ({long}); CPU a page: {cpu}"
        )


def percentile(numbers, part):
    return sorted(numbers)[max(0, len(numbers) * part // 100 - 1)]


class Climb:
    """Somebody goes up, and what it costs is kept."""

    def __init__(self, page, devtools):
        self.page, self.devtools = page, devtools

    @classmethod
    async def begin(cls, page):
        devtools = await page.context.new_cdp_session(page)
        await devtools.send(
            "Performance.enable", {"timeDomain": "threadTicks"}
        )  # what others do on the machine is left out
        return cls(page, devtools)

    async def metrics(self):
        told = (await self.devtools.send("Performance.getMetrics"))["metrics"]
        return {one["name"]: one["value"] for one in told}

    async def go_up(self, *, count, step=600):
        before = await self.metrics()
        told = await self.page.evaluate(GO_UP, {"count": count, "step": step})
        after = await self.metrics()
        names = {
            "all": "TaskDuration",
            "layout": "LayoutDuration",
            "style": "RecalcStyleDuration",
            "script": "ScriptDuration",
        }
        cpu = {short: (after[name] - before[name]) * 1000 / max(told["turned"], 1) for short, name in names.items()}
        return Stretch(**told, cpu=cpu)


async def made_long(page, site):
    """The conversation on this page has ten thousand messages now."""
    conversation = page.url.rstrip("/").split("/")[-1]
    await asyncio.to_thread(site.manage, "shell", "--no-imports", "-c", MAKE.format(conversation=conversation))
    return conversation
