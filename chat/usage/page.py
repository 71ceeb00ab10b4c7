"""The page that shows people what they used."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from chat.usage.counting import used_by_day, used_today
from companion.requests import user_id_of
from sessions_ext.limits.quota import is_limited, is_used_up, resets_at


@require_safe
@never_cache
@login_required
def usage(request: HttpRequest) -> HttpResponse:
    user_id = user_id_of(request)
    used = used_today(user_id=user_id)
    shown = {
        "used": used,
        "most_messages": settings.MESSAGES_PER_DAY,
        "most_tokens": settings.TOKENS_PER_DAY,
        "is_limited": is_limited(),
        "is_used_up": is_used_up(used),
        "resets_at": resets_at(),
        "days": used_by_day(user_id=user_id),
    }
    return render(request, "chat/usage.html", shown)
