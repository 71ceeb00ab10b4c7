"""Every address of Companion."""

from allauth.account import views as accounts
from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from companion import health
from companion.appearance import appearance
from companion.manifest import manifest
from sessions_ext.limits.forms import limited

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("manifest.webmanifest", manifest, name="manifest"),
    path("appearance/", appearance, name="appearance"),
    path("keys/", TemplateView.as_view(template_name="keys/page.html"), name="keys"),
    path("better-model/", TemplateView.as_view(template_name="better_model.html"), name="better_model"),
    path("admin/login/", limited("login")(admin.site.login)),  # the admin finds it by its own name
    path("admin/", admin.site.urls),
    # Of allauth only what works without e-mail.
    path("accounts/signup/", limited("signup")(accounts.signup), name="account_signup"),
    path("accounts/login/", limited("login")(accounts.login), name="account_login"),
    path("accounts/logout/", accounts.logout, name="account_logout"),
    path("accounts/password/change/", limited("password")(accounts.password_change), name="account_change_password"),
    path("", include("sessions_ext.urls")),
    path("", include("memory.urls")),
    path("", include("chat.urls")),
]
