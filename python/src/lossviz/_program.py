"""Finds the program and runs it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import warnings
from pathlib import Path
from typing import NoReturn, Optional, Sequence

from ._errors import LossvizWarning, MissingProgram, error_from, warnings_in

_DATA = Path(__file__).parent / "data"


def program() -> str:
    """The path of the program: ``LOSSVIZ_PROGRAM``, that of the wheel, or the first on ``PATH``."""
    named = os.environ.get("LOSSVIZ_PROGRAM")
    if named:
        if not os.access(named, os.X_OK):
            raise MissingProgram(
                f"LOSSVIZ_PROGRAM is '{named}', which is no program", "give the path of the program, or unset it"
            )
        return named
    own = _DATA / "bin" / "lossviz"
    if own.exists():
        return str(own)
    found = shutil.which("lossviz")
    # The script of this package would look for itself for ever.
    if found and Path(found).resolve() != Path(sys.argv[0]).resolve():
        with open(found, "rb") as file:
            if file.read(4) == b"\x7fELF":
                return found
    raise MissingProgram(
        "there is no program lossviz",
        "install the wheel, or give the path of the program in LOSSVIZ_PROGRAM",
    )


def environment() -> dict[str, str]:
    """That of this process, with the fonts of the wheel where it has some."""
    values = dict(os.environ)
    fonts = _DATA / "fonts" / "fonts.conf"
    if fonts.exists():
        values.setdefault("FONTCONFIG_FILE", str(fonts))
    return values


def main() -> NoReturn:
    """Becomes the program: the command ``lossviz``."""
    try:
        path = program()
    except MissingProgram as error:
        print(f"lossviz: error: {error}", file=sys.stderr)
        sys.exit(1)
    os.execve(path, ["lossviz", *sys.argv[1:]], environment())


def run(words: Sequence[str], progress: Optional[bool] = None, stdin: Optional[bytes] = None) -> bytes:
    """Runs the program and returns what it wrote to standard output.

    ``progress``: whether to show its bar; by default where standard error is a terminal or a
    notebook's. Ctrl-C ends the program, too.

    Raises ``LossvizError``.
    """
    shown = _is_watched() if progress is None else progress
    read, write = os.openpty() if shown else os.pipe()
    if shown:
        _make_raw(write)
    process = subprocess.Popen(
        [program(), *words],
        stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=write,
        env=environment(),
    )
    os.close(write)
    listener = _Listener(read, shown)
    listener.start()
    try:
        output, _ = process.communicate(stdin)
    except BaseException:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise
    finally:
        listener.join()
    said = listener.text
    if process.returncode != 0:
        if process.returncode in (-signal.SIGINT, 128 + signal.SIGINT):
            raise KeyboardInterrupt
        raise error_from(process.returncode, said)
    for warning in warnings_in(said):
        warnings.warn(warning, LossvizWarning, stacklevel=4)
    return output


class _Listener(threading.Thread):
    """Reads standard error to its end, and shows the bar that goes by there."""

    def __init__(self, descriptor: int, shown: bool) -> None:
        super().__init__(daemon=True)
        self._descriptor = descriptor
        self._shown = shown
        self._bytes = bytearray()

    def run(self) -> None:
        with os.fdopen(self._descriptor, "rb", buffering=0) as stream:
            while True:
                try:
                    piece = stream.read(4096)
                except OSError:  # the end, for a terminal
                    break
                if not piece:
                    break
                self._bytes += piece
                if self._shown and b"\r" in piece:
                    sys.stderr.write(piece.decode("utf-8", "ignore"))
                    sys.stderr.flush()

    @property
    def text(self) -> str:
        """All lines, without the escape sequences and what a bar wrote over."""
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._bytes.decode("utf-8", "replace"))
        return "\n".join(line.rstrip("\r").rsplit("\r", 1)[-1] for line in text.split("\n"))


def _is_watched() -> bool:
    if "ipykernel" in sys.modules:
        return True
    return sys.stderr is not None and sys.stderr.isatty()


def _make_raw(descriptor: int) -> None:
    import termios

    mode = termios.tcgetattr(descriptor)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(descriptor, termios.TCSANOW, mode)
