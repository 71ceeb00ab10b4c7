"""The system's nginx, where there is one; script/test installs it where it may."""

import pytest

from companion.embedded.nginx import find_nginx
from companion.embedded.process import StackError


@pytest.fixture(scope="session")
def nginx_program() -> str:
    try:
        return find_nginx()
    except StackError:
        pytest.skip("nginx is missing (on Debian: apt install nginx)")
