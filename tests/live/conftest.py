import pytest

from tests.client import Person


@pytest.fixture
async def person(web):
    return await Person(web.url).sign_up()


@pytest.fixture
async def conversation(person):
    return await person.start_conversation()
