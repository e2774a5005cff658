"""The kinds of pictures that lossviz draws, each with the command that draws it."""

import dataclasses

import numpy

FORMATS = ("png", "svg", "pdf")
STEPS = ["--steps", "120", "--samples", "60"]
ANALYTIC = [
    "cosface-bounds", "decision-margins", "focal-curves", "gradient-scale", "loss-lower-bound",
    "lsoftmax-geometry", "lsoftmax-psi", "margin-vs-angle", "published", "separable-discriminative",
    "sphereface-geometry", "target-logits",
]
# Those of a second or two. The others (center-lambda, identification, label-noise and the like) are
# made of the same charts and would train for minutes.
TRAINED = ["cosface-toy", "theta-histograms", "triplet"]


@dataclasses.dataclass
class Picture:
    name: str
    words: list
    outputs: list
    pairs: int = 2
    keeps_runs: bool = False
    # Outputs of a second call: the still picture of a film.
    still: list = dataclasses.field(default_factory=list)


def still(name, *words, both=True, formats=FORMATS):
    """A picture in three formats, light and dark."""
    outputs = [word for ending in formats for word in ("-o", f"picture.{ending}")]
    theme = ["--theme", "both"] if both else []
    pairs = (len(formats) - 1) * (2 if both else 1)
    return Picture(name, [*words, *theme], outputs, pairs)


def figure(name, theme):
    words = ["figure", name, "--format", ",".join(FORMATS), "--theme", theme]
    return Picture(f"figure-{name}-{theme}", words, ["-o", "."], 2, keeps_runs=name in TRAINED)


def write_inputs(folder):
    """Features for the pages of `plot`."""
    generator = numpy.random.default_rng(1)
    for name, classes, dimensions in (("plane", 5, 2), ("sphere", 5, 3), ("wide", 12, 128)):
        directions = generator.normal(size=(classes, dimensions))
        labels = numpy.arange(classes * 30) % classes
        features = 4 * directions[labels] + generator.normal(size=(len(labels), dimensions))
        numpy.save(folder / f"{name}.npy", features.astype("f4"))
        numpy.save(folder / f"{name}-labels.npy", labels)


def plot(name, *words):
    return still(
        f"plot-{name}", "plot", f"../{name}.npy", "--labels", f"../{name}-labels.npy", *words)


PICTURES = [
    still("run", *STEPS),
    still("views", *STEPS, "--view", "features,angles,histogram,curve"),
    *[still(f"view-{view}", *STEPS, "--view", view, both=False)
      for view in ("features", "angles", "histogram", "curve")],
    still("softmax", *STEPS, "--loss", "softmax"),
    still("bias", *STEPS, "--loss", "softmax", "--bias"),
    still("sphere", *STEPS, "--dim", "3"),
    still("triplet", *STEPS, "--loss", "triplet"),
    still("center", *STEPS, "--loss", "center"),
    still("digits", "--steps", "100", "--data", "digits", "--loss", "arcface"),
    still("raster", *STEPS, "--points", "raster"),
    still("names", *STEPS, "--class-names", "a,Zoë,θ,a long name,“quoted”,<&>"),
    still("compare", "compare", "--m", "0,0.35", *STEPS),
    still("compare-losses", "compare", "--loss", "softmax,arcface,triplet", *STEPS, both=False),
    still("curve", "curve", "--loss", "softmax,sphereface,cosface,arcface"),
    *[still(f"boundary-{plane}", "boundary", "--loss", "softmax,sphereface,arcface", "--plane", plane)
      for plane in ("angle", "cosine", "circle")],
    plot("plane"), plot("sphere"), plot("wide"),
    *[figure(name, ("light", "dark")[place % 2]) for place, name in enumerate(ANALYTIC)],
    *[figure(name, "light") for name in TRAINED],
    # A film has half the pixels of a still picture.
    Picture("film", STEPS, ["-o", "film.gif", "-o", "film.apng"], 2,
            still=["--scale", "1", "-o", "film.png"]),
]
