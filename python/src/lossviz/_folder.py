"""Where the files of a call lie."""

from __future__ import annotations

import shutil
import tempfile
import weakref


class Folder:
    """A folder of its own, which is removed with the last picture that needs it."""

    def __init__(self) -> None:
        self.name = tempfile.mkdtemp(prefix="lossviz-")
        weakref.finalize(self, shutil.rmtree, self.name, ignore_errors=True)
