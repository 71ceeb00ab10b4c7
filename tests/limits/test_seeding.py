"""Made-up people are made up only where a database says so, and then they are signed in like anybody."""

import json
import stat
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from companion.models import User
from companion.seeding import MARK, seed_people
from tests.factories import UserFactory


def comment(text):
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {connection.settings_dict['NAME']} IS %s", [text])


def test_nobody_is_made_up_in_a_database_without_the_mark(db, tmp_path):
    file = tmp_path / "cookies"
    with pytest.raises(CommandError, match=r"manage\.py mark_test_database$"):
        call_command("seed_people", "3", cookies=file)
    assert not User.objects.exists()
    assert not file.exists()


def test_a_database_where_people_live_is_not_marked(db, tmp_path):
    UserFactory()
    with pytest.raises(CommandError, match="1 people who were not made up"):
        call_command("mark_test_database")
    with pytest.raises(CommandError):
        call_command("seed_people", "3", cookies=tmp_path / "cookies")


def test_a_database_s_own_comment_is_not_replaced(db):
    comment("the archive")
    with pytest.raises(CommandError, match="comment of its own"):
        call_command("mark_test_database")


def test_made_up_people_do_not_stand_in_the_way_of_a_second_mark(db, capsys):
    call_command("mark_test_database")
    [person] = seed_people(1)
    call_command("mark_test_database")
    comment(None)
    call_command("mark_test_database")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        )
        assert cursor.fetchone() == (MARK,)
    assert not User.objects.get(pk=person.user_id).has_usable_password()
    assert "Marked" in capsys.readouterr().out


def test_a_thousand_take_seconds_and_their_file_is_the_owner_s_alone(site, tmp_path):
    file = tmp_path / "cookies"
    file.write_text("x" * 10**6)
    file.chmod(0o644)
    begun = time.monotonic()
    site.manage("seed_people", "1000", "--cookies", str(file))
    took = time.monotonic() - begun
    print(f"1000 people in {took:.1f} s")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert (
        len(lines)
        == len({line["cookies"]["sessionid"] for line in lines})
        == len({line["user_id"] for line in lines})
        == 1000
    )
    assert set(lines[0]) == {"username", "user_id", "cookies"}
    assert set(lines[0]["cookies"]) == {"sessionid", "csrftoken"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert took < 20


async def test_a_seeded_person_talks_like_any_other(person, conversation, pair, site):
    for process in pair:
        async with person.socket(conversation, url=process.url) as socket:
            assert (await socket.talk("Good evening")).end["type"] == "reply.done"
    await person.request("POST", "/accounts/logout/")
    socket = await person.socket(conversation).open(wait_for_state=False)
    assert await socket.closed() == 4401


async def test_a_seeded_session_has_its_row(person, site):
    key = person.cookies["sessionid"]
    assert site.rows("SELECT count(*) FROM django_session WHERE session_key = %s", key) == [(1,)]
