import pytest

from tests.factories import PersonaFactory, UserFactory


@pytest.fixture
def person(client, db):
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.fixture
def persona(db):
    return PersonaFactory()


@pytest.fixture
def told(monkeypatch, django_capture_on_commit_callbacks):
    """What open pages were told while something was done: the frames, by whom or which conversation they go to."""
    from chat.live import tell
    from chat.live.news import News

    heard: list[News] = []
    monkeypatch.setattr(tell.news, "tell_from_outside", heard.append)

    def after(do):
        heard.clear()
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return list(heard)

    return after
