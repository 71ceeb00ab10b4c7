"""Static files from a CDN that asks us for them."""

import os
import re
import subprocess
import sys
import urllib.request

import pytest

from companion.env import BASE_DIR

CDN = "https://cdn.example.org"


def test_pages_name_its_address_and_the_process_is_its_source(site):
    with site.web(4, CDN_URL=CDN) as process:
        with urllib.request.urlopen(process.url) as page:
            policy, text = page.headers["Content-Security-Policy"], page.read().decode()
        named = re.findall(rf'(?:href|src)="{CDN}(/static/[^"]+)"', text)
        with urllib.request.urlopen(process.url + named[0]) as file:
            kept = file.headers["Cache-Control"], file.headers["Access-Control-Allow-Origin"]

    assert len(named) >= 4
    assert '"/static/' not in text
    assert "immutable" in kept[0]
    assert kept[1] == "*"  # modules and fonts come from another origin then
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for kind in ("script-src", "style-src", "font-src", "img-src"):
        assert CDN in rules[kind].split(), kind
    assert CDN not in rules["default-src"] + rules["connect-src"]


@pytest.mark.parametrize("written", ["http://cdn.example.org", "cdn.example.org", "https://cdn.example.org/companion"])
def test_what_is_no_host_s_address_is_told_by_name(written):
    done = subprocess.run(
        [sys.executable, "-c", "import companion.settings"],
        cwd=BASE_DIR, env=os.environ | {"CDN_URL": written}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode != 0
    assert "ImproperlyConfigured: CDN_URL" in done.stderr
