"""The learned model beside the rules: its file, its scores, and what the trainer refuses."""

import ast
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from chat.safety import Context, Label, classify
from chat.safety.judge import LESS_THAN_TENDER
from chat.safety.learned import MORE_OF_EVERYDAY, MORE_OF_REPLIES, OUTWEIGHS, Learned, learned_from
from chat.safety.learned.features import MOST_CHARS, pairs_of, pieces_of, share, windows_of, words_of
from chat.safety.learned.model import PATH, VERSION, Model, loaded_model
from companion.llm.embeddings import builtin
from tests.safety.conftest import HERE
from training.rows import (
    LINES,
    SENTENCES,
    HeldOutError,
    Row,
    digest_of_lines,
    is_held_out,
    refuse_held_out,
    rows_of,
    split,
)

MEGABYTE = 1_000_000
HEADS = (Label.DISCLOSURE, Label.SELF_HARM, Label.NONCONSENSUAL, Label.EXPLICIT, Label.SUGGESTIVE)


def test_the_file_is_small_and_says_how_it_was_made():
    about = loaded_model().about

    assert PATH.stat().st_size < 2 * MEGABYTE
    assert about["version"] == VERSION
    assert loaded_model().labels == HEADS
    for thresholds in (loaded_model().thresholds, loaded_model().thresholds_heard):
        assert all(threshold.hardly < threshold.likely < threshold.enough for threshold in thresholds.values())
    assert about["embedder"] == builtin.NAME
    assert about["scikit_learn"] == _pinned("scikit-learn")
    assert about["lines_sha256"] == digest_of_lines()


def test_the_file_holds_plain_arrays_only():
    with np.load(PATH, allow_pickle=False) as stored:
        assert {name: stored[name].dtype.kind for name in stored} == {
            "about": "u", "names": "u", "weights": "f", "bias": "f", "vector_weights": "f", "vector_bias": "f",
        }  # fmt: skip


def test_a_file_of_another_version_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("chat.safety.learned.model.VERSION", VERSION + 1)

    with pytest.raises(ValueError, match="train it again"):
        Model(PATH)


def test_nothing_of_the_product_needs_the_trainer():
    run = (
        "import sys; from chat.safety.learned import learned_from; learned_from('hello'); "
        "print({'sklearn', 'scipy'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", run], capture_output=True, text=True, check=True, cwd=HERE.parent.parent
    )

    assert done.stdout.strip() == "set()"


def test_no_product_code_reads_the_training_folder():
    root = HERE.parent.parent
    for path in (
        file for part in ("companion", "chat", "memory", "sessions_ext") for file in (root / part).rglob("*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not any(name.split(".")[0] == "training" for name in names), path


@pytest.mark.parametrize("text", ["", "😀", "0", "I don't want to be here", "word " * 300, "漢字 кило " * 40])
def test_scores_are_what_the_weights_say(text):
    """Added up once more, straight from the file."""
    with np.load(PATH, allow_pickle=False) as stored:
        weights = dict(
            zip(stored["names"].tobytes().decode().split("\n"), stored["weights"].astype(float), strict=True)
        )
        bias = stored["bias"].astype(float)
    scores = []
    for window in windows_of(words_of(text)):
        different = dict.fromkeys(window)
        names = [piece for word in different for piece in pieces_of(word)] + [*dict.fromkeys(pairs_of(window))]
        scores.append(
            bias + sum((weights[name] for name in names if name in weights), 0 * bias) * share(len(different))
        )

    assert [*loaded_model().scores(text).values()] == pytest.approx(np.max(scores, axis=0))


def test_the_graver_reading_counts():
    harmless, grave = "what a lovely day", "i want to die"

    both = learned_from(harmless, grave).scores
    assert both == {
        label: max(loaded_model().scores(harmless)[label], loaded_model().scores(grave)[label]) for label in HEADS
    }


def test_one_grave_sentence_stands_out_of_a_long_text():
    around = "we walked along the river and talked about the garden and the weather. " * 30

    assert learned_from(f"{around} i want to kill myself tonight. {around}").is_likely(Label.SELF_HARM)
    assert not learned_from(around + around).is_likely(Label.SELF_HARM)


def test_of_a_very_long_text_beginning_and_end_are_looked_at():
    middle = "la " * MOST_CHARS

    assert learned_from("i want to kill myself tonight. " + middle).is_likely(Label.SELF_HARM)
    assert learned_from(middle + "i want to kill myself tonight").is_likely(Label.SELF_HARM)


def test_what_is_likely_is_weak_evidence_and_what_is_sure_is_strong():
    likely, enough = (
        loaded_model().thresholds[Label.SELF_HARM].likely,
        loaded_model().thresholds[Label.SELF_HARM].enough,
    )

    weights = [list(_learned(self_harm=score).findings().values()) for score in (likely - 0.01, likely, enough)]
    assert weights == [[], [0.5], [1.0]]


def test_about_everyday_things_it_takes_more_to_be_sure():
    enough = loaded_model().thresholds[Label.SELF_HARM].enough

    weights = [
        list(_learned(self_harm=score).findings(is_everyday=True).values())
        for score in (enough, enough + MORE_OF_EVERYDAY)
    ]
    assert weights == [[0.5], [1.0]]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I like chess", Label.SELF_HARM),
        ("how do I kill a zombie process", Label.SAFE),
        ("cut my leg shaving", Label.SAFE),
    ],
)
def test_a_middling_score_alone_is_no_crisis_of_a_program_or_a_razor(monkeypatch, text, label):
    score = loaded_model().thresholds[Label.SELF_HARM].enough
    monkeypatch.setattr("chat.safety.judge.learned_from", lambda *readings, is_reply, vector: _learned(self_harm=score))

    assert classify(text).label is label


def test_of_a_reply_it_has_to_be_surer():
    text = "i want to kill myself tonight"
    person, companion = learned_from(text), learned_from(text, is_reply=True)

    assert companion.scores == person.scores
    for surely, more in ((person, 0.0), (companion, MORE_OF_REPLIES)):
        enough = loaded_model().thresholds[Label.SELF_HARM].enough + more
        just = {**person.scores, Label.SELF_HARM: enough}
        assert replace(surely, scores=just).is_enough(Label.SELF_HARM)
        assert not replace(surely, scores={**just, Label.SELF_HARM: enough - 0.01}).is_enough(Label.SELF_HARM)


def test_a_request_outweighs_a_disclosure_only_by_far():
    score = loaded_model().thresholds[Label.NONCONSENSUAL].likely

    assert _learned(nonconsensual=score, disclosure=score - OUTWEIGHS - 0.1).is_asked_for
    assert not _learned(nonconsensual=score, disclosure=score - OUTWEIGHS + 0.1).is_asked_for
    assert not _learned(nonconsensual=score - 0.1, disclosure=-20.0).is_asked_for


@pytest.mark.parametrize(
    ("text", "threshold", "label"),
    [
        ("I like chess", "enough", Label.EXPLICIT),
        ("I like chess", "likely", Label.SAFE),
        ("My daughter is 15 and likes chess", "likely", Label.MINOR_RISK),
    ],
)
def test_what_only_the_model_finds_counts(monkeypatch, text, threshold, label):
    score = getattr(loaded_model().thresholds[Label.EXPLICIT], threshold)
    monkeypatch.setattr("chat.safety.judge.learned_from", lambda *readings, is_reply, vector: _learned(explicit=score))

    assert classify(text).label is label


@pytest.mark.parametrize("context", [Context(), Context(is_strict=True), Context(is_reply=True)])
def test_a_word_is_a_name_where_nothing_like_it_was_said_in_love(monkeypatch, context):
    hardly = loaded_model().thresholds[Label.SUGGESTIVE].hardly
    labels = []
    for score in (hardly - 0.01, hardly):
        learned = _learned(suggestive=score)
        monkeypatch.setattr(
            "chat.safety.judge.learned_from", lambda *_, is_reply, vector=None, learned=learned: learned
        )
        labels.append(classify("I had a steamy shower", context).label)

    assert labels == [Label.SAFE if context == Context() else Label.SUGGESTIVE, Label.SUGGESTIVE]


@pytest.mark.parametrize("text", ["a naked flame and my sister is 15", "my daughter is naked"])
def test_beside_somebody_young_no_word_is_only_a_name(monkeypatch, text):
    verdicts = [classify(text)]
    monkeypatch.setattr("chat.safety.judge.learned_from", lambda *readings, is_reply, vector: _learned())
    verdicts.append(classify(text))

    assert verdicts[0].label is verdicts[1].label


def test_signs_that_say_it_only_together_need_a_text_that_sounds_like_it(monkeypatch):
    hardly, labels = loaded_model().thresholds[Label.DISCLOSURE].hardly, []
    for score in (hardly - 0.01, hardly):
        learned = _learned(disclosure=score)
        monkeypatch.setattr(
            "chat.safety.judge.learned_from", lambda *_, is_reply, vector=None, learned=learned: learned
        )
        labels.append(classify("she drinks whisky before noon and shouts at us").label)

    assert labels == [Label.SAFE, Label.DISCLOSURE]


def test_what_is_tender_only_as_a_whole_needs_more(monkeypatch):
    hardly, labels = loaded_model().thresholds[Label.SUGGESTIVE].hardly, []
    for score in (hardly - LESS_THAN_TENDER - 0.01, hardly - LESS_THAN_TENDER):
        learned = _learned(suggestive=score)
        monkeypatch.setattr(
            "chat.safety.judge.learned_from", lambda *_, is_reply, vector=None, learned=learned: learned
        )
        labels.append(classify("She gazed at the stranger in candlelight, trembling").label)

    assert labels == [Label.SAFE, Label.SUGGESTIVE]


@pytest.mark.parametrize(
    ("text", "label"), [("i was raped last year", Label.DISCLOSURE), ("i want to kill myself", Label.SELF_HARM)]
)
def test_a_crisis_or_abuse_that_a_rule_finds_is_never_weighed_away(monkeypatch, text, label):
    monkeypatch.setattr("chat.safety.judge.learned_from", lambda *_, is_reply, vector: _learned(**{label.value: -50.0}))

    assert classify(text).label is label


@pytest.mark.parametrize(
    ("one", "other"), [("my uncle hits me", "my stepmother beat me"), ("rope on my mind", "pills on my mind")]
)
def test_words_of_a_kind_are_seen_as_one(one, other):
    pairs = [{pair for pair in pairs_of(words_of(text)) if "@" in pair} for text in (one, other)]

    assert pairs[0] == pairs[1] != set()


def test_a_verdict_names_the_model_where_it_decided():
    verdicts = [classify(row.text) for path in LINES for row in rows_of(path) if row.label is Label.SELF_HARM]

    assert any(verdict.rules == ("learned.self_harm",) for verdict in verdicts)


def test_texts_kept_for_measuring_are_refused():
    rows = [Row(f"text {number}", Label.SAFE, "test", "") for number in range(100)]
    learn, kept = split(rows)

    assert {*learn, *kept} == {*rows}
    assert [is_held_out(row.text) for row in (*learn, *kept)] == [False] * len(learn) + [True] * len(kept)
    assert 5 < len(kept) < 40
    refuse_held_out(learn)
    with pytest.raises(HeldOutError, match=r"^1 of these texts"):
        refuse_held_out([*learn, kept[0]])


def test_the_frozen_files_are_never_learnt_from():
    frozen = {row.text for path in HERE.glob("held_out*.jsonl") for row in rows_of(path)}

    learnt = {row.text for path in (*LINES, *SENTENCES) for row in rows_of(path)}
    shared = len(frozen & learnt)  # a number: a failure must not show what nobody is to see

    assert len(frozen) > 400
    assert shared == 0


def _learned(**scores: float) -> Learned:
    return Learned({label: scores.get(label.value, -20.0) for label in HEADS})


def _pinned(package: str) -> str:
    lines = (HERE.parent.parent / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    return next(line.split("==")[1].split('"')[0] for line in lines if line.strip().startswith(f'"{package}=='))
