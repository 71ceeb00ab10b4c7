"""Sentences in scripts are marked for translation, as those in templates are."""

import re
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).parents[2] / "static" / "js").glob("*.js"))
NOT_FOR_PEOPLE = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*|console\.\w+\([^\n]*", re.DOTALL)
MARKED = re.compile(r'\bn?gettext\((?:\s*"(?:[^"\\]|\\.)*",?)+')
SENTENCE = re.compile(r'["`](?:[A-Z][^"`\n]*[a-z.,}…] [a-z][^"`\n]*|\$\{[^"`\n]* [a-z][^"`\n]*\.)["`]')


def unmarked(script):
    return SENTENCE.findall(MARKED.sub("", NOT_FOR_PEOPLE.sub("", script)))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_each_is_marked(script):
    assert unmarked(script.read_text()) == []


def test_one_that_is_not_is_seen():
    assert unmarked('say("It broke off here.")') == ['"It broke off here."']
    assert unmarked("say(`${persona} is writing.`)") == ["`${persona} is writing.`"]
    assert unmarked('say(gettext("It broke off here."), ngettext("One is here", "More are here", 2)) // It is so') == []
