"""One of three processes goes, and its people are led to the others."""

import asyncio

from tests.growing.asking import ask


async def test_a_process_that_is_stopped_leads_its_people_to_the_others(front, webs, person, conversation):
    sockets = [await person.socket(conversation).open() for _ in range(3)]
    turn = (await sockets[0].accepted(await sockets[0].say("[tokens:150] Tell me a story")))["turn"]
    webs[0].terminate()
    try:
        _, pending = await asyncio.wait(
            [asyncio.create_task(socket.closed(seconds=15)) for socket in sockets], return_when=asyncio.FIRST_COMPLETED
        )
        for task in pending:
            task.cancel()
        [moved] = [socket for socket in sockets if socket.close_code is not None]
        assert moved.close_code == 4503
        there, tries = person.socket(conversation), 0
        while not there.state:  # as a client does: 4503 says to connect again
            tries += 1
            await there.open(wait_for_state=False)
            there.state = await there.first_event() or {}
        assert tries <= 3, "in turn, two of three are others"
        await there.send(type="resume", turn=turn, offset=0)
        reply = await there.ended(turn)
        assert (reply.end["finish"], len(reply.text)) == ("stop", reply.end["text_length"])
        assert await webs[0].gone() == 0
        assert [ask(front, "/readyz")[0] for _ in range(6)] == [200] * 6
        for socket in (*sockets, there):
            await socket.close()
    finally:
        webs[0].process.wait(30)
        webs[0].start().wait_until_ready()


def test_a_killed_process_costs_nobody_a_page(front, webs):
    webs[1].kill()
    try:
        assert [ask(front, "/accounts/login/")[0] for _ in range(9)] == [200] * 9
    finally:
        webs[1].start().wait_until_ready()


async def test_what_people_search_for_reaches_no_log(front, webs, person):
    webs[2].kill()
    try:
        for _ in range(6):
            await person.request(
                "GET", "/memories/?text=marmalade", headers={"Referer": f"{front.url}/?text=marmalade"}
            )
    finally:
        webs[2].start().wait_until_ready()
    assert '"GET /memories/" 200' in front.log("companion.log")
    for name in ("companion.log", "companion.error.log", "start.log"):
        assert "marmalade" not in front.log(name)
