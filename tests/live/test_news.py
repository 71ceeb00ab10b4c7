"""What an instance told itself it doesn't hear again; of the others' it misses nothing."""

import json

import pytest

from chat.live import news
from chat.live.news import News
from companion.health import INSTANCE


def test_its_own_are_known_without_reading_them():
    assert news.is_own(news.encode(News(kind="state", conversation="c")))


@pytest.mark.parametrize("between", [": ", ":"])
def test_what_somebody_else_says_is_heard_whatever_is_in_it(between):
    said = json.dumps({"by": INSTANCE}, separators=(",", between))
    item = News(kind="events", conversation="c", frames=[said, json.dumps({"text": said})], by="another")
    told = news.encode(item)

    assert not news.is_own(told)
    assert news.decode(told) == item
