"""Who is signed out, suspended or has changed their password is so on every process, also on sockets that are open."""

import asyncio

import pytest

from tests.client import PASSWORD, Person


@pytest.fixture
async def both(person, conversation, web, other_web):
    sockets = [await person.socket(conversation, url=process.url).open() for process in (web, other_web)]
    yield sockets
    for socket in sockets:
        await socket.close()


@pytest.fixture
async def elsewhere(person, web):
    """The same person, signed in on another device."""
    return await Person(web.url, person.name).log_in()


async def closed_within_a_second(sockets):
    assert await asyncio.gather(*(socket.closed(seconds=1) for socket in sockets)) == [4401] * len(sockets)


async def is_alive(socket):
    await socket.send(type="ping", n="still here")
    assert (await socket.wait_for(lambda event: event["type"] == "pong"))["n"] == "still here"


async def test_signing_out_closes_sockets_on_both(person, conversation, both, other_web):
    old = dict(person.cookies)
    await person.request("POST", "/accounts/logout/")
    await closed_within_a_second(both)
    person.cookies = old
    late = await person.socket(conversation, url=other_web.url).open(wait_for_state=False)
    assert (await late.closed(), late.events) == (4401, [])
    assert (await person.request("GET", f"/conversations/{conversation}/", url=other_web.url))[0] == 302


async def test_another_device_stays_when_one_signs_out(person, conversation, both, elsewhere, other_web):
    async with elsewhere.socket(conversation, url=other_web.url) as stays:
        await person.request("POST", "/accounts/logout/")
        await closed_within_a_second(both)
        await is_alive(stays)
        assert (await stays.talk("good evening [tokens:5]")).end["finish"] == "stop"


async def test_suspension_closes_everything_everywhere(person, conversation, both, elsewhere, site, web):
    other_device = await elsewhere.socket(conversation).open()
    await asyncio.to_thread(site.manage, "shell", "-c", suspend(person.name))
    await closed_within_a_second([*both, other_device])
    for somebody in (person, elsewhere):
        late = await somebody.socket(conversation).open(wait_for_state=False)
        assert (await late.closed(), late.events) == (4401, [])
        assert (await somebody.request("GET", f"/conversations/{conversation}/messages/"))[0] == 302
    await asyncio.to_thread(site.manage, "shell", "-c", suspend(person.name, lift=True))
    late = await person.socket(conversation).open(wait_for_state=False)
    assert await late.closed() == 4401  # what was open before stays closed


async def test_a_changed_password_closes_the_other_devices(person, conversation, both, elsewhere):
    new = PASSWORD + " and more"
    form = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    await elsewhere.request("GET", "/accounts/password/change/")
    status, _ = await elsewhere.request("POST", "/accounts/password/change/", data=form)
    assert status == 302
    await closed_within_a_second(both)
    async with elsewhere.socket(conversation) as socket:  # with the cookie that the change brought
        await is_alive(socket)


def suspend(name, *, lift=False):
    what = "lift_suspension" if lift else "suspend"
    return f"from companion.models import User, {what}; {what}(user_id=User.objects.get(username={name!r}).pk)"
