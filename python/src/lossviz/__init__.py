"""What a face-recognition loss does to features, as a picture.

Every function runs the program ``lossviz`` and returns what it made; options are those of the
command line, with ``_`` for ``-``.
"""

from ._calls import advise, boundary, compare, curve, evaluate, figure, identify, plot, pull, train
from ._errors import (
    CheckFailed,
    FileProblem,
    LossvizError,
    LossvizWarning,
    Misuse,
    MissingProgram,
    TrainingFailed,
)
from ._film import Film
from ._picture import Comparison, Figure, Picture
from ._version import __version__

__all__ = [
    "CheckFailed",
    "Comparison",
    "Figure",
    "FileProblem",
    "Film",
    "LossvizError",
    "LossvizWarning",
    "Misuse",
    "MissingProgram",
    "Picture",
    "TrainingFailed",
    "__version__",
    "advise",
    "boundary",
    "compare",
    "curve",
    "evaluate",
    "figure",
    "identify",
    "plot",
    "pull",
    "train",
]
