"""Every address of Companion."""

from allauth.account import views as accounts
from django.contrib import admin
from django.urls import include, path

from companion import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("admin/", admin.site.urls),
    # Of allauth only what works without e-mail.
    path("accounts/signup/", accounts.signup, name="account_signup"),
    path("accounts/login/", accounts.login, name="account_login"),
    path("accounts/logout/", accounts.logout, name="account_logout"),
    path("accounts/inactive/", accounts.account_inactive, name="account_inactive"),
    path("accounts/password/change/", accounts.password_change, name="account_change_password"),
    path("", include("memory.urls")),
    path("", include("chat.urls")),
]
