import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def evaluate(tmp_path, capsys):
    def run(*lines):
        file = tmp_path / "rows.jsonl"
        file.write_text(
            "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8"
        )
        call_command("evaluate_safety", str(file))
        return capsys.readouterr().out

    return run


def test_right_and_wrong_are_counted_by_label_and_no_text_is_printed(evaluate):
    out = evaluate(
        {"text": "I want to die", "label": "self_harm"},
        {"text": "Zebedee went home", "label": "self_harm", "set": "odd"},
        {"text": "What a day", "label": "safe"},
    )

    assert "self_harm: 1 of 2 right, 50.0 %; taken for it: 0 of 1 others, 0.0 %" in out
    assert "  rows.jsonl:2: safe" in out
    assert "safe: 1 of 1 right, 100.0 %; taken for it: 1 of 2 others, 50.0 %" in out
    assert "self_harm (odd): 0 of 1 right" in out
    assert "3 texts, ms each: mean" in out
    assert "Zebedee" not in out


def test_what_is_said_of_minors_is_counted_for_itself(evaluate):
    out = evaluate({"text": "I'm 15", "minor_cue": True, "told_age": 16})

    assert "minor_cue: 1 of 1 right" in out
    assert "told_age: 0 of 1 right" in out
    assert "  rows.jsonl:1: 15" in out


def test_the_context_of_a_row_counts(evaluate):
    out = evaluate({"text": "What a day", "label": "safe", "context": {"has_minor_cue": True, "is_strict": True}})

    assert "safe: 1 of 1 right" in out


@pytest.mark.parametrize("line", ["{", "[]", "{}", ""])
def test_a_file_that_is_none_is_said_by_line(evaluate, line):
    with pytest.raises(CommandError):
        evaluate(line)
