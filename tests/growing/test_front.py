"""deploy/nginx with TLS before three web processes: the clients of the contract pass through it."""

import asyncio
import http.client
import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from tests.client import Reply
from tests.growing.asking import ask


async def processes_of(front, conversation, *, sockets: int) -> list[str]:
    """Which process had each socket of this conversation, in the order in which they were closed; all of them are."""
    async with asyncio.timeout(20):
        while True:
            lines = re.findall(
                rf'"GET /ws/conversations/{conversation}/" 101 .* (\S+)$', front.log("companion.log"), re.MULTILINE
            )
            if len(lines) == sockets:
                return lines
            await asyncio.sleep(0.05)  # nginx writes its line after the client is gone


async def test_sockets_are_spread_over_all_and_tell_the_same_reply(front, webs, person, conversation):
    sockets = [await person.socket(conversation).open() for _ in range(6)]
    reply = await sockets[0].talk("Tell me a story")
    others = [await socket.ended(reply.turn) for socket in sockets[1:]]
    for socket in sockets:
        await socket.close()
    assert reply.end["finish"] == "stop"
    assert {other.text for other in others} == {reply.text}
    assert len(reply.text) == reply.end["text_length"]
    assert set(await processes_of(front, conversation, sockets=6)) == {f"127.0.0.1:{web.port}" for web in webs}


async def test_a_dropped_socket_resumes_on_each_process_without_a_gap(front, webs, person, conversation):
    here = await person.socket(conversation).open()
    turn = (await here.accepted(await here.say("Tell me a story")))["turn"]
    await here.until(lambda: turn in here.replies and len(here.replies[turn].text) >= 10)
    held = here.replies[turn].text
    here.drop()
    sockets = [await person.socket(conversation).open() for _ in range(3)]
    for socket in sockets:
        socket.replies[turn] = Reply(turn, text=held)
        await socket.send(type="resume", turn=turn, offset=len(held))
    told = set()
    for socket in sockets:
        reply = await socket.ended(turn)
        assert next(event for event in socket.events if event["type"] == "reply.delta")["offset"] == len(held)
        told.add((reply.text, reply.end["text_length"]))
        await socket.close()
    [(text, length)] = told
    assert len(text) == length > len(held)
    resumed = (await processes_of(front, conversation, sockets=4))[1:]
    assert set(resumed) == {f"127.0.0.1:{web.port}" for web in webs}


async def test_a_frame_over_the_limit_closes_with_1009(front, person, conversation):
    async with person.socket(conversation) as socket:
        await socket.send_raw("x" * (64 * 1024 + 1))
        assert await socket.closed() == 1009


def test_only_a_file_with_conversations_may_be_large(front):
    large = "x" * (3 * 2**20)
    told = {
        path: ask(front, path, method="POST", body=large)[0]
        for path in ("/conversations/", "/settings/conversations/import/")
    }
    assert told == {"/conversations/": 413, "/settings/conversations/import/": 403}  # a form without its token


def test_static_files_with_a_hash_are_kept_for_ever_and_come_compressed(front):
    path = staticfiles_storage.url("css/base.css")
    status, headers, body = ask(front, path, headers={"Accept-Encoding": "gzip", "Via": "1.1 a CDN"})
    assert (status, headers["Content-Encoding"], body[:2]) == (200, "gzip", b"\x1f\x8b")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Type"] == "text/css; charset=utf-8"
    assert (headers["Access-Control-Allow-Origin"], headers["X-Content-Type-Options"]) == ("*", "nosniff")
    assert "Accept-Encoding" in headers["Vary"]

    plain = ask(front, path)
    assert plain[1]["Content-Encoding"] is None
    assert len(plain[2]) > len(body)


def test_static_files_without_a_hash_are_asked_for_again(front):
    _, headers, _ = ask(front, "/static/css/base.css")
    assert headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("name", ["js/chat.js", "fonts/literata-latin-wght-normal.woff2", "icons/companion.svg"])
def test_static_files_have_the_type_that_browsers_want(front, name):
    kinds = {"js": "text/javascript; charset=utf-8", "woff2": "font/woff2", "svg": "image/svg+xml"}
    _, headers, _ = ask(front, staticfiles_storage.url(name))
    assert headers["Content-Type"] == kinds[name.rpartition(".")[2]]


@pytest.mark.parametrize(
    "path", ["/static/css/gone.000000000000.css", "/static/../privkey.pem", "/static/%2e%2e/privkey.pem"]
)
def test_what_is_no_static_file_is_missing_and_not_kept(front, path):
    status, headers, body = ask(front, path)
    assert status in {400, 404}
    assert headers["Cache-Control"] is None or "immutable" not in headers["Cache-Control"]
    assert b"PRIVATE KEY" not in body


@pytest.mark.parametrize("path", ["/", "/better-model/"])
def test_pages_without_secrets_come_compressed(front, path):
    _, headers, body = ask(front, path, headers={"Accept-Encoding": "gzip"})
    assert (headers["Content-Encoding"], body[:2]) == ("gzip", b"\x1f\x8b")
    assert b"csrf" not in ask(front, path)[2]


async def test_pages_with_a_token_or_somebody_s_words_do_not(front, person, conversation):
    cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    paths = ["/accounts/login/", "/accounts/signup/", "/settings/", "/memories/"]
    for path in paths:
        who = {} if path.startswith("/accounts/") else {"Cookie": cookies}
        status, headers, _ = ask(front, path, headers={"Accept-Encoding": "gzip", **who})
        assert (status, headers["Content-Encoding"]) == (200, None), path
    _, headers, _ = ask(front, "/", headers={"Accept-Encoding": "gzip", "Cookie": cookies})
    assert headers["Content-Encoding"] is None


async def test_a_conversation_s_page_does_and_its_size_tells_nothing(front, person, conversation):
    cookies = "; ".join(f"{name}={value}" for name, value in person.cookies.items())
    sizes = set()
    for _ in range(10):
        status, headers, body = ask(
            front, f"/conversations/{conversation}/", headers={"Accept-Encoding": "gzip", "Cookie": cookies}
        )
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        sizes.add(len(body))
    assert len(sizes) > 1, "the same page, and never sure how long"


def test_metrics_stay_inside(front):
    for path in ("/metrics", "/metrics/", "/metrics/any"):
        status, _, body = ask(front, path)
        assert (status, b"nginx" in body) == (404, True), path


def test_plain_http_is_led_to_tls(front):
    connection = http.client.HTTPConnection("127.0.0.1", front.plain_port, timeout=20)
    connection.request("GET", "/age/?a=b")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "https://127.0.0.1/age/?a=b")
    connection.close()


def test_people_are_counted_by_their_own_address_whatever_they_say_of_it(front):
    """Five log-ins a day from each address."""
    _, headers, _ = ask(front, "/accounts/login/", source="127.0.0.2")
    token = re.search(r"csrftoken=([^;]+)", headers["Set-Cookie"])[1]

    def attempt(n, source):
        said = {
            "Cookie": f"csrftoken={token}",
            "X-CSRFToken": token,
            "Origin": front.url,
            "X-Forwarded-For": f"198.51.100.{n}",
            "X-Forwarded-Proto": "http",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        body = f"login=nobody-{source}-{n}&password="
        return ask(front, "/accounts/login/", method="POST", headers=said, source=source, body=body)[0]

    assert [attempt(n, "127.0.0.2") for n in range(7)] == [200] * 5 + [429] * 2
    assert attempt(0, "127.0.0.3") == 200


async def test_a_silent_socket_is_closed_by_the_server_and_not_by_nginx(silent_socket):
    """It takes 90 s from the first test on, so it is the last here."""
    code, seconds = await asyncio.wrap_future(silent_socket)
    assert code == 4408
    assert 85 < seconds < 105
