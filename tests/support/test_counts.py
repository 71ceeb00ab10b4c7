import threading
from datetime import UTC, datetime

from django.db import connection

from chat.support.counts import SupportCount, count_support


def test_each_is_one_more_of_its_day_label_and_region(db, monkeypatch):
    for day in (24, 25):
        monkeypatch.setattr("django.utils.timezone.now", lambda day=day: datetime(2026, 11, day, 23, 59, tzinfo=UTC))
        count_support(label="self_harm", region="DE")
        count_support(label="self_harm", region="DE")
        count_support(label="self_harm", region=None)
        count_support(label="disclosure", region="DE")

    counted = SupportCount.objects.values_list("day__day", "label", "region", "count")
    assert sorted(counted) == [
        (24, "disclosure", "DE", 1), (24, "self_harm", "", 1), (24, "self_harm", "DE", 2),
        (25, "disclosure", "DE", 1), (25, "self_harm", "", 1), (25, "self_harm", "DE", 2),
    ]  # fmt: skip


def test_none_is_lost_when_many_count_at_once(transactional_db):
    def count():
        for _ in range(10):
            count_support(label="self_harm", region=None)
        connection.close()

    threads = [threading.Thread(target=count) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert SupportCount.objects.get().count == 50


def test_nothing_is_kept_but_day_label_region_and_count():
    assert {field.name for field in SupportCount._meta.get_fields()} == {"id", "day", "label", "region", "count"}
