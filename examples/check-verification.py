"""Holds the rates of `lossviz plot` against scikit-learn and pyeer, on five odd sets.

usage: check-verification.py [lossviz]      (the program, if it is not in PATH)

Needs numpy, scikit-learn and pyeer. Every pair of samples is scored here, in double precision.
What the tools define differently is compared where their definitions meet: pyeer takes the
threshold whose rate is *nearest* to 1 in 100, lossviz the last one that does not exceed it, so they
may lie one threshold apart; of its equal error rate pyeer gives the interval that holds it.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy as np
from pyeer.eer_info import get_eer_stats
from sklearn.metrics import roc_auc_score, roc_curve

program = sys.argv[1] if len(sys.argv) > 1 else "lossviz"
random = np.random.default_rng(16)


def gaussian(people, each, dimensions, spread):
    """Samples around one direction a person; `each` is a number or one a person."""
    labels = np.repeat(np.arange(people), each)
    means = random.normal(size=(people, dimensions))
    return means[labels] + spread * random.normal(size=(len(labels), dimensions)), labels


def sets():
    yield "60 people of very different size", *gaussian(60, random.integers(1, 60, 60), 32, 1.3)
    yield "two people", *gaussian(2, 90, 3, 0.8)
    x, y = gaussian(40, 12, 4, 0.9)
    yield "small integers, so that many scores are equal", np.rint(2 * x) + 0.5, y
    yield "told apart without an error", *gaussian(12, 9, 64, 0.05)
    x, y = gaussian(25, 20, 2, 0.5)
    yield "lengths over eight decades, in the plane", x * 10 ** random.uniform(-4, 4, (len(x), 1)), y


def scores(x, y, metric):
    """Similarities of all pairs, and whether they are of one person."""
    rows, columns = np.triu_indices(len(x), 1)
    if metric == "cosine":
        unit = x / np.linalg.norm(x, axis=1, keepdims=True)
        values = np.einsum("ij,ij->i", unit[rows], unit[columns])
    else:
        values = -np.linalg.norm(x[rows] - x[columns], axis=1)
    # Pairs that are equal but for the last digits of a sum are equal.
    return np.round(values, 12), y[rows] == y[columns]


def measured(x, y, metric, folder):
    np.save(folder / "x.npy", x)
    np.save(folder / "y.npy", y)
    done = subprocess.run(
        [program, "plot", "x.npy", "--labels", "y.npy", "--metric", metric, "--json", "-q", "-o", "x.svg"],
        cwd=folder, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["metrics"]["pairs"]


def check(name, x, y, metric, folder):
    """Prints a line for each number; how many are wrong."""
    found = measured(x, y, metric, folder)
    values, same = scores(x, y, metric)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stats = get_eer_stats(values[same], values[~same])
    far, tar, _ = roc_curve(same, values, drop_intermediate=False)
    wrong = 0

    def line(what, ours, theirs, is_right):
        nonlocal wrong
        wrong += not is_right
        print(f"  {'ok   ' if is_right else 'WRONG'} {what}: {ours:.9g}, {theirs}")

    area = roc_auc_score(same, values)
    line("AUC, scikit-learn", found["auc"], f"{area:.9g}", abs(found["auc"] - area) < 1e-9)
    line("AUC, pyeer", found["auc"], f"{stats.auc:.9g}", abs(found["auc"] - stats.auc) < 1e-6)
    for rate in ["1e-1", "1e-2", "1e-3", "1e-4"]:
        point = found["thresholdAtFar"].get(rate)
        if point is None:  # below three false accepts nothing is measured
            continue
        last = np.flatnonzero(far <= float(rate) + 1e-15)[-1]
        line(f"TAR at FAR {rate}, scikit-learn", point["tar"], f"{tar[last]:.9g}",
             abs(point["tar"] - tar[last]) < 1e-12)
        line(f"FAR achieved at {rate}, scikit-learn", point["achieved"], f"{far[last]:.9g}",
             abs(point["achieved"] - far[last]) < 1e-12)
    for ours, rate in [("fmr10", 0.1), ("fmr100", 0.01), ("fmr1000", 0.001)]:
        if found.get(ours) is None:
            continue
        nearest = int(np.argmin(abs(stats.fmr - rate)))
        near = stats.fnmr[max(0, nearest - 1):nearest + 2]
        line(f"{ours.upper()}, pyeer", found[ours], f"{stats.fnmr[nearest]:.9g} or one threshold off",
             np.min(abs(near - found[ours])) < 1e-12)
    line("EER, pyeer", found["eer"], f"{stats.eer_low:.9g} … {stats.eer_high:.9g}",
         stats.eer_low - 1e-12 <= found["eer"] <= stats.eer_high + 1e-12)
    if metric == "euclidean":  # by cosine lossviz takes the angles, pyeer the scores
        line("d′, pyeer", found["dprime"], f"{stats.decidability:.9g}",
             abs(found["dprime"] - stats.decidability) < 1e-6 * stats.decidability)
    return wrong


wrong = 0
with tempfile.TemporaryDirectory() as folder:
    for name, x, y in sets():
        for metric in ["cosine", "euclidean"]:
            print(f"{name}, {metric}")
            wrong += check(name, x, y, metric, pathlib.Path(folder))
print("all agree" if wrong == 0 else f"{wrong} numbers differ")
sys.exit(1 if wrong else 0)
