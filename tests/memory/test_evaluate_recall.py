"""The command that measures recall, on a small dialogue of our own."""

import json
import os
import subprocess
import sys

import pytest

from companion.env import BASE_DIR
from memory.evaluation import recall as evaluation
from memory.evaluation.dialogues import UnreadableError, read

FIRST_PERSON = BASE_DIR / "tests/memory/data/first_person.json"
DIALOGUE = {
    "conversation": {
        "session_2_date_time": "9:30 am on 3 March, 2026",
        "session_2": [{"speaker": "Rui", "dia_id": "D2:1", "text": "The theremin is broken.", "blip_caption": "a loose wire"}],
        "session_1_date_time": "1:56 pm on 28 February, 2026",
        "session_1": [
            {"speaker": "Ines", "dia_id": "D1:1", "text": "I bought a theremin."},
            {"speaker": "Rui", "dia_id": "D1:2", "text": "I had soup."},
        ],
    },
    "qa": [
        {"question": "What did Ines buy, a theremin?", "evidence": ["D1:1"], "category": 4},
        {"question": "Which wire was loose, and who had soup?", "evidence": ["D2:1; D1:2"], "category": 1},
        {"question": "Who was never asked?", "evidence": ["D9:9"], "category": 4},
        {"question": "What was never said?", "evidence": ["D1:1"], "category": 5},
    ],
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "dialogues.json"
    file.write_text(json.dumps([DIALOGUE]))
    return file


def test_a_dialogue_is_read_in_order_of_its_sessions(file):
    (dialogue,) = read(file)
    assert [(turn.id, turn.text) for turn in dialogue.turns] == [
        ("D1:1", "I bought a theremin."),
        ("D1:2", "I had soup."),
        ("D2:1", "The theremin is broken. [shares a loose wire]"),
    ]
    assert [f"{turn.said_at:%d.%m. %H:%M}" for turn in dialogue.turns] == [
        "28.02. 13:56",
        "28.02. 13:57",
        "03.03. 09:30",
    ]
    assert [(question.category, question.evidence) for question in dialogue.questions] == [
        ("one turn", {"D1:1"}),
        ("several turns", {"D1:2", "D2:1"}),
    ]


@pytest.mark.parametrize("text", ["", "{}", "[{}]", "[[]]", '[{"conversation": {"session_1": [{}]}, "qa": []}]'])
def test_what_is_no_dialogue_is_said(file, text):
    file.write_text(text)
    with pytest.raises(UnreadableError, match=r"dialogues\.json can't be read"):
        read(file) or pytest.fail("it was read")


def test_figures_are_shares_of_the_turns_that_answer(db, file):
    (dialogue,) = read(file)
    stored = evaluation.store(dialogue)
    answers = evaluation.ask_all([stored])
    assert [answer.ranks for answer in answers] == [[1], [1, 2]]
    assert evaluation.summary(answers)["recall@5"] == 1
    answers = [
        evaluation.Answer(answers[0].question, [], in_prompt=0, entries=0, milliseconds=1),
        evaluation.Answer(answers[1].question, [7], in_prompt=0.5, entries=3, milliseconds=3),
    ]
    figures = evaluation.summary(answers)
    assert (figures["recall@5"], figures["recall@10"], figures["hit@10"], figures["in_prompt"]) == (0, 0.25, 0.5, 0.25)
    assert figures["mrr"] == pytest.approx(1 / 14)


def test_what_a_companion_answers_is_context_and_no_episode(db, file):
    file.write_text(json.dumps([DIALOGUE | {"companion": "Ines"}]))
    (dialogue,) = read(file)
    stored = evaluation.store(dialogue)
    assert set(stored.turns.values()) == {"D1:2", "D2:1"}
    assert [question.evidence for question in dialogue.questions] == [{"D1:2", "D2:1"}]


def test_it_is_one_command_that_needs_nothing_running(file, tmp_path):
    out = tmp_path / "out.json"
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL", "SECRET_KEY"}
    }
    command = [sys.executable, "manage.py", "evaluate_recall", file, "--no-embedder", "--ablate", "--json", out]
    done = subprocess.run(command, cwd=BASE_DIR, env=environment, check=True, capture_output=True, text=True)
    assert "1 dialogues, 3 episodes, 2 questions, EMBEDDINGS=none" in done.stdout
    assert "without neighbours" in done.stdout
    figures = json.loads(out.read_text())
    assert figures["all"]["recall@10"] == 1
    assert set(figures["categories"]) == {"one turn", "several turns"}


@pytest.mark.parametrize(("embeddings", "least"), [("builtin", (0.87, 0.93, 0.75)), ("none", (0.6, 0.68, 0.38))])
def test_what_people_say_of_themselves_is_found(db, settings, embeddings, least):
    """A hundred questions as people ask them, of "I", "you" and "we"; some points below what is published."""
    settings.EMBEDDINGS = embeddings
    stored = [evaluation.store(dialogue) for dialogue in read(FIRST_PERSON)]
    figures = evaluation.summary(evaluation.ask_all(stored))
    assert figures["questions"] == 100
    found = (figures["recall@5"], figures["recall@10"], figures["in_prompt"])
    assert all(share >= bound for share, bound in zip(found, least, strict=True)), found
