#!/usr/bin/env python3
"""Maintenance: ``./manage.py help`` lists the commands."""

import os
import sys
from importlib import import_module

# They start what the settings name, so they run before those can be read.
STARTS_ITS_OWN = {
    "up": "companion.management.commands.up",
    "evaluate_recall": "memory.management.commands.evaluate_recall",
    "proof": "chat.management.commands.proof",
    "measure_recall": "memory.management.commands.measure_recall",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "companion.settings")
    if sys.argv[1:2] and sys.argv[1] in STARTS_ITS_OWN:
        import_module(STARTS_ITS_OWN[sys.argv[1]]).Command().run_from_argv(sys.argv)
        return
    from companion.embedded.environment import fill_environment

    # Without DATABASE_URL or REDIS_URL in the environment, every command speaks to the embedded services.
    fill_environment()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
