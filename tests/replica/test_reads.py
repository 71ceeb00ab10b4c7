"""Web processes on a primary and a streaming replica: which reads go where, as the replica itself counts them."""

import asyncio
import time

PATIENCE = 30


async def until(is_met, *, seconds=PATIENCE):
    """Wait for a condition that pages or servers tell."""
    deadline = time.monotonic() + seconds
    while not await is_met():
        assert time.monotonic() < deadline, "it never came to that"
        await asyncio.sleep(0.1)  # neither a page nor a server tells by itself that it changed


class Shown:
    """What one person's list of conversations shows, on the page of another conversation."""

    @classmethod
    async def to(cls, person, pair, site, forget_writes):
        self = cls()
        self.person, self.pair, self.site, self.forget_writes = person, pair, site, forget_writes
        self.place, self.listed = await person.start_conversation(), await person.start_conversation()
        forget_writes()
        await until(self.from_replica)
        return self

    async def page(self, url=None):
        status, body = await self.person.request("GET", f"/conversations/{self.place}/", url=url)
        assert status == 200
        return body

    async def from_replica(self, url=None):
        """Whether the list is read there now."""
        before = self.pair.asked("chat_conversation")
        await self.page(url)
        return self.pair.asked("chat_conversation") > before

    def call(self, title):
        """Somebody else's write: nothing tells of it but the database."""
        self.site.execute("UPDATE chat_conversation SET title = %s WHERE id = %s", title, self.listed)

    async def shows(self, title):
        return title in await self.page()


async def test_what_only_shows_is_read_from_the_replica(pair, own_site, first_web, person, forget_writes):
    conversation = await person.start_conversation()
    async with person.socket(conversation) as socket:
        reply = await socket.talk("I have a sister in Utrecht")
    own_site.execute("UPDATE companion_user SET is_staff = true, is_superuser = true WHERE username = %s", person.name)
    reads = {
        f"/conversations/{conversation}/": ("chat_conversation", "memory_memory"),
        f"/conversations/{conversation}/messages/?before={reply.end['message']}": ("chat_message", "chat_turn"),
        "/memories/": ("memory_memory",),
        "/memories/waiting/": ("memory_memory",),
        "/memories/export/": ("memory_memory", "memory_episode"),
        "/settings/usage/": ("chat_turn", "chat_variant"),
        "/admin/chat/personusage/": ("chat_turn", "chat_variant", "companion_user"),
        "/admin/chat/flag/over-time/": ("chat_flag", "chat_decision"),
    }
    for path, tables in reads.items():
        forget_writes()

        async def is_read_there(path=path, tables=tables):
            before = [pair.asked(table) for table in tables]
            status, _ = await person.request("GET", path)
            assert status == 200, path
            return all(pair.asked(table) > count for table, count in zip(tables, before, strict=True))

        await until(is_read_there)


async def test_a_turn_never_touches_the_replica(pair, own_site, person):
    with own_site.web(2) as fresh:  # has not looked at it yet, and would with the first read that may lag
        person.url = fresh.url
        conversation = await person.start_conversation()
        pair.forget_asked()
        async with person.socket(conversation) as socket:
            reply = await socket.talk("Hello there")
            assert reply.end["type"] == "reply.done"
            await socket.send(
                type="reply.regenerate", client_id="f3f3ae44-94ae-4c62-8b60-cf1c6b0d1b31", message=reply.end["message"]
            )
            again = await socket.accepted("f3f3ae44-94ae-4c62-8b60-cf1c6b0d1b31")
            assert (await socket.ended(again["turn"])).end["type"] == "reply.done"
        assert pair.asked() == 0

        await person.request("GET", "/memories/")
        assert pair.asked() > 0, "a page has looked at it"


async def test_who_wrote_just_now_reads_the_primary_on_every_process(
    pair, own_site, first_web, second_web, person, forget_writes
):
    shown = await Shown.to(person, pair, own_site, forget_writes)
    await until(lambda: shown.from_replica(second_web.url))
    with pair.replay_paused():
        before = pair.asked("chat_conversation")
        new = await person.start_conversation()
        assert new in await shown.page(second_web.url)
        assert pair.asked("chat_conversation") == before

    forget_writes()
    await until(lambda: shown.from_replica(second_web.url))


async def test_what_is_said_counts_as_written(pair, own_site, first_web, person, forget_writes):
    shown = await Shown.to(person, pair, own_site, forget_writes)
    async with person.socket(shown.listed) as socket:
        await socket.talk("Hello there")
        assert not await shown.from_replica()
        forget_writes()
        accepted = await socket.accepted(await socket.say("And again"))
        assert not await shown.from_replica(), "its own words are stored"
        await socket.ended(accepted["turn"])


async def test_a_replica_that_stopped_replaying_is_read_no_more(pair, own_site, first_web, person, forget_writes):
    shown = await Shown.to(person, pair, own_site, forget_writes)
    with pair.replay_paused():
        shown.call("Said meanwhile")
        await until(lambda: shown.shows("Said meanwhile"))
        assert not await shown.from_replica()

    await until(shown.from_replica)
    assert await shown.shows("Said meanwhile")


async def test_a_replica_that_lost_the_primary_is_read_no_more(pair, own_site, first_web, person, forget_writes):
    shown = await Shown.to(person, pair, own_site, forget_writes)
    with pair.cut_off():
        shown.call("Heard of by one alone")
        await until(lambda: shown.shows("Heard of by one alone"))
        assert not await shown.from_replica()

    await until(shown.from_replica)


async def test_a_replica_is_read_however_long_nobody_wrote(pair, own_site, first_web, person, forget_writes):
    shown = await Shown.to(person, pair, own_site, forget_writes)

    async def is_idle():
        return pair.idle_seconds() > 7

    await until(is_idle, seconds=90)
    assert await shown.from_replica()


async def test_a_dead_replica_costs_nobody_a_page(pair, own_site, first_web, person, forget_writes):
    shown = await Shown.to(person, pair, own_site, forget_writes)
    with pair.replica_stopped():
        shown.call("After its death")
        for _ in range(5):
            assert await shown.shows("After its death")
        assert "the replica is left alone" in first_web.said()

    await until(shown.from_replica)
    assert await shown.shows("After its death")


async def test_the_operator_hears_nothing_of_a_replica_that_is_fit(own_site):
    assert "no issues" in await asyncio.to_thread(
        own_site.manage, "check", "--database", "default", "--tag", "database"
    )
