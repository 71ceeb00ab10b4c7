import io
import logging
import uuid

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from companion.logs import CarefulFormatter
from memory.models import Episode
from tests.factories import UserFactory

WORDS = "my otter is called Thaddeus"


@pytest.fixture
def written():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(CarefulFormatter(settings.LOGGING["formatters"]["text"]["format"]))
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    yield logger, stream
    logger.removeHandler(handler)


def failed_statement(**fields):
    """What a statement fails with that had somebody's words among its values."""
    own = {"persona_id": uuid.uuid4(), "conversation_id": uuid.uuid4(), "message_id": uuid.uuid4()}
    try:
        with transaction.atomic():
            Episode.objects.create(
                **own, text=WORDS, route="everyday", said_at=timezone.now(), user=UserFactory(), **fields
            )
    except DatabaseError as error:
        return error
    raise AssertionError("It should have failed.")


@pytest.mark.parametrize("fields", [{"learn_error": None}, {"author": WORDS * 4}])
def test_a_failed_statement_is_logged_by_its_kind_without_its_values(db, written, fields):
    logger, stream = written
    error = failed_statement(**fields)
    if "learn_error" in fields:
        assert "Thaddeus" in str(error), "else there is nothing to keep back"
    logger.error("Task raised unexpected: %r", error, exc_info=error)
    try:
        raise RuntimeError("a turn broke") from error
    except RuntimeError:
        logger.exception("it failed")
    told = stream.getvalue()
    assert "Thaddeus" not in told
    assert "a turn broke" in told
    assert "test_logs.py" in told
    assert "23502" in told or "22001" in told


def test_every_log_goes_through_it():
    [handler] = settings.LOGGING["handlers"].values()
    assert settings.LOGGING["formatters"][handler["formatter"]]["()"] == "companion.logs.CarefulFormatter"
    assert settings.CELERY_WORKER_HIJACK_ROOT_LOGGER is False
