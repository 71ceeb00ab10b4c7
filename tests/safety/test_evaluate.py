import json
import re

import pytest
from django.core.management import CommandError, call_command

from chat.safety.evaluation.disguises import DISGUISES
from chat.safety.evaluation.shares import Share, wilson


@pytest.fixture
def evaluate(tmp_path, capsys):
    def run(*lines, options=()):
        file = tmp_path / "rows.jsonl"
        file.write_text(
            "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8"
        )
        call_command("evaluate_safety", str(file), *options)
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (1, 2, 0.0945, 0.9055), (190, 200, 0.9104, 0.9726)],
)
def test_intervals_hold_at_the_ends_as_well(part, whole, low, high):
    assert wilson(part, whole) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize("options", [(), ("--words-only",)])
def test_where_the_embedder_is_built_in_its_vector_is_judged_too(evaluate, settings, options):
    settings.EMBEDDINGS = "builtin"
    out = evaluate({"text": "What a day", "label": "safe"}, options=("--plain", *options))
    assert ("the vector of each, which recall needs as well: mean" in out) is not bool(options)


def test_a_share_of_nothing_is_none():
    assert str(Share()) == "none"


def test_right_and_wrong_are_counted_by_label_and_no_text_is_printed(evaluate):
    out = evaluate(
        {"text": "I want to die", "label": "self_harm"},
        {"text": "Zebedee went home", "label": "self_harm", "set": "odd"},
        {"text": "What a day", "label": "safe"},
    )

    assert "self_harm: recall 1 of 2, 50.0 % (9.5 to 90.5)\n" in out
    assert "precision 1 of 1, 100.0 % (20.7 to 100.0); false positives 0 of 1, 0.0 % (0.0 to 79.3)\n" in out
    assert "  rows.jsonl:2: safe\n" in out
    assert "safe: recall 1 of 1, 100.0 % (20.7 to 100.0)\n" in out
    assert "false positives 1 of 2, 50.0 % (9.5 to 90.5)\n" in out
    assert "Set odd\n  self_harm: recall 0 of 1, 0.0 % (0.0 to 79.3)\n" in out
    assert "3 texts, ms of CPU each: mean" in out
    assert "Zebedee" not in out


def test_what_came_out_graver_is_caught_all_the_same(evaluate):
    out = evaluate({"text": "I want to die", "label": "suggestive"})

    assert "suggestive: recall 0 of 1, 0.0 %" in out
    assert "as it or graver: 1 of 1, 100.0 %" in out


def test_texts_that_are_caught_are_judged_in_every_disguise_again(evaluate):
    out = evaluate(
        {"text": "I want to die", "label": "self_harm"},
        {"text": "Zebedee went home", "label": "self_harm"},
        {"text": "What a day", "label": "safe"},
    )

    for disguise in DISGUISES:
        assert re.search(rf"self_harm, {disguise}: still caught \d of 1,", out)
        assert re.search(rf"safe, {disguise}: taken for something else \d of 1,", out)
    assert "self_harm, zero-width: still caught 1 of 1, 100.0 %" in out


def test_the_disguises_can_be_left_out(evaluate):
    out = evaluate({"text": "I want to die", "label": "self_harm"}, options=["--plain"])

    assert "Disguised" not in out


def test_what_is_said_of_minors_is_counted_for_itself(evaluate):
    out = evaluate({"text": "I'm 15", "minor_cue": True, "told_age": 16})

    assert "minor_cue: right 1 of 1" in out
    assert "told_age: right 0 of 1" in out
    assert "  rows.jsonl:1: 15" in out


def test_the_context_of_a_row_counts(evaluate):
    out = evaluate({"text": "What a day", "label": "safe", "context": {"has_minor_cue": True, "is_strict": True}})

    assert "safe: recall 1 of 1" in out


def test_labels_of_another_corpus_are_renamed_or_left_out(evaluate):
    rows = [{"text": "I want to die", "label": "crisis"}, {"text": "Some insult", "label": "rude"}]

    out = evaluate(*rows, options=["--map", "crisis=self_harm", "rude=-"])

    assert "self_harm: recall 1 of 1" in out
    assert "1 texts" in out


@pytest.mark.parametrize("options", [["--map", "crisis"], ["--map", "=safe"]])
def test_a_renaming_that_names_only_one_is_none(evaluate, options):
    with pytest.raises(CommandError):
        evaluate({"text": "What a day", "label": "safe"}, options=options)


@pytest.mark.parametrize("line", ["{", "[]", "{}", "", '{"text": 1}', '{"text": "Zebedee", "label": "odd"}'])
def test_a_file_that_is_none_is_said_by_line(evaluate, line):
    with pytest.raises(CommandError) as error:
        evaluate(line)

    assert "Zebedee" not in str(error.value)


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_changes_words_always_in_the_same_way_and_leaves_numbers(name):
    text = "My friends sent 14 letters to Alabama, and nobody answered"

    disguised = DISGUISES[name](text)

    assert disguised == DISGUISES[name](text)
    assert "friends" not in disguised or "answered" not in disguised
    assert "14" in disguised or "1 4" in disguised
    assert DISGUISES[name]("") == ""
