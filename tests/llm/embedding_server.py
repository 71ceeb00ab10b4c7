"""A simulated OpenAI-compatible embeddings server over real HTTP. Texts that share words have vectors that are near."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from companion.simulated.vectors import rows_of


@dataclass
class EmbeddingServer:
    """``fault``: "slow", "page", "shape", "few", or a status it answers with. ``size`` None: as many numbers as asked for."""

    size: int | None = None
    fault: str = ""
    url: str = ""
    requests: list[dict] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    @property
    def texts(self):
        return [text for request in self.requests for text in request["input"]]

    async def embed(self, request):
        asked = await request.json()
        self.requests.append(asked)
        self.keys.add(request.headers.get("Authorization", ""))
        if self.fault.isdigit():
            return web.json_response({"error": {"message": "no"}}, status=int(self.fault))
        if self.fault == "slow":
            await asyncio.sleep(30)  # longer than anybody waits for vectors: that is the fault it plays
        if self.fault == "page":
            return web.Response(text="<html>A proxy's page</html>", content_type="text/html")
        if self.fault == "shape":
            return web.json_response({"data": "many"})
        rows = rows_of(asked["input"], self.size or asked["dimensions"])
        # In any order: their index says whose they are.
        return web.json_response({"object": "list", "model": asked["model"], "data": rows[::-1][self.fault == "few" :]})


@asynccontextmanager
async def running_embedder():
    server = EmbeddingServer()
    app = web.Application()
    app.router.add_post("/v1/embeddings", server.embed)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield server
    finally:
        await runner.cleanup()
