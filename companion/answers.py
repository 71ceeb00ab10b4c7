"""What views answer after something was done, whatever their app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def see_other(to: str, *args: str) -> HttpResponse:
    """303: whatever was sent isn't sent again. ``to`` is an address, or a view's name with its ``args``."""
    response = redirect(to, *args)
    response.status_code = 303
    return response


def go_on(request: HttpRequest, usual: str) -> HttpResponse:
    """To where the form's ``next`` says, if that is here."""
    wanted = request.POST.get("next", "")
    is_path = wanted.startswith("/")  # no view's name
    is_ours = is_path and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return see_other(wanted if is_ours else usual)
