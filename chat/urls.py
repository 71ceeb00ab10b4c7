from django.urls import path

from chat import preferences, views

urlpatterns = [
    path("", views.home, name="home"),
    path("settings/", preferences.preferences, name="preferences"),
    path("conversations/", views.conversations, name="conversations"),
    path("conversations/<uuid:conversation_id>/", views.conversation, name="conversation"),
    path("conversations/<uuid:conversation_id>/messages/", views.messages, name="messages"),
]
