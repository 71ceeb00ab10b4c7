"""The client of the wire contract (`companion.simulated.person`), for people who come as people do: they sign up and log in."""

from __future__ import annotations

import re
from typing import Self

from companion.simulated import person
from companion.simulated.person import Event, Reply, Socket

__all__ = ["PASSWORD", "Event", "Person", "Reply", "Socket"]

PASSWORD = "correct horse battery"


class Person(person.Person):
    async def sign_up(self) -> Self:
        await self.request("GET", "/accounts/signup/")
        form = {"username": self.name, "password1": PASSWORD, "password2": PASSWORD}
        status, body = await self.request("POST", "/accounts/signup/", data=form)
        assert status == 302, re.sub(r"<[^>]+>", " ", body)[-500:]
        return self

    async def log_in(self) -> Self:
        """Anew, as on another device."""
        self.cookies = {}
        await self.request("GET", "/accounts/login/")
        status, _ = await self.request("POST", "/accounts/login/", data={"login": self.name, "password": PASSWORD})
        assert status == 302, status
        return self
