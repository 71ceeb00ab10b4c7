"""What an operator hears of a Redis with Sentinels before anything starts."""

import pytest

from companion.embedded.outside import look_at_redis
from companion.embedded.process import StackError


def test_one_that_is_fit_is_passed_over_in_silence(watched, own_site):
    look_at_redis(watched.url)

    assert "no issues" in own_site.manage("check", "--database", "default", "--tag", "database")


def test_a_wrong_password_is_told_without_it(watched):
    wrong = watched.url.replace(f":{watched.password}@", ":verysecret@")

    with pytest.raises(StackError, match=r"Redis refused.*\(master companion\)") as told:
        look_at_redis(wrong)

    assert "verysecret" not in str(told.value)
    assert watched.password not in str(told.value)


def test_a_master_that_nobody_knows_is_told(watched):
    with pytest.raises(StackError, match="No master found for 'another'"):
        look_at_redis(watched.url.replace("master=companion", "master=another"))
