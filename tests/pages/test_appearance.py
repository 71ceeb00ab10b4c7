"""Light or dark is chosen without scripts and known from the first byte; what a device asks for before it takes Companion in."""

import json
import re
import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

PAGE = "/appearance/"


def told(answer):
    """What the page says of its colours: its schemes, and the colour of the browser's bar for each condition."""
    page = answer.content.decode()
    schemes = re.search(r'<meta name="color-scheme" content="([^"]+)">', page)[1]
    bars = re.findall(r'<meta name="theme-color" content="([^"]+)"(?: media="\(prefers-color-scheme: (\w+)\)")?', page)
    return schemes, {condition: colour for colour, condition in bars}


SYSTEM = ("light dark", {"light": "#FBF8F3", "dark": "#171412"})


def test_unless_somebody_chose_the_system_says(client, db):
    assert told(client.get(PAGE)) == SYSTEM


@pytest.mark.parametrize(("theme", "paper"), [("light", "#FBF8F3"), ("dark", "#171412")])
def test_a_choice_holds_on_every_page_until_it_is_given_back(client, db, theme, paper):
    chosen = client.post(PAGE, {"theme": theme, "next": "/accounts/login/"})

    assert (chosen.status_code, chosen.url) == (303, "/accounts/login/")
    for page in ("/", "/accounts/login/", "/accounts/signup/", "/admin/login/", "/nowhere/"):
        assert told(client.get(page)) == (theme, {"": paper})

    client.post(PAGE, {"theme": "system"})
    assert told(client.get("/")) == SYSTEM


def test_the_choice_is_no_script_s_business_and_stays_a_year(client, db):
    cookie = client.post(PAGE, {"theme": "dark"}).cookies["theme"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 365 * 24 * 3600


def test_which_one_holds_is_said_on_its_button(client, db):
    def pressed():
        page = client.get(PAGE).content.decode()
        return re.findall(r'value="(\w+)" aria-pressed="true"', page)

    assert pressed() == ["system"]
    client.post(PAGE, {"theme": "dark"})
    assert pressed() == ["dark"]


@pytest.mark.parametrize("nonsense", ["", "blue", '"><script>'])
def test_what_is_no_choice_is_said_and_changes_nothing(client, db, nonsense):
    answer = client.post(PAGE, {"theme": nonsense})

    assert answer.status_code == 400
    assert "Choose “system”, “light” or “dark”." in answer.content.decode()
    assert "theme" not in answer.cookies
    client.cookies["theme"] = nonsense
    assert told(client.get("/")) == SYSTEM


def test_it_leads_to_no_other_place(client, db):
    assert client.post(PAGE, {"theme": "dark", "next": "https://elsewhere.example/"}).url == PAGE


def test_other_sites_cannot_choose(db):
    assert Client(enforce_csrf_checks=True).post(PAGE, {"theme": "dark"}).status_code == 403


def test_the_manifest_says_what_a_device_needs(client):
    answer = client.get("/manifest.webmanifest")
    said = json.loads(answer.content)

    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert "Set-Cookie" not in answer.headers
    assert (said["start_url"], said["scope"], said["display"]) == ("/", "/", "standalone")
    assert {icon["sizes"] for icon in said["icons"]} >= {"192x192", "512x512"}
    assert "maskable" in {icon["purpose"] for icon in said["icons"]}
    assert f'<link rel="manifest" href="{reverse("manifest")}">' in client.get("/keys/").content.decode()


@pytest.mark.parametrize(
    ("name", "edge"),
    [("companion-192", 192), ("companion-512", 512), ("companion-maskable-512", 512), ("apple-touch", 180)],
)
def test_the_icons_are_as_large_as_they_say(name, edge):
    data = Path(finders.find(f"icons/{name}.png")).read_bytes()

    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (edge, edge)
