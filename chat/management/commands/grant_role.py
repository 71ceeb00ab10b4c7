"""``manage.py grant_role``: who looks after the place."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from chat.moderation.roles import ROLES, grant_role, withdraw_roles
from companion.models import User

NONE = "none"


class Command(BaseCommand):
    help = (
        "Make somebody a moderator or an operator, or an ordinary person again. They sign up like everybody else first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("role", choices=[*ROLES, NONE])

    def handle(self, *args: Any, username: str, role: str, **options: Any) -> None:
        try:
            if role == NONE:
                withdraw_roles(username=username)
            else:
                grant_role(username=username, role=role)
        except User.DoesNotExist as missing:
            raise CommandError(f"There is nobody called {username!r}.") from missing
        told = {NONE: "has no role any more", "operator": "is an operator now"}.get(role, f"is a {role} now")
        self.stdout.write(f"{username} {told}.")
