"""A statement that takes too long, of a turn."""

import psycopg

from tests.client import Person


async def test_nobody_waits_long_for_a_statement_that_is_stuck(site):
    with site.web(6, DATABASE_STATEMENT_SECONDS="1") as web, psycopg.connect(site.database_url) as other:
        person = await Person(web.url).sign_up()
        conversation = await person.start_conversation()
        async with person.socket(conversation) as socket:
            other.execute("SELECT 1 FROM chat_conversation WHERE id = %s FOR UPDATE", [conversation])
            refused = await socket.answered(await socket.say("Are you there?"))
            assert (refused["type"], refused["code"]) == ("error", "overloaded")

            other.rollback()
            reply = await socket.talk("And now?")
            assert reply.end["type"] == "reply.done"
