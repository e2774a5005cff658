"""Arrays of other libraries, as files that the program reads."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Any, Union

from ._errors import Misuse


def is_path(value: Any) -> bool:
    return isinstance(value, (str, os.PathLike))


def plain(value: Any) -> Any:
    """A tensor of PyTorch or a table of pandas as a NumPy array; all else as it is."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().numpy()
    elif hasattr(value, "to_numpy"):
        value = value.to_numpy()
    return value


def without_column(table: Any, labels: Any) -> tuple[Any, Any]:
    """A table of pandas without the column that ``labels`` names, and that column; else as given."""
    if isinstance(labels, str) and hasattr(table, "to_numpy") and labels in getattr(table, "columns", ()):
        return table.drop(columns=[labels]), table[labels]
    return table, labels


def lists(value: Any) -> Any:
    """The same as lists of numbers."""
    value = plain(value)
    return value.tolist() if hasattr(value, "tolist") else value


def save(value: Any, stem: Path, what: str) -> str:
    """Writes features or weights as ``.npy``; a path stays one.

    Raises ``Misuse`` for what is no table of numbers.
    """
    if is_path(value):
        return os.path.abspath(os.fspath(value))
    value = plain(value)
    path = stem.with_suffix(".npy")
    if hasattr(value, "__array__"):
        import numpy

        array = numpy.asarray(value)
        if array.dtype == object:
            array = _numbers(array, what)
        if array.size == 0:
            raise Misuse(f"the {what} are empty, an array of shape {array.shape}", "give a row for each sample", 2)
        numpy.save(path, array)
        return str(path)
    try:
        rows = [[float(number) for number in row] for row in value]
    except (TypeError, ValueError):
        raise Misuse(
            f"{what} are no table of numbers", "give an array, or a list of lists of one length", 2
        ) from None
    if len({len(row) for row in rows}) > 1:
        raise Misuse(f"the rows of the {what} differ in length", "give a list of lists of one length", 2)
    _write(path, rows)
    return str(path)


def _numbers(array: Any, what: str) -> Any:
    """An array of objects as one of numbers.

    Raises ``Misuse``, which names the first that is none.
    """
    import numpy

    try:
        return array.astype("float64")
    except (TypeError, ValueError):
        pass
    for place, item in numpy.ndenumerate(array):
        try:
            float(item)
        except (TypeError, ValueError):
            where = f"row {place[0]}" + (f", column {place[1]}" if len(place) > 1 else "")
            raise Misuse(
                f"the {what} hold {repr(item)[:40]} in {where}, which is no number",
                "leave out what is no number; the column of the labels is named by labels='NAME'",
                2,
            ) from None
    raise Misuse(f"the {what} are no table of numbers", "give an array of samples × dimensions", 2)


def save_labels(value: Any, stem: Path) -> str:
    """Writes labels, numbers as ``.npy`` and names as lines; a path stays one."""
    if is_path(value):
        return os.path.abspath(os.fspath(value))
    value = plain(value)
    if hasattr(value, "__array__"):
        import numpy

        array = numpy.asarray(value)
        if array.dtype != object:
            path = stem.with_suffix(".npy")
            numpy.save(path, array)
            return str(path)
        value = array.tolist()
    try:
        given = list(value)
    except TypeError:
        raise Misuse("labels are no list", "give one label for each row", 2) from None
    # None, and NaN as pandas has it among names.
    missing = [row for row, label in enumerate(given) if label is None or label != label]
    if missing:
        raise Misuse(
            f"{len(missing)} of {len(given)} labels {'is' if len(missing) == 1 else 'are'} missing, first in row {missing[0]}",
            "leave out the rows that have none",
            2,
        )
    names = [str(label) for label in given]
    if any("\n" in name or "\r" in name for name in names):
        raise Misuse("a label has a line end in it", "leave it out of the name", 2)
    path = stem.with_suffix(".txt")
    path.write_text("".join(name + "\n" for name in names), encoding="utf-8")
    return str(path)


def _write(path: Path, rows: list[list[float]]) -> None:
    shape = (len(rows), len(rows[0]) if rows else 0)
    header = str({"descr": "<f8", "fortran_order": False, "shape": shape})
    header += " " * (-(len(header) + 11) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode("latin-1"))
        for row in rows:
            file.write(struct.pack(f"<{len(row)}d", *row))


PathOrArray = Union[str, "os.PathLike[str]", Any]
