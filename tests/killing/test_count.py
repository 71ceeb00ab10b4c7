"""The count of a killing run can say no: each record here is of a run that went well, with one thing in it that didn't."""

from dataclasses import replace

import pytest

from tests.killing.count import BEFORE, Stored, StoredMessage, StoredTurn, count, table, totals
from tests.killing.record import Heard, Notes, Record, Struck, read

TEXT = "Once there was a lighthouse"
MOMENTS = [(10.0, 0), (10.3, 0), (10.3, 4), (10.4, 10), (10.5, len(TEXT))]
HEARD = Heard("c-1", "Ada says number 1", "m-1", "t-1", 9.9, 10.6, "stop", TEXT, MOMENTS)
MESSAGE = StoredMessage("m-1", "c-1", "Ada says number 1")
TURN = StoredTurn("t-1", "m-1", "done", TEXT)
WEB, CUT, FLUSH = (Struck(kind, 10.35, 4.0) for kind in ("web -9", "upstream cut", "valkey flush"))


def tally_of(struck=WEB, *, heard=HEARD, messages=(MESSAGE,), turns=(TURN,)):
    before, tally = count(Record([struck], [heard]), Stored(list(messages), list(turns)))
    assert before.is_clean
    return tally


def test_what_was_heard_as_it_is_stored_is_clean():
    tally = tally_of()
    assert (tally.is_clean, tally.accepted, tally.ends, tally.tails_ms) == (True, 1, {"stop": 1}, [])


@pytest.mark.parametrize(
    ("text", "lost"), [(TEXT[:-3], 3), (TEXT + "use", 3), (TEXT[:5] + TEXT[6:], len(TEXT) - 5), ("", len(TEXT))]
)
def test_characters_that_are_missing_doubled_or_others_are_lost(text, lost):
    tally = tally_of(heard=replace(HEARD, text=text))
    assert (tally.is_clean, tally.different, tally.lost_characters) == (False, 1, lost)


def test_words_without_a_stored_reply_are_lost():
    assert tally_of(turns=[replace(TURN, text="")]).lost_characters == len(TEXT)


@pytest.mark.parametrize(
    "doubled", [{"messages": [MESSAGE, replace(MESSAGE, id="m-2")]}, {"turns": [TURN, replace(TURN, id="t-2")]}]
)
def test_a_message_or_its_answer_stored_twice_is_doubled(doubled):
    tally = tally_of(**doubled)
    assert (tally.is_clean, tally.doubled) == (False, 1)


def test_a_message_that_nobody_said_is_doubled():
    strange = StoredMessage("m-9", "c-1", "something else")
    before, _ = count(Record([WEB], [HEARD]), Stored([MESSAGE, strange], [TURN]))
    assert (before.is_clean, before.doubled) == (False, 1)


def test_a_message_that_was_accepted_and_is_not_stored_is_lost():
    tally = tally_of(messages=[])
    assert (tally.is_clean, tally.lost_messages) == (False, 1)


def test_a_turn_that_runs_on_and_an_end_that_nobody_heard_are_stuck():
    assert tally_of(turns=[replace(TURN, state="running")]).stuck == {"c-1"}
    unheard = tally_of(heard=replace(HEARD, ended=None, end="", text=""))
    assert (unheard.is_clean, unheard.stuck, unheard.different) == (False, {"c-1"}, 0)


def test_the_missing_tail_is_the_time_from_the_stored_end_to_what_was_seen_last():
    cut = replace(HEARD, end="interrupted", text=TEXT[:4])
    tally = tally_of(heard=cut, turns=[replace(TURN, text=TEXT[:4])])
    assert (tally.is_clean, tally.tails_ms) == (True, [pytest.approx(200)])
    in_a_piece = tally_of(heard=replace(cut, text=TEXT[:9]), turns=[replace(TURN, text=TEXT[:9])])
    assert in_a_piece.tails_ms == [pytest.approx(200)]
    long_ago = [*MOMENTS[:3], (12.4, len(TEXT))]
    late = tally_of(heard=replace(cut, moments=long_ago), turns=[replace(TURN, text=TEXT[:4])])
    assert (late.is_clean, late.tails_ms) == (False, [pytest.approx(2100)])


def test_an_end_that_the_fault_does_not_explain_is_wrong():
    cut = replace(HEARD, end="interrupted")
    assert tally_of(heard=cut).is_clean
    assert (tally_of(FLUSH, heard=cut).is_clean, tally_of(FLUSH, heard=cut).wrong_ends) == (False, 1)


@pytest.mark.parametrize(
    ("moments", "ended", "late"),
    [
        ([(10.0, 0), (39.0, len(TEXT))], 39.1, 0),
        ([(10.0, 0), (46.0, len(TEXT))], 46.1, 1),
        ([(10.0, 0)], 46.0, 1),
        ([(10.0, 0), (11.0, 4), (25.0, len(TEXT))], 40.0, 0),
        ([(10.0, 0), (11.0, 4), (32.0, len(TEXT))], 32.1, 1),
        ([(10.0, 0), (11.0, len(TEXT))], 32.0, 1),
    ],
)
def test_a_silence_beyond_the_time_outs_is_late(moments, ended, late):
    tally = tally_of(CUT, heard=replace(HEARD, moments=moments, ended=ended))
    assert (tally.late, tally.is_clean) == (late, not late)


def test_who_waits_too_long_for_an_answer_is_no_success():
    assert not tally_of(replace(WEB, answered_after=None)).is_clean


def test_a_fault_in_the_midst_of_a_reply_has_it_and_else_the_last_one_before():
    faults = [Struck("valkey -9", 5.0, 2.0), Struck("worker -9", 10.2, 1.0), Struck("valkey flush", 10.5, 1.0)]
    later = Heard("c-2", "Bob says number 1", "m-2", "t-2", 8.0, 9.0, "stop", "", [])
    early = Heard("c-3", "Cid says number 1", "m-3", "t-3", 1.0, 2.0, "stop", "", [])
    tallies = count(Record(faults, [HEARD, later, early]), Stored([], []))
    assert {tally.kind: tally.accepted for tally in tallies} == {
        BEFORE: 1,
        "valkey -9": 1,
        "worker -9": 1,
        "valkey flush": 0,
    }


def test_a_record_is_read_as_it_was_written_and_told_without_words(tmp_path):
    notes = Notes(tmp_path)
    for line in (HEARD, WEB):
        notes.keep(line)
    record = read(tmp_path)
    notes.close()
    assert record == Record([WEB], [HEARD])
    stored = Stored([MESSAGE], [TURN])
    tallies = count(record, stored)
    said = table(tallies) + totals(tallies, stored)
    assert "messages accepted by clients 1, rows 1" in said
    assert TEXT not in said
