"""What views ask of a request, whatever their app."""

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")


def user_id_of(request: HttpRequest) -> int:
    """Of a view behind ``login_required``."""
    assert request.user.pk is not None, "login_required looks"  # noqa: S101
    return request.user.pk
