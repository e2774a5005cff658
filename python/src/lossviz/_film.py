"""A film of a training of one's own."""

from __future__ import annotations

import math
import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any, Optional

from . import _arrays
from ._calls import plot
from ._errors import Misuse


class Film:
    """Records two-dimensional features while something else trains, and makes a film of them.

    ::

        film = lossviz.Film()
        for epoch in range(20):
            ...
            film.add(features, labels, weights)
        film.save("training.gif")
    """

    def __init__(self, title: str = "epoch {}", **options: Any) -> None:
        """``title``: over each frame, ``{}`` for its number from 1; ``options``: those of ``plot``."""
        try:
            title.format(1)
        except (IndexError, KeyError, ValueError):
            raise Misuse(
                f"the title '{title}' has places for more than one number", "{} is the number of the frame", 2
            ) from None
        self._title = title
        self._options = options
        self._frames: list[tuple[list[list[float]], list[Any], Optional[list[list[float]]]]] = []

    def add(self, features: Any, labels: Any, weights: Any = None) -> None:
        """Keeps a copy of what the network gives now."""
        rows, weights = _table(features), None if weights is None else _table(weights)
        names = _arrays.lists(labels)
        if not rows or any(len(row) != 2 for row in rows):
            raise Misuse("a film shows features of two dimensions", "give an array of samples × 2", 2)
        if not any(map(_is_finite, rows)):
            raise Misuse("no row of the features is finite", "the training has run away: a lower rate, or clip it", 2)
        if not hasattr(names, "__len__") or isinstance(names, str):
            raise Misuse("labels are no list", "give one label for each row", 2)
        if len(names) != len(rows):
            raise Misuse(f"{len(names)} labels for {len(rows)} rows", "give one label for each row", 2)
        # Said now and not when the training is over; a third number is a bias.
        if weights is not None and any(len(row) not in (2, 3) for row in weights):
            raise Misuse("weights of a film have two dimensions", "give an array of classes × 2", 2)
        self._frames.append((rows, list(names), weights))

    def __len__(self) -> int:
        return len(self._frames)

    def save(self, path: "str | os.PathLike[str]", fps: float = 4) -> None:
        """Writes ``.gif`` or ``.apng``, all frames on the axes that fit the widest; needs Pillow."""
        ending = Path(path).suffix.lower()
        if ending not in (".gif", ".apng", ".png"):
            raise Misuse(f"a film cannot be '{ending}'", "end its name in .gif or .apng", 2)
        if not fps > 0:
            raise Misuse(f"fps cannot be {fps}", "frames a second, above 0", 2)
        if not self._frames:
            raise Misuse("the film has no frame", "add features to it first", 2)
        try:
            from PIL import Image
        except ImportError:
            raise Misuse("films need Pillow", "pip install pillow", 2) from None
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        limit = self._limit()
        pool = ThreadPoolExecutor(os.cpu_count() or 1)
        try:
            pictures = list(pool.map(lambda index: self._draw(index, limit), range(len(self._frames))))
        finally:
            # After Ctrl-C no further frame begins.
            pool.shutdown(cancel_futures=True)
        images = [Image.open(BytesIO(png)).convert("RGB") for png in pictures]
        if ending == ".gif":
            images = [image.quantize(256) for image in images]
        # The last one stands for two seconds more.
        times = [round(1000 / fps)] * (len(images) - 1) + [round(1000 / fps) + 2000]
        images[0].save(
            path,
            format="GIF" if ending == ".gif" else "PNG",
            save_all=True,
            append_images=images[1:],
            duration=times,
            loop=0,
        )

    def _limit(self) -> float:
        """The distance from the origin within which nearly all features of every frame lie."""
        widest = 0.0
        for rows, _, _ in self._frames:
            sizes = sorted(max(abs(x), abs(y)) for x, y in filter(_is_finite, rows))
            widest = max(widest, sizes[min(len(sizes) - 1, int(0.99 * len(sizes)))])
        return float(f"{1.1 * widest:.3g}") or 1.0

    def _draw(self, index: int, limit: float) -> bytes:
        rows, labels, weights = self._frames[index]
        options = {"limit": limit, "scale": 1.0, "view": "features", **self._options}
        title = self._title.format(index + 1)
        return plot(rows, labels, weights=weights, title=title, progress=False, **options).png


def _table(value: Any) -> list[list[float]]:
    """Rows of numbers; empty for what is no table."""
    try:
        return [[float(number) for number in row] for row in _arrays.lists(value)]
    except (TypeError, ValueError):
        return []


def _is_finite(row: list[float]) -> bool:
    return all(map(math.isfinite, row))
