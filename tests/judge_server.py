"""A simulated remote judge over real HTTP, of both kinds. A text says itself what is found in it: ``[found:S12]``."""

import asyncio
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

SCORE = 0.97
CATEGORIES = ["sexual", "sexual/minors", "self-harm", "self-harm/intent", "violence", "hate"]


@dataclass
class JudgeServer:
    """``fault``: "slow", "page", "shape", "words", or a status it answers with."""

    asked: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    fault: str = ""
    url: str = ""

    def app(self):
        app = web.Application()
        app.router.add_post("/v1/moderations", self.moderate)
        app.router.add_post("/v1/chat/completions", self.guard)
        return app

    async def moderate(self, request):
        asked = await request.json()
        found = await self.found(request, asked["input"])
        if isinstance(found, web.Response):
            return found
        scores = {name: SCORE if name in found else 0.01 for name in CATEGORIES}
        return web.json_response(
            {"model": asked["model"], "results": [{"flagged": bool(found), "category_scores": scores}]}
        )

    async def guard(self, request):
        asked = await request.json()
        found = await self.found(request, asked["messages"][-1]["content"])
        if isinstance(found, web.Response):
            return found
        said = f"\n\nunsafe\n{','.join(found)}" if found else "safe"
        if self.fault == "words":
            said = "I'd rather not say."
        return web.json_response({"choices": [{"message": {"role": "assistant", "content": said}}]})

    async def found(self, request, text):
        self.asked.append(text)
        self.keys.add(request.headers.get("Authorization", ""))
        if self.fault.isdigit():
            return web.json_response({"error": {"message": text}}, status=int(self.fault))
        match self.fault:
            case "slow":
                await asyncio.sleep(30)  # longer than anybody waits for a judge: that is the fault it plays
            case "page":
                return web.Response(text="<html>A proxy's page</html>", content_type="text/html")
            case "shape":
                return web.json_response({"results": "many", "choices": [7]})
        return [name for names in re.findall(r"\[found:([^\]]+)\]", text) for name in names.split(",")]


@asynccontextmanager
async def running_judge():
    server = JudgeServer()
    runner = web.AppRunner(server.app(), handler_cancellation=True, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield server
    finally:
        await runner.cleanup()
