"""The built-in embedder keeps to itself."""

import os
import subprocess
import sys

from companion.env import BASE_DIR

EMBED = """
import django
django.setup()
from companion.llm.embeddings import embed_now
assert len(embed_now("My dog is called Biscuit")) == 384
"""


def test_it_writes_nothing_into_the_home_folder_and_so_reports_to_nobody(tmp_path):
    # onnxruntime holds its tongue where CI is set, so that must not be.
    environment = {name: value for name, value in os.environ.items() if name not in {"CI", "ORT_DISABLE_TELEMETRY"}}
    environment |= {"HOME": str(tmp_path), "EMBEDDINGS": "builtin", "DJANGO_SETTINGS_MODULE": "companion.settings"}
    subprocess.run([sys.executable, "-c", EMBED], cwd=BASE_DIR, env=environment, check=True)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
