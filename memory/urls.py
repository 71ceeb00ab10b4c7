from django.urls import path

from memory import views

urlpatterns = [
    path("memories/", views.some_memories, name="some_memories"),
    path("memories/<uuid:memory_id>/", views.one_memory, name="memory"),
]
