"""The tokens of the look hold what they promise."""

import re
from pathlib import Path

import pytest

from chat.personas.marks import Colour
from companion.appearance import PAPER

CSS = Path(__file__).parent.parent.parent / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text()
COLOUR = "#[0-9A-Fa-f]{6}"
LIGHT, DARK = range(2)
PAIRS = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink", "raised"),
    ("ink-soft", "paper"),
    ("ink-soft", "raised"),
    ("ink-soft", "tint"),
    ("accent", "paper"),
    ("accent", "raised"),
    ("on-accent", "accent"),
    ("ink", "calm-tint"),
    ("ink-soft", "calm-tint"),
    ("calm", "calm-tint"),
    ("calm", "calm-raised"),
    ("on-accent", "adult"),
    ("problem", "paper"),
    ("problem", "raised"),
    ("calm", "paper"),
    ("adult", "paper"),
    *(("on-mark", f"mark-{colour}") for colour in Colour.values),
]
EDGES = [("edge", "paper"), ("edge", "raised"), ("edge", "tint")]


def luminance(colour):
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_every_pair_can_be_read(theme, ink, paper):
    assert contrast(theme, ink, paper) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "paper"), EDGES)
def test_what_one_writes_in_or_taps_can_be_seen(theme, edge, paper):
    assert contrast(theme, edge, paper) >= 3


@pytest.mark.parametrize(
    ("sheet", "rule"),
    [("base.css", r"\.field input, \.field select"), ("base.css", r"\.opening"), ("chat.css", r"\.composer")],
)
def test_fields_and_openings_have_that_edge(sheet, rule):
    body = re.search(rf"^{rule} \{{([^}}]*)\}}", (CSS / sheet).read_text(), re.MULTILINE)[1]
    assert "border: 1px solid var(--edge)" in body


def contrast(theme, ink, paper):
    darker, lighter = sorted((luminance(colour(ink, theme)), luminance(colour(paper, theme))))
    return (lighter + 0.05) / (darker + 0.05)


def colour(name, theme):
    value = re.search(rf"--{name}: ([^;]+);", TOKENS)[1]
    both = re.fullmatch(rf"light-dark\(({COLOUR}), ({COLOUR})\)", value)
    return both[theme + 1] if both else re.fullmatch(COLOUR, value)[0]


@pytest.mark.parametrize(("theme", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_browser_s_own_bar_has_the_colour_of_the_paper(theme, name):
    assert PAPER[name] == colour("paper", theme)


def test_colours_are_named_in_one_place():
    for file in CSS.glob("*.css"):
        if file.name != "tokens.css":
            assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", file.read_text()), file.name
