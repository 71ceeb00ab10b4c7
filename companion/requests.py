"""What a request asks for."""

from django.http import HttpRequest


def wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")
