"""What the program refuses, as exceptions with its words."""

from __future__ import annotations

import re


class LossvizWarning(UserWarning):
    """What the program did all the same, but would not leave unsaid."""


class LossvizError(Exception):
    """An error of the program.

    ``message`` is one clause, ``hint`` what to do instead (may be empty), ``status`` the exit
    status.
    """

    def __init__(self, message: str, hint: str = "", status: int = 1) -> None:
        super().__init__(message + (f"\n  hint: {hint}" if hint else ""))
        self.message = message
        self.hint = hint
        self.status = status


class FileProblem(LossvizError):
    """A file cannot be read or written, or its data are bad (status 1)."""


class Misuse(LossvizError, ValueError):
    """An unknown word or a value out of its range (status 2)."""


class TrainingFailed(LossvizError):
    """Training did not stay finite, or collapsed (status 3)."""


class CheckFailed(LossvizError):
    """A check failed, such as a claim that is not reproduced (status 4)."""


class MissingProgram(LossvizError):
    """There is no program to run."""


_BY_STATUS = {1: FileProblem, 2: Misuse, 3: TrainingFailed, 4: CheckFailed}


# A file that only this call knows, by what it was given as.
_OWN_FILE = r"(?:--data )?'?\S*/lossviz-[^/\s]+/(features|labels|weights|data)\.(?:npy|txt)'?(?:, byte \d+)?"
# What the command line says of files and options, in the words of Python.
_IN_PYTHON = [
    (r"^name them: .*--labels FILE$", "give them as labels="),
    (r"(give them|labels go) (?:with|to) --labels(?: FILE)?", r"\1 as labels="),
    (r"^a column a class: .*", "a column a class: labels.argmax(1)"),
    (r"numpy\.save\(path, x\.T\)", "features.T"),
    (r"numpy\.save\(path, (array\.astype\('float32'\))\)", r"\1"),
]


def error_from(status: int, said: str) -> LossvizError:
    """The error that standard error tells of."""
    message, hint = "", ""
    for line in said.splitlines():
        if line.startswith("lossviz: error: "):
            message, hint = line[len("lossviz: error: ") :], ""
        elif line.startswith("  hint: ") and message and not hint:
            hint = line[len("  hint: ") :]
    # Files that only this call knows are no part of what to type.
    hint = re.sub(r"( -o \S*/lossviz-\S+| --runs \S*/lossviz-\S+)+( --json)?", "", hint)
    for pattern, words in _IN_PYTHON:
        hint = re.sub(pattern, words, hint)
    message, hint = (re.sub(_OWN_FILE, r"the \1", text) for text in (message, hint))
    if not message:
        message = said.strip() or f"lossviz ended with status {status}"
    return _BY_STATUS.get(status, LossvizError)(message, hint, status)


def warnings_in(said: str) -> list[str]:
    """The warnings that standard error tells of."""
    start = "lossviz: warning: "
    return [line[len(start) :] for line in said.splitlines() if line.startswith(start)]
