"""What views ask of a request, whatever their app."""

import json
from typing import Any

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def fields_of(request: HttpRequest, *, may_be_halved: bool = False) -> dict[str, Any]:
    """Of a form or of a JSON object. Raises ValueError for a body that says it is JSON and is no such object.

    ``may_be_halved``: half a letter is let through, for a form that tells which field it is in.
    """
    if request.content_type != "application/json":
        return request.POST.dict()
    return json_object(request.body or b"{}", may_be_halved=may_be_halved)


def json_object(body: bytes, *, may_be_halved: bool = False) -> dict[str, Any]:
    """What a stranger sent as one. Raises ValueError for anything else, and for what lies too deep or has half a letter in it."""
    try:
        read = json.loads(body)
        if not may_be_halved:
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
