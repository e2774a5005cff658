"""The commands, as functions."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Optional, Sequence, Union

from . import _arrays
from ._errors import Misuse
from ._folder import Folder
from ._picture import Comparison, Figure, Picture
from ._program import run

Names = Union[str, Sequence[str]]


def _words(options: dict[str, Any]) -> list[str]:
    """``m_warmup=200`` as ``--m-warmup 200``."""
    words: list[str] = []
    for key, value in options.items():
        option = "--" + key.rstrip("_").replace("_", "-")
        if value is None:
            continue
        if value is True:
            words.append(option)
        elif value is False:
            raise Misuse(f"{key} cannot be False", "leave it out, or give 'no' where it takes yes or no", 2)
        else:
            words += [option, _word(value)]
    return words


def _word(value: Any) -> str:
    if isinstance(value, os.PathLike):
        return os.path.abspath(os.fspath(value))
    if isinstance(value, str):
        return value
    value = _arrays.lists(value)
    if isinstance(value, (list, tuple, range)):
        return ",".join(_word(item) for item in value)
    return repr(float(value)) if isinstance(value, float) else str(value)


def _draw(
    folder: Folder, words: list[str], name: str, kind: type, progress: Optional[bool]
) -> Any:
    """Draws as SVG and PNG, which notebooks show, and keeps what the program says of it."""
    outputs = [word for ending in ("svg", "png") for word in ("-o", str(Path(folder.name) / f"{name}.{ending}"))]
    # Curves and boundaries measure nothing.
    is_measured = words[0] not in ("curve", "boundary", "pull")
    output = run([*words, *outputs, *(["--json"] if is_measured else [])], progress)
    return kind(words, folder, name, json.loads(output) if is_measured else {})


def train(
    loss: str = "cosface", *, data: Any = None, labels: Any = None, progress: Optional[bool] = None, **options: Any
) -> Picture:
    """Trains a small classifier under a loss and draws what it learned.

    ``data``: ``"identities"``, ``"digits"``, the path of a folder or file, or an array with a
    sample in each row, whose ``labels`` are an array, a list or the name of a column of a table.
    """
    folder = Folder()
    words = ["--loss", loss, *_data_words(folder, data, labels), *_words(options)]
    return _draw(folder, words, "picture", Picture, progress)


def compare(
    loss: Names = "cosface", *, data: Any = None, labels: Any = None, progress: Optional[bool] = None, **options: Any
) -> Comparison:
    """Trains several settings, everything else equal: lists are swept, ``m=[0, 0.1, 0.2]``."""
    folder = Folder()
    options.setdefault("runs", Path(folder.name) / "runs")
    words = ["compare", "--loss", _word(loss), *_data_words(folder, data, labels), *_words(options)]
    return _draw(folder, words, "grid", Comparison, progress)


def _data_words(folder: Folder, data: Any, labels: Any) -> list[str]:
    words: list[str] = []
    data, labels = _arrays.without_column(data, labels)
    if data is not None:
        path = data if isinstance(data, str) else _arrays.save(data, Path(folder.name) / "data", "samples")
        words += ["--data", path]
    if labels is not None:
        words += ["--labels", labels if isinstance(labels, str) else _arrays.save_labels(labels, Path(folder.name) / "labels")]
    return words


def plot(
    features: _arrays.PathOrArray,
    labels: Optional[_arrays.PathOrArray] = None,
    *,
    weights: Optional[_arrays.PathOrArray] = None,
    title: Optional[str] = None,
    progress: Optional[bool] = None,
    **options: Any,
) -> Picture:
    """Draws and measures features that were made elsewhere.

    ``features``: samples × dimensions; ``labels``: one a sample, or the name of a column of a
    table; ``weights``: classes × dimensions.
    """
    folder = Folder()
    place = Path(folder.name)
    features, labels = _arrays.without_column(features, labels)
    words = ["plot", _arrays.save(features, place / "features", "features")]
    if labels is not None:
        # The name of a column is no file.
        is_column = isinstance(labels, str) and not os.path.exists(labels)
        words += ["--labels", str(labels) if is_column else _arrays.save_labels(labels, place / "labels")]
    if weights is not None:
        words += ["--weights", _arrays.save(weights, place / "weights", "weights")]
    words += _words({"title": title, **options})
    return _draw(folder, words, "page", Picture, progress)


def figure(name: str, *, progress: Optional[bool] = None, **options: Any) -> Figure:
    """Draws a figure of the papers and measures its claims."""
    folder = Folder()
    if name == "all":
        raise Misuse("figure draws one figure", "lossviz figure all -o FOLDER on the command line draws all", 2)
    options.setdefault("runs", Path(folder.name) / "runs")
    words = ["figure", name, *_words(options)]
    document = json.loads(run([*words, "-o", folder.name, "--json"], progress))["figures"][0]
    return Figure(words, folder, document["name"], document)


def curve(loss: Names, **options: Any) -> Picture:
    """Draws target logits against the angle, without training."""
    return _draw(Folder(), ["curve", "--loss", _word(loss), *_words(options)], "curve", Picture, False)


def boundary(loss: Names, **options: Any) -> Picture:
    """Draws boundaries and margins between two classes, without training."""
    return _draw(Folder(), ["boundary", "--loss", _word(loss), *_words(options)], "boundary", Picture, False)


def pull(loss: Names = ("cosface", "arcface"), **options: Any) -> Picture:
    """Draws how hard and whereto losses move a feature, over the plane, without training."""
    return _draw(Folder(), ["pull", "--loss", _word(loss), *_words(options)], "pull", Picture, False)


def advise(classes: int, dim: int = 512, loss: Optional[str] = None) -> dict[str, Any]:
    """Bounds of m, least s, and what papers took for so many classes and dimensions."""
    words = ["advise", "--classes", str(classes), "--dim", str(dim), *(["--loss", loss] if loss else [])]
    return json.loads(run([*words, "--json"], progress=False))


def evaluate(loss: str, x: Any, y: Any, W: Any = None, *, b: Any = None, centers: Any = None, **parameters: Any) -> dict[str, Any]:
    """Value and gradients of a loss, in double precision.

    ``x``: batch × dimensions; ``y``: class indices; ``W``: classes × dimensions. Gradients are
    lists of lists under ``grad_x``, ``grad_W`` and so on.
    """
    case: dict[str, Any] = {"params": parameters, "x": _arrays.lists(x), "y": _arrays.lists(y)}
    for key, value in (("W", W), ("b", b), ("centers", centers)):
        if value is not None:
            case[key] = _arrays.lists(value)
    try:
        text = json.dumps({"loss": loss, "cases": [case]}, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise Misuse(f"not numbers alone: {error}", "give finite numbers", 2) from None
    answer = json.loads(run(["evaluate", "-"], progress=False, stdin=text.encode()))
    return answer["cases"][0]


def identify(
    x: Any,
    y: Any,
    W: Any = None,
    *,
    value: Any = None,
    grad_x: Any = None,
    grad_W: Any = None,
    per_sample: Any = None,
    b: Any = None,
    centers: Any = None,
    **stated: Any,
) -> dict[str, Any]:
    """Which loss computed this value and these gradients on this batch.

    The answer has ``loss`` (``"none"`` where nothing fits), ``parameters``, ``mistakes`` and
    ``digits``. Numbers given by name, as ``m=0.5``, are where the search also starts.
    """
    case: dict[str, Any] = {"params": stated, "x": _arrays.lists(x), "y": _arrays.lists(y)}
    given = {"W": W, "b": b, "centers": centers, "grad_x": grad_x, "grad_W": grad_W, "per_sample": per_sample}
    for key, array in given.items():
        if array is not None:
            case[key] = _arrays.lists(array)
    if value is not None:
        case["value"] = float(value)
    try:
        text = json.dumps(case, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise Misuse(f"not numbers alone: {error}", "give finite numbers", 2) from None
    return json.loads(run(["identify", "-", "--json"], progress=False, stdin=text.encode()))
