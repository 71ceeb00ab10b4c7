"""What views ask of a request, whatever their app."""

import json
from typing import Any

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def fields_of(request: HttpRequest) -> dict[str, Any]:
    """Of a form or of a JSON object. Raises ValueError for a body that says it is JSON and is no such object."""
    if request.content_type != "application/json":
        return request.POST.dict()
    return json_object(request.body or b"{}")


def json_object(body: bytes) -> dict[str, Any]:
    """What a stranger sent as one. Raises ValueError for anything else, and for what lies too deep or has half a letter in it."""
    try:
        read = json.loads(body)
        json.dumps(read, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("It lies too deep.") from error
    if not isinstance(read, dict):
        raise ValueError("It is no object.")
    return read


def user_id_of(request: HttpRequest) -> int:
    """Of a view behind ``login_required``."""
    assert request.user.pk is not None, "login_required looks"
    return request.user.pk
