import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.rendering import render_reply


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](http://elsewhere.example/pixel.png)",
     '[x](http://a.example "onmouseover=alert(1)")', "<a href='data:text/html,x'>x</a>", "`</code><svg onload=alert(1)>`"],
)  # fmt: skip
def test_nothing_in_a_reply_runs_or_loads(text):
    html = render_reply(text)
    assert not any(
        tag in html for tag in ("<script", "<img", "<svg", "<iframe", 'href="javascript', 'href="data', 'onerror=a"')
    )


def test_what_people_expect_of_markdown():
    html = render_reply(
        "# Soup\n\n1. *cut*\n2. **cook**\n\nline\nbreak\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[more](https://a.example)"
    )
    for part in (
        "<h3>Soup</h3>",
        "<em>cut</em>",
        "<strong>cook</strong>",
        "line<br>",
        "<td>1</td>",
        'rel="noopener noreferrer nofollow"',
    ):
        assert part in html


@given(st.text(max_size=300))
def test_any_text_renders(text):
    render_reply(text)
