from django.urls import path

from sessions_ext import views

urlpatterns = [
    path("age/", views.AgeView.as_view(), name="age"),
    path("age/withdraw/", views.withdraw, name="age_withdraw"),
    path("age/callback/", views.callback, name="age_callback"),
]
