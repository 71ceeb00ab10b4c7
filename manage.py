#!/usr/bin/env python3
"""Maintenance: ``./manage.py help`` lists the commands."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    if sys.argv[1:2] == ["up"]:
        # It starts what the settings name, so it runs before they can be read.
        from companion.management.commands.up import Command

        Command().run_from_argv(sys.argv)
        return
    from companion.embedded.environment import fill_environment

    # Without DATABASE_URL or REDIS_URL in the environment, every command speaks to the embedded services.
    fill_environment()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
