from tests.client import Person


async def test_all_can_be_taken_along_as_a_file(web, person, conversation):
    async with person.socket(conversation) as socket:
        await socket.talk("My dog is called Biscuit")
    status, document = await person.json("GET", "/memories/export/")
    assert status == 200
    assert [one["text"] for one in document["said"]] == ["My dog is called Biscuit"]
    stranger = await Person(web.url).sign_up()
    assert (await stranger.json("GET", "/memories/export/"))[1]["said"] == []
