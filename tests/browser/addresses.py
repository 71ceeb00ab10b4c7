"""Every page there is, with who sees it; and every address that is none, with why."""

from collections.abc import Iterator

from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver

from companion.admin import ReadOnlyAdmin

# Who: nobody is signed in, a person with something on every page, somebody who has just come, who looks after the place.
# Then the page, where braces stand for ids of `furnished.py`. A name may have several.
PAGES = {
    "home": [("nobody", "/"), ("newcomer", "/")],
    "better_model": [("nobody", "/better-model/")],
    "appearance": [("nobody", "/appearance/")],
    "keys": [("nobody", "/keys/")],
    "account_signup": [("nobody", "/accounts/signup/")],
    "account_login": [("nobody", "/accounts/login/")],
    "account_logout": [("person", "/accounts/logout/")],
    "account_change_password": [("person", "/accounts/password/change/")],
    "suspended": [("nobody", "{suspended}")],
    "leave_account": [("person", "/account/leave/")],
    "age": [("newcomer", "/age/"), ("person", "/age/")],
    "conversation": [("person", "/conversations/{conversation}/"), ("person", "/conversations/{archived}/")],
    "conversations": [("person", "/conversations/"), ("newcomer", "/conversations/")],
    "archived": [("person", "/conversations/archived/")],
    "conversation_about": [("person", "/conversations/{conversation}/about/")],
    "conversation_delete": [("person", "/conversations/{conversation}/delete/")],
    "search": [("person", "/search/"), ("person", "/search/?q=biscuit"), ("person", "/search/?q=nothing-like-it")],
    "preferences": [("person", "/settings/")],
    "usage": [("person", "/settings/usage/")],
    "carrying": [("person", "/settings/conversations/")],
    "import": [("person", "/settings/conversations/imports/{imported}/")],
    "memories": [("person", "/memories/"), ("newcomer", "/memories/")],
    "memories_waiting": [("person", "/memories/waiting/")],
    "memory_choices": [("person", "/memories/choices/")],
    "memory_forget": [("person", "/memories/forget/")],
    "memory": [("person", "/memories/{memory}/")],
    "companions": [("person", "/companions/")],
    "companion": [("person", "/companions/{companion}/"), ("person", "/companions/mira/")],
    "companion_new": [("person", "/companions/new/")],
    "companion_edit": [("person", "/companions/{companion}/edit/")],
    "message_delete": [("person", "/messages/{reply}/delete/"), ("person", "/messages/{refused}/delete/")],
    "report": [("person", "/messages/{reply}/report/")],
    "refusal_appeal": [("person", "/messages/{refused}/appeal/")],
    "about_you": [("person", "/account/moderation/")],
    "decision_appeal": [("person", "/account/moderation/{decision}/appeal/")],
    "admin:login": [("nobody", "/admin/login/")],
    "admin:index": [("keeper", "/admin/")],
    "admin:password_change": [("keeper", "/admin/password_change/")],
    "admin:password_change_done": [("keeper", "/admin/password_change/done/")],
    "admin:app_list": [("keeper", "/admin/chat/")],
    "admin:chat_flag_chart": [("keeper", "/admin/chat/flag/over-time/")],
    "admin:chat_flag_change": [("keeper", "/admin/chat/flag/{flag}/change/")],
    "(missing)": [("nobody", "/nowhere/"), ("person", "/nowhere/")],
}
NO_PAGES = {
    "healthz": "for probes",
    "readyz": "for probes",
    "manifest": "JSON",
    "age_withdraw": "takes a form",
    "age_callback": "for an identity provider's server",
    "memory_export": "a file",
    "memory_notes": "a part of the conversation's page",
    "memory_act": "takes a form",
    "export_all": "a file",
    "export_one": "a file",
    "bring_in": "takes a form",
    "conversation_rows": "a part of the conversation's page",
    "conversation_memory": "takes a form",
    "messages": "JSON",
    "conversation_rename": "takes a form",
    "conversation_pin": "takes a form",
    "conversation_unpin": "takes a form",
    "conversation_archive": "takes a form",
    "conversation_unarchive": "takes a form",
    "conversation_seen": "takes a form",
    "companion_copy": "takes a form",
    "companion_delete": "takes a form",
    "companion_share": "takes a form",
    "admin:logout": "takes a form",
    "admin:autocomplete": "JSON",
    "admin:jsi18n": "a script",
    "admin:view_on_site": "leads elsewhere",
    "admin:chat_flag_reveal": "takes a form",
    "admin:chat_flag_decide": "takes a form",
}
UNNAMED = {
    "admin/login/": "admin:login",
    "healthz": "healthz",
    "readyz": "readyz",
}  # addresses that have no name of their own


def pages_of_models() -> dict[str, str]:
    """Of the admin's pages for each model, the addresses; ``{pk}`` stands for a row's. Nobody may open some of models that are
    only looked at."""
    pages = {}
    for model, its in admin.site._registry.items():
        may_write = not isinstance(its, ReadOnlyAdmin)
        app, name = model._meta.app_label, model._meta.model_name
        ends = {"changelist": "", "change": "{pk}/change/", "history": "{pk}/history/"}
        ends |= {"add": "add/", "delete": "{pk}/delete/"} if may_write else {}
        pages |= {f"admin:{app}_{name}_{what}": f"/admin/{app}/{name}/{end}" for what, end in ends.items()}
    return pages


def closed_to_all() -> set[str]:
    read_only = [model._meta for model, its in admin.site._registry.items() if isinstance(its, ReadOnlyAdmin)]
    return {f"admin:{one.app_label}_{one.model_name}_{what}" for one in read_only for what in ("add", "delete")}


def names() -> set[str]:
    return set(_names(get_resolver().url_patterns, "", ""))


def _names(patterns: list[URLPattern | URLResolver], within: str, path: str) -> Iterator[str]:
    for one in patterns:
        here = path + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _names(one.url_patterns, within + (f"{one.namespace}:" if one.namespace else ""), here)
        elif one.name:
            yield within + one.name
        elif within != "admin:":  # Django's redirects from addresses without their end
            yield UNNAMED.get(here, here)
