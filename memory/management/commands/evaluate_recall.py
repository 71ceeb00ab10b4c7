"""``manage.py evaluate_recall FILE``: how well memory finds what was said, measured on dialogues, in a database of its own."""

import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from companion.embedded.process import StackError
from memory.evaluation.dialogues import Dialogue, UnreadableError, read
from memory.evaluation.place import empty_database

COLUMNS = ("recall@5", "recall@10", "recall@20", "hit@10", "mrr", "in_prompt")


class Command(BaseCommand):
    help = (
        "Store dialogues as episodes in a database that is thrown away, ask every question, and print how much of what "
        "answers it stands among the first 5, 10 and 20 recalled. Reads LoCoMo's format."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--json", type=Path, metavar="OUT", help="write the figures, and the ranks of each question"
        )
        parser.add_argument("--no-embedder", action="store_true", help="by words alone, as with EMBEDDINGS=none")
        parser.add_argument("--ablate", action="store_true", help="also print what is lost without each part")

    def handle(self, *args: Any, file: Path, no_embedder: bool, ablate: bool, **options: Any) -> None:
        try:
            dialogues = read(file)
            if not any(dialogue.questions for dialogue in dialogues):
                raise CommandError(f"No question in {file} names a turn that answers it.")
            with empty_database(say=self.stdout.write, embeddings="none" if no_embedder else ""):
                figures = self._measure(dialogues, ablate=ablate)
        except (UnreadableError, StackError) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=1))

    def _measure(self, dialogues: list[Dialogue], *, ablate: bool) -> dict[str, Any]:
        from django.conf import settings

        from memory.evaluation import recall as evaluation

        stored = [evaluation.store(dialogue) for dialogue in dialogues]
        answers = evaluation.ask_all(stored)
        whole, categories = evaluation.summary(answers), evaluation.by_category(answers)
        self.stdout.write(
            f"{len(dialogues)} dialogues, {sum(len(one.turns) for one in stored)} episodes, {len(answers)} questions, "
            f"EMBEDDINGS={settings.EMBEDDINGS}; in %"
        )
        self._print_row("", {name: name for name in COLUMNS})
        for name, figures in {"all": whole, **categories}.items():
            self._print_row(name, figures)
        self.stdout.write(f"{whole['entries']:.1f} entries are put before the model, of 5 at most")
        self.stdout.write(f"recall takes {whole['ms']:.1f} ms, p95 {whole['ms_p95']:.1f} ms")
        lost = {}
        for name, way in evaluation.WITHOUT.items() if ablate else ():
            lost[name] = evaluation.summary(evaluation.ask_all(stored, way))
            self._print_row(f"without {name}", lost[name])
        questions = [
            {"question": one.question.text, "category": one.question.category, "ranks": one.ranks} for one in answers
        ]
        return {"all": whole, "categories": categories, "without": lost, "questions": questions}

    def _print_row(self, name: str, figures: Mapping[str, float | str]) -> None:
        cells = [figures[column] for column in COLUMNS]
        shown = "".join(f"{cell:>11}" if isinstance(cell, str) else f"{100 * cell:11.1f}" for cell in cells)
        self.stdout.write(f"{name:38}{shown}")
