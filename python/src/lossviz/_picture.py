"""Pictures, as notebooks show them."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any, Optional

from ._folder import Folder
from ._program import run


class Picture:
    """What a call has drawn.

    A notebook shows it; ``save`` writes it in any format of the program.
    """

    def __init__(
        self, words: list[str], folder: Folder, name: str, document: dict[str, Any]
    ) -> None:
        self._words = words
        self._folder = folder
        self._name = name
        self.document = document
        """The program's whole JSON document; empty for curves and boundaries."""

    @property
    def metrics(self) -> dict[str, Any]:
        """The numbers, angles in degrees."""
        return self.document.get("metrics", {})

    @property
    def recipe(self) -> dict[str, Any]:
        """The options that it takes to draw it again."""
        return json.loads(run(["inspect", str(self._path("svg"))], progress=False))

    @property
    def warnings(self) -> list[str]:
        """What an honest picture has to add."""
        return self.document.get("warnings", [])

    @property
    def svg(self) -> str:
        return self._path("svg").read_text(encoding="utf-8")

    @property
    def png(self) -> bytes:
        return self._path("png").read_bytes()

    @property
    def alt(self) -> str:
        """The picture in words, for those who cannot see it."""
        start = self.svg.find("<desc")
        text = self.svg[self.svg.find(">", start) + 1 : self.svg.find("</desc>")]
        for code, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
            text = text.replace(code, sign)
        return text

    def save(self, path: "str | os.PathLike[str]") -> None:
        """Writes it as ``.svg``, ``.png``, ``.pdf`` or, for a training, ``.gif`` and ``.apng``."""
        target = Path(path)
        kept = self._path(target.suffix.lstrip(".").lower())
        if kept.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, target)
        else:
            self._draw_again(target)

    def _draw_again(self, target: Path) -> None:
        run([*self._words, "-o", str(target.absolute())])

    def _path(self, ending: str) -> Path:
        return Path(self._folder.name) / f"{self._name}.{ending}"

    def _repr_mimebundle_(
        self, include: Optional[Any] = None, exclude: Optional[Any] = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        data = {"image/svg+xml": self.svg, "image/png": self.png, "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt}, "image/svg+xml": {"alt": self.alt}}

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.alt}>"


class Comparison(Picture):
    """The grid of a comparison."""

    @property
    def table(self) -> list[dict[str, Any]]:
        """A row for each setting: what was swept, and mean and deviation of each number."""
        return self.document.get("table", [])

    @property
    def runs(self) -> list[dict[str, Any]]:
        """The document of each training."""
        return self.document.get("runs", [])

    @property
    def trend(self) -> Optional[Picture]:
        """The numbers against what was swept; ``None`` where there is nothing to go along."""
        name = f"{self._name}-trend"
        if not (Path(self._folder.name) / f"{name}.svg").exists():
            return None
        return Picture([*self._words, "--only", "trend"], self._folder, name, {})

    def _draw_again(self, target: Path) -> None:
        # Without the pictures that stand beside a grid.
        run([*self._words, "--only", "grid", "-o", str(target.absolute())])


class Figure(Picture):
    """A figure of the papers, with what became of its claims."""

    @property
    def claims(self) -> list[dict[str, Any]]:
        return self.document.get("claims", [])

    @property
    def is_reproduced(self) -> bool:
        """Whether every claim holds."""
        return all(claim["reproduced"] for claim in self.claims)

    def _draw_again(self, target: Path) -> None:
        run(["replay", str(self._path("svg")), "-o", str(target.absolute())])
