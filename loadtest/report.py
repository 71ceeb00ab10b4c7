"""The figures as a table in the terminal, as plots, as a page and as JSON."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import matplotlib as mpl

from loadtest.figures import KINDS, Figures

mpl.use("Agg")

from matplotlib import pyplot as plt

STYLE = """body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.3rem .8rem;border-bottom:1px solid #ddd;text-align:right}
td:first-child,th:first-child{text-align:left}img{max-width:100%}"""


def rows(all_figures: Sequence[Figures]) -> list[list[str]]:
    """The table, its heading first; a column for each step."""

    def across(name: str, *cells: str) -> list[str]:
        return [name, *cells]

    return [
        across("", *(f"{one.people} people" for one in all_figures)),
        across("think time", *(one.manner for one in all_figures)),
        across("replies (a second)", *(f"{one.replies} ({one.replies_per_second:.1f})" for one in all_figures)),
        across("success", *(f"{one.success_percent:.2f} %" for one in all_figures)),
        across("added to the first token, ms", *(_spread(one.added_first_ms) for one in all_figures)),
        across("added to the whole, ms", *(_spread(one.added_total_ms) for one in all_figures)),
        across("resumed elsewhere, ms", *(f"{_spread(one.resume_ms)} of {one.resumes}" for one in all_figures)),
        *(
            across(f"CPU a reply, {kind}, ms", *(f"{one.cpu_ms_a_reply[kind]:.1f}" for one in all_figures))
            for kind in KINDS
        ),
        across("cores used, web", *(f"{one.cores['web']:.2f}" for one in all_figures)),
        across("cores used in all", *(f"{sum(one.cores.values()):.2f}" for one in all_figures)),
        across("cores used by others meanwhile", *(f"{one.others_cores:.2f}" for one in all_figures)),
        *(across(f"memory, {kind}, MiB", *(f"{one.memory_mib[kind]:.0f}" for one in all_figures)) for kind in KINDS),
        across("memory a person, web, KiB", *(f"{one.web_kib_a_person:.0f}" for one in all_figures)),
        across("database statements a reply", *(f"{one.statements_a_reply:.1f}" for one in all_figures)),
        across("database connections busy, mean", *(f"{one.busy_connections:.2f}" for one in all_figures)),
        across("Redis commands a reply", *(f"{one.redis_commands_a_reply:.1f}" for one in all_figures)),
        across(
            "characters checked", *(f"{one.checked_characters} in {one.checked_replies} replies" for one in all_figures)
        ),
        across("replies that differ from the stored", *(str(one.different_replies) for one in all_figures)),
        across("people who could not check", *(str(one.unchecked_people) for one in all_figures)),
    ]


def _spread(by_percentile: dict[str, float]) -> str:
    """Middle, 95th, 99th."""
    return " / ".join(f"{value:.0f}" for value in by_percentile.values()) or "none"


def table(all_figures: Sequence[Figures]) -> str:
    lines = rows(all_figures)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if not column else cell.rjust(width)
                  for column, (cell, width) in enumerate(zip(line, widths, strict=True)))
        for line in lines
    )  # fmt: skip


def write(all_figures: Sequence[Figures], said: str, folder: Path) -> None:
    """``load.json``, ``load.png`` and ``load.html``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "load.json").write_text(
        json.dumps({"run": said, "steps": [asdict(one) for one in all_figures]}, indent=2)
    )
    draw(all_figures, said, folder / "load.png")
    picture = base64.b64encode((folder / "load.png").read_bytes()).decode()
    (folder / "load.html").write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Load</title><style>{STYLE}</style>"
        f"<h1>Load</h1><p>{html.escape(said)}</p>{_as_html(rows(all_figures))}"
        f"<p>Three numbers: the middle, the 95th and the 99th of a hundred.</p>"
        f'<img alt="The same as plots" src="data:image/png;base64,{picture}">'
        f"<h2>Redis, by command, a reply</h2>{_as_html(_commands(all_figures))}"
        f"<h2>What failed</h2>{_as_html(_failures(all_figures))}</html>"
    )


def _as_html(lines: Sequence[Sequence[str]]) -> str:
    heading, *others = (
        "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in line)
        for line, tag in ((line, "td" if number else "th") for number, line in enumerate(lines))
    )
    return f"<table><tr>{heading}</tr>{''.join(f'<tr>{line}</tr>' for line in others)}</table>"


def _commands(all_figures: Sequence[Figures]) -> list[list[str]]:
    names = dict.fromkeys(name for one in all_figures for name in one.redis_commands)
    heading = ["command", *(f"{one.people} people" for one in all_figures)]
    return [heading, *([name, *(f"{one.redis_commands.get(name, 0):.2f}" for one in all_figures)] for name in names)]


def _failures(all_figures: Sequence[Figures]) -> list[list[str]]:
    names = dict.fromkeys(name for one in all_figures for name in one.failures) or ["nothing"]
    heading = ["", *(f"{one.people} people" for one in all_figures)]
    return [heading, *([name, *(str(one.failures.get(name, 0)) for one in all_figures)] for name in names)]


def draw(all_figures: Sequence[Figures], said: str, path: Path) -> None:
    figure, ((success, first), (total, cpu)) = plt.subplots(2, 2, figsize=(12, 8), layout="constrained")
    figure.suptitle(said)
    people = [str(one.people) for one in all_figures]
    success.set_title("Success, %")
    success.bar(people, [one.success_percent for one in all_figures], color="#5a7d5a")
    success.set_ylim(0, 105)
    for axes, title, values in (
        (first, "Added to the first token, ms", [one.added_first_ms for one in all_figures]),
        (total, "Added to the whole reply, ms", [one.added_total_ms for one in all_figures]),
    ):
        axes.set_title(title)
        for percentile in ("p50", "p95", "p99"):
            axes.plot(people, [value.get(percentile, float("nan")) for value in values], marker="o", label=percentile)
        axes.set_ylim(bottom=0)
        axes.legend()
    cpu.set_title("CPU a reply, ms")
    below = [0.0] * len(all_figures)
    for kind in KINDS:
        heights = [one.cpu_ms_a_reply[kind] for one in all_figures]
        cpu.bar(people, heights, bottom=below, label=kind)
        below = [a + b for a, b in zip(below, heights, strict=True)]
    cpu.legend()
    for axes in (success, first, total, cpu):
        axes.set_xlabel("people at once")
    figure.savefig(path, dpi=110)
    plt.close(figure)
