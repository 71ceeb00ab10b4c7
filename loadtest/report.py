"""The figures as a table in the terminal, as plots, as a page and as JSON."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
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

    def across(name: str, cell: Callable[[Figures], str], *, of_replies: bool = False) -> list[str]:
        return [name, *("-" if of_replies and not one.replies else cell(one) for one in all_figures)]

    of_replies = partial(across, of_replies=True)
    return [
        across("", lambda one: f"{one.people} people"),
        across("think time", lambda one: one.manner),
        of_replies("replies (a second)", lambda one: f"{one.replies} ({one.replies_per_second:.1f})"),
        across("success", lambda one: f"{one.success_percent:.2f} %"),
        of_replies("added to the first token, ms", lambda one: _spread(one.added_first_ms)),
        of_replies("added to the whole, ms", lambda one: _spread(one.added_total_ms)),
        of_replies("resumed elsewhere, ms", lambda one: f"{_spread(one.resume_ms)} of {one.resumes}"),
        *(of_replies(f"CPU a reply, {kind}, ms", partial(_cpu, kind=kind)) for kind in KINDS),
        across("cores used, web", lambda one: f"{one.cores['web']:.2f}"),
        across("cores used in all", lambda one: f"{sum(one.cores.values()):.2f}"),
        across("cores used by others meanwhile", lambda one: f"{one.others_cores:.2f}"),
        *(across(f"memory, {kind}, MiB", partial(_memory, kind=kind)) for kind in KINDS),
        across("memory a person, web, KiB", lambda one: f"{one.web_kib_a_person:.0f}"),
        of_replies("database statements a reply", lambda one: f"{one.statements_a_reply:.1f}"),
        across("database connections busy, mean", lambda one: f"{one.busy_connections:.2f}"),
        of_replies("Redis commands a reply", lambda one: f"{one.redis_commands_a_reply:.1f}"),
        of_replies("characters checked", lambda one: f"{one.checked_characters} in {one.checked_replies} replies"),
        of_replies("replies that differ from the stored", lambda one: str(one.different_replies)),
        of_replies("people who could not check", lambda one: str(one.unchecked_people)),
    ]


def _cpu(one: Figures, *, kind: str) -> str:
    return f"{one.cpu_ms_a_reply[kind]:.1f}"


def _memory(one: Figures, *, kind: str) -> str:
    return f"{one.memory_mib[kind]:.0f}"


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
    """Of the steps in which people talked."""
    talked = [one for one in all_figures if one.replies]
    places = range(len(talked))
    figure, ((success, first), (total, cpu)) = plt.subplots(2, 2, figsize=(12, 8), layout="constrained")
    figure.suptitle(said)
    success.set_title("Success, %")
    success.bar(places, [one.success_percent for one in talked], color="#5a7d5a", width=0.6)
    success.set_ylim(0, 105)
    for axes, title, values in (
        (first, "Added to the first token, ms", [one.added_first_ms for one in talked]),
        (total, "Added to the whole reply, ms", [one.added_total_ms for one in talked]),
    ):
        axes.set_title(title)
        for percentile in ("p50", "p95", "p99"):
            axes.plot(places, [value.get(percentile, float("nan")) for value in values], marker="o", label=percentile)
        axes.set_ylim(bottom=0)
        axes.legend()
    cpu.set_title("CPU a reply, ms")
    below = [0.0] * len(talked)
    for kind in KINDS:
        heights = [one.cpu_ms_a_reply[kind] for one in talked]
        cpu.bar(places, heights, bottom=below, label=kind, width=0.6)
        below = [a + b for a, b in zip(below, heights, strict=True)]
    cpu.legend(loc="center left", bbox_to_anchor=(1.0, 0.5))
    for axes in (success, first, total, cpu):
        axes.set_xlim(-0.5, max(len(talked), 1) - 0.5)
        axes.set_xticks(places, [f"{one.people} people\nthink {one.manner}" for one in talked])
    figure.savefig(path, dpi=110)
    plt.close(figure)
