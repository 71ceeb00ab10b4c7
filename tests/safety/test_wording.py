import re

import pytest

from chat.safety import Label
from chat.safety.rules import care_rules, other_rules
from chat.safety.wording import STRONG, WEAK, Rule, Rulebook, expressions, key_words, lines, needed_by, sentences


def found(wordings, text, *, but_not="", weight=STRONG):
    rule = Rule("name", Label.SAFE, weight, wordings, but_not)
    return Rulebook([rule]).found_in(sentences(text)).get(rule, 0.0)


def test_a_sentence_is_its_words():
    assert [sentence.text for sentence in sentences("don't go - please, it's 13:30! really... no?\nbye")] == [
        "dont go please its 13:30",
        "really no ?",
        "bye",
    ]


def test_a_text_without_an_end_is_cut_into_pieces_that_overlap():
    pieces = sentences(" ".join(f"w{n}" for n in range(200)))

    assert {word for piece in pieces for word in piece.words} == {f"w{n}" for n in range(200)}
    assert pieces[0].words & pieces[1].words


def test_gaps_are_two_or_five_or_twelve_words():
    assert found("i .. {die}", "i may soon die")
    assert not found("i .. {die}", "i may very soon die")
    assert found("i ... {die}", "i may very very very soon die")
    assert not found("i ... {die}", f"i may {'very ' * 5}soon die")
    assert found("i .... {die}", f"i may {'very ' * 5}soon die")


def test_what_is_joined_stands_anywhere():
    assert found("{bridge} & (jump|step)", "step by step over the bridge")
    assert not found("{bridge} & (jump|step)", "over the bridge")


def test_an_exception_in_the_same_sentence_excuses():
    assert not found("{die}", "die laughing", but_not="laughing")
    assert found("{die}", "die. laughing", but_not="laughing")


def test_each_wording_weighs_once():
    assert found("{die}\n{dead}", "die die dead", weight=WEAK) == 2 * WEAK


def test_a_line_may_go_on_in_the_next():
    assert lines("  {a|\n    b}\n  # remark\n  c") == ["{a|b}", "c"]


@pytest.mark.parametrize("wording", ["no braces", "{not+plain}", "a (b )?.. {c}"])
def test_a_wording_that_could_not_work_stops_the_start(wording):
    with pytest.raises(ValueError, match=r"key words|gap"):
        Rulebook([Rule("name", Label.SAFE, STRONG, wording)])


def test_key_words_are_the_telling_ones():
    assert key_words("i {want to die|be dead}") == {"want", "dead"}
    assert needed_by("(i|we) .. {die}(?! x) me") == [{"i", "we"}, {"die"}, {"me"}]


@pytest.mark.parametrize(
    ("wording", "needed"),
    [
        ("(my (\\w+ )?(mum|dad)|they|he) ... {hits?} me", [{"mum", "dad", "they", "he"}, {"hit", "hits"}, {"me"}]),
        ("(very |so )*{sad}( today)?", [{"sad"}]),
        ("(un)?{safe} now", [{"now"}]),
        ("{kill\\w*} (him|\\w+)", []),
        ("(a b|c)? {die}", [{"die"}]),
        ("^{die}$", [{"die"}]),
        ("{die} & (bridge|roof)s", [{"die"}]),
        ("a breast ?feed {now}", [{"a"}, {"now"}]),
    ],
)
def test_only_words_that_stand_in_every_match_are_needed(wording, needed):
    assert needed_by(wording) == needed


def test_every_rule_says_its_label_in_its_name_and_compiles():
    rules = [*care_rules().rules, *other_rules().rules]
    names = [rule.name for rule in rules]

    assert len(names) == len(set(names))
    for rule in rules:
        assert rule.name.split(".")[0] == rule.label
        for wording in lines(rule.wordings):
            assert all(re.compile(one) for one in expressions(wording))
