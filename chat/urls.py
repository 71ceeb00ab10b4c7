from django.urls import path

from chat import deletion_page, preferences, views
from chat.carrying import views as carrying
from chat.finding.pages import find
from chat.listing import acting
from chat.listing import pages as listing
from chat.moderation import views as moderation
from chat.personas import pages as personas
from chat.usage.page import usage

urlpatterns = [
    path("", views.home, name="home"),
    path("settings/", preferences.preferences, name="preferences"),
    path("settings/usage/", usage, name="usage"),
    path("settings/conversations/", carrying.carrying, name="carrying"),
    path("settings/conversations/export/", carrying.export_all, name="export_all"),
    path("settings/conversations/import/", carrying.bring_in, name="bring_in"),
    path("settings/conversations/imports/<uuid:import_id>/", carrying.one_import, name="import"),
    path("search/", find, name="search"),
    path("conversations/", listing.conversations, name="conversations"),
    path("conversations/archived/", listing.archived, name="archived"),
    path("conversations/rows/", listing.rows, name="conversation_rows"),
    path("conversations/<uuid:conversation_id>/", views.conversation, name="conversation"),
    path("conversations/<uuid:conversation_id>/export/", carrying.export_one, name="export_one"),
    path("conversations/<uuid:conversation_id>/memory/", views.conversation_memory, name="conversation_memory"),
    path("conversations/<uuid:conversation_id>/messages/", views.messages, name="messages"),
    path("conversations/<uuid:conversation_id>/about/", acting.about, name="conversation_about"),
    path("conversations/<uuid:conversation_id>/delete/", acting.delete, name="conversation_delete"),
    *(
        path(f"conversations/<uuid:conversation_id>/{one}/", acting.act, {"action": one}, name=f"conversation_{one}")
        for one in acting.ACTIONS
    ),
    path("companions/", personas.shelf, name="companions"),
    path("companions/new/", personas.new, name="companion_new"),
    path("companions/<slug:slug>/", personas.one, name="companion"),
    path("companions/<slug:slug>/edit/", personas.edit, name="companion_edit"),
    path("companions/<slug:slug>/copy/", personas.copy, name="companion_copy"),
    path("companions/<slug:slug>/delete/", personas.delete, name="companion_delete"),
    path("companions/<slug:slug>/share/", personas.share, name="companion_share"),
    path("messages/<uuid:message_id>/delete/", deletion_page.message_delete, name="message_delete"),
    path("messages/<uuid:message_id>/report/", moderation.report, name="report"),
    path("messages/<uuid:message_id>/appeal/", moderation.refusal_appeal, name="refusal_appeal"),
    path("account/leave/", views.leave_account, name="leave_account"),
    path("account/moderation/", moderation.about_you, name="about_you"),
    path("account/moderation/<uuid:decision_id>/appeal/", moderation.decision_appeal, name="decision_appeal"),
    path("accounts/suspended/", moderation.suspended, name="suspended"),
]
