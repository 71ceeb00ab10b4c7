"""The test that nothing of another is recalled sees it when a clause that keeps people apart is missing."""

import pytest

from memory.recall import search
from memory.recall.query import search_for
from tests.memory.test_recall_owner import test_in_many_random_tries_nothing_of_another_is_ever_recalled as isolation


@pytest.mark.parametrize(
    "clause",
    [
        "e.user_id = %(user)s AND ",
        "m.user_id = %(user)s AND ",
        "e.persona_id = %(persona)s AND ",
        "e.route = ANY(%(routes)s) AND ",
        "AND (e.route <> 'adult' OR (SELECT adult_recall FROM memory_memorychoices WHERE user_id = %(user)s))",
    ],
    ids=["whose episodes", "whose memories", "which companion", "which route", "consent"],
)
def test_it_fails_without(clause, db, monkeypatch):
    def without(most_words):
        whole = search_for(most_words)
        assert clause in whole
        return whole.replace(clause, "")

    monkeypatch.setattr(search, "search_for", without)
    with pytest.raises(AssertionError):
        isolation(db)
