"""How right the rules are on labelled messages, and that the counting counts."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from memory.evaluation.learning import evaluate, read_rows
from memory.learning.facts import Fact, Kind

FILE = Path(__file__).parent / "learning.jsonl"
# Frozen before they were read for the first time; docs/memory.md tells the figures of then.
FIRST_SIGHT = sorted((Path(__file__).parent / "first_sight").glob("*.jsonl"))


@pytest.fixture(scope="module")
def rows():
    return read_rows(FILE)


def test_there_are_enough_and_all_differ(rows):
    assert len(rows) >= 300
    assert len({(row.message, row.before) for row in rows}) == len(rows)
    assert len([row for row in rows if row.is_held_out]) >= 50


@pytest.mark.parametrize("is_held_out", [False, True])
def test_rules_are_right(rows, is_held_out):
    tally = evaluate(row for row in rows if row.is_held_out == is_held_out)
    assert tally.precision >= 0.95, tally.errors
    assert tally.junk_share <= 0.02, tally.errors
    assert tally.wrongly_superseded == 0, tally.errors
    assert tally.recall >= 0.8, tally.errors


def test_of_all_that_was_frozen_little_is_wrong_by_now():
    tally = evaluate(row for path in FIRST_SIGHT for row in read_rows(path))
    assert tally.rows >= 500
    assert tally.precision >= 0.95, tally.errors
    assert tally.recall >= 0.8, tally.errors


@pytest.mark.parametrize("path", FIRST_SIGHT, ids=lambda path: path.stem)
def test_nothing_frozen_is_wrongly_superseded(path):
    tally = evaluate(read_rows(path))
    assert tally.wrongly_superseded == 0, tally.errors


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("I live in Porto.", "I live in Lyon during the week"),
        ("I live in Porto.", "I'm living in Lyon for a month"),
        ("I'm from Porto.", "I'm from Portugal"),
        ("I was born in Porto.", "I was born in Portugal"),
        ("I'm vegetarian.", "I'm gluten free"),
        ("My friends call me Bea.", "I go by Bibi at work"),
        ("I work at Aldi.", "I started at Lidl on Saturdays"),
        ("I'm a nurse.", "I started working as a tutor on the side"),
        ("I'm a nurse.", "I'm now also a tutor"),
    ],
)
def test_what_is_true_besides_takes_no_place(tmp_path, before, text):
    path = tmp_path / "rows.jsonl"
    said = [{"text": before, "said_at": "2026-02-01T10:00:00+00:00"}]
    path.write_text(json.dumps({"text": text, "before": said, "facts": [{"words": [""]}]}))
    tally = evaluate(read_rows(path))
    assert (tally.learned, tally.wrongly_superseded) == (1, 0), tally.errors


def counted(tmp_path, row, text="You live in Rome.", **fact):
    """What is counted where one fact is learned from one row."""
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row))
    learned = Fact(kind=Kind.PLACE, quote=row["text"], text=text, slot="home", value="Rome", **fact)
    return evaluate(read_rows(path), lambda text, *_: [learned] if text == row["text"] else [])


def test_a_fact_that_nobody_told_is_junk(tmp_path):
    tally = counted(tmp_path, {"text": "Hello", "facts": []})
    assert (tally.precision, tally.junk_share) == (0, 1)


@pytest.mark.parametrize(
    "more", [{"kind": "work"}, {"subject": "sister"}, {"slot": "name"}, {"valid_from": "2026-05-02"}]
)
def test_a_fact_that_is_told_otherwise_is_wrong_and_no_junk(tmp_path, more):
    row = {"text": "I live in Rome", "facts": [{"words": ["Rome"]} | more]}
    tally = counted(tmp_path, row, valid_from=datetime(2026, 5, 1, tzinfo=UTC))
    assert (tally.right, tally.junk, tally.found, tally.learned) == (0, 0, 0, 1)


def test_the_same_twice_is_right_once(tmp_path):
    row = {"text": "I live in Rome", "facts": [{"words": ["Rome"]}]}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row))
    fact = Fact(kind=Kind.PLACE, quote="I live in Rome", text="You live in Rome.")
    tally = evaluate(read_rows(path), lambda *_: [fact, fact])
    assert (tally.right, tally.learned, tally.recall) == (1, 2, 1)


def test_what_ends_without_being_told_is_wrongly_superseded(tmp_path):
    row = {"text": "I moved to Oslo", "before": [{"text": "I live in Bern", "said_at": "2026-01-01T00:00:00+00:00"}]}
    path = tmp_path / "rows.jsonl"
    for closes, wrongly, missed in (([], 1, 0), ([["Bern"]], 0, 0), ([["Bern"], ["Rome"]], 0, 1)):
        path.write_text(json.dumps(row | {"facts": [{"words": ["Oslo"]}], "closes": closes}))
        tally = evaluate(read_rows(path))
        assert (tally.wrongly_superseded, tally.not_superseded) == (wrongly, missed)


def test_the_command_prints_no_text_unless_asked(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "I live in Rome", "facts": []}))
    out = io.StringIO()
    call_command("evaluate_learning", path, stdout=out)
    assert "junk share          100.0% (1)" in out.getvalue()
    assert "Rome" not in out.getvalue()
    call_command("evaluate_learning", path, "--errors", "1", stdout=out)
    assert "Rome" in out.getvalue()


def test_a_line_that_is_no_row_is_named(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "x", "facts": []}\n{"facts": []}')
    with pytest.raises(CommandError, match="line 2"):
        call_command("evaluate_learning", path)
