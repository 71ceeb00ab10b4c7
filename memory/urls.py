from django.urls import path

from memory import acting, pages, views

urlpatterns = [
    path("memories/", pages.memories, name="memories"),
    path("memories/waiting/", pages.waiting, name="memories_waiting"),
    path("memories/choices/", pages.choices, name="memory_choices"),
    path("memories/export/", views.export, name="memory_export"),
    path("memories/forget/", pages.forget, name="memory_forget"),
    path("memories/notes/", pages.notes, name="memory_notes"),
    path("memories/<uuid:memory_id>/", pages.memory, name="memory"),
    path("memories/<uuid:memory_id>/<slug:action>/", acting.act, name="memory_act"),
]
