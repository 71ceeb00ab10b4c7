"""A real nginx with the configuration of ``deploy/nginx``, set as an operator would and run as an ordinary user."""

from __future__ import annotations

import datetime
import ipaddress
import os
import pwd
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

from companion.embedded.nginx import find_nginx
from companion.embedded.process import Account, free_port, run_as
from companion.env import BASE_DIR

DEPLOYED = BASE_DIR / "deploy/nginx"
HOST = "127.0.0.1"
# What an ordinary user's nginx needs around it; the rest is the operator's file.
AROUND = """
daemon off;
pid nginx.pid;
error_log stderr;
worker_processes 2;
events { worker_connections 1024; }
http {
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include companion.conf;
}
"""


@pytest.fixture(scope="session")
def nginx_program() -> str:
    """The system's; script/test installs it. Where it is missing, the error says how to get it."""
    return find_nginx()


class Front:
    def __init__(self, program: str, ports: Sequence[int], *, tls_port: int | None = None) -> None:
        self.plain_port, self.tls_port = free_port(), tls_port or free_port()
        self.url = f"https://{HOST}:{self.tls_port}"
        self.folder = Path(tempfile.mkdtemp(prefix="companion-nginx-"))
        shutil.copytree(settings.STATIC_ROOT, self.folder / "static")
        self.certificate = make_certificate(self.folder)
        for name, text in {"nginx.conf": AROUND, **self._as_set(ports)}.items():
            (self.folder / name).write_text(text)
        account = ordinary_account()
        if account is not None:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, account.uid, account.gid)
        with (self.folder / "start.log").open("wb") as log:
            self.process = subprocess.Popen(
                [program, "-p", self.folder, "-c", self.folder / "nginx.conf"], cwd="/", stderr=log, **run_as(account)
            )

    def _as_set(self, ports: Sequence[int]) -> dict[str, str]:
        """The operator's files, with the places marked SET filled in."""
        companion = (DEPLOYED / "companion.conf").read_text()
        upstream = "\n".join(f"    server {HOST}:{port} max_fails=1 fail_timeout=2s;" for port in ports)
        for marked, written in {
            r"(    server 10\.0\.0\.1\d:8000 .*\n)+": f"{upstream}\n",
            r"listen 80;": f"listen {HOST}:{self.plain_port};",
            r"listen 443 ": f"listen {HOST}:{self.tls_port} ",
            r"    listen \[::\]:.*\n": "",  # not every machine has it
            r"companion\.example\.org": HOST,
            r"/etc/ssl/companion/": f"{self.folder}/",
            r"/etc/nginx/companion/": f"{self.folder}/",
            r"/var/log/nginx/": f"{self.folder}/",
            r"/srv/companion/static": f"{self.folder}/static",
        }.items():
            companion, found = re.subn(marked, written, companion)
            assert found, f"deploy/nginx/companion.conf has no {marked}"
        return {"companion.conf": companion, "locations.conf": (DEPLOYED / "locations.conf").read_text()}

    @property
    def tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)

    def log(self, name: str) -> str:
        return (self.folder / name).read_text()

    def wait(self) -> Front:
        deadline = time.monotonic() + 20
        while True:
            assert self.process.poll() is None, self.log("start.log")
            assert time.monotonic() < deadline, self.log("start.log")
            try:
                socket.create_connection((HOST, self.tls_port), timeout=2).close()
            except OSError:
                time.sleep(0.05)  # nginx tells nobody that it listens
            else:
                return self

    def __enter__(self) -> Front:
        try:
            return self.wait()
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder)


def ordinary_account() -> Account | None:
    """Root's nginx would be another than an operator's; None for who is ordinary already."""
    if os.geteuid() != 0:
        return None
    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def make_certificate(folder: Path) -> Path:
    """A self-made one for loopback, and its key beside it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Companion's tests")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "fullchain.pem"
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path
