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
    body = json.loads(request.body or b"{}")
    if not isinstance(body, dict):
        raise ValueError
    return body


def user_id_of(request: HttpRequest) -> int:
    """Of a view behind ``login_required``."""
    assert request.user.pk is not None, "login_required looks"
    return request.user.pk
