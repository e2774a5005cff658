"""Writes a made-up set of 512-D face features: features.npy and labels.npy in the current folder.

Identities are random directions with a common part, as the faces of one data set have; each
photograph lies around its identity's direction at a distance of its own (a von Mises-Fisher-like
spread: a normal step in the tangent plane). A few are far off, as blurred photographs are, and a
few carry a wrong label.

usage: make-features.py [samples] [dimensions] [identities] [seed]
"""
import sys

import numpy as np

arguments = [int(word) for word in sys.argv[1:]]
samples, dimensions, identities, seed = (arguments + [1580, 512, 158, 1][len(arguments):])[:4]
random = np.random.default_rng(seed)


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


common = unit(random.normal(size=dimensions))
centers = unit(unit(random.normal(size=(identities, dimensions))) + 0.35 * common)
labels = np.arange(samples) % identities
spread = random.uniform(0.5, 0.95, size=identities)[labels]
blurred = random.random(samples) < 0.04
spread = np.where(blurred, spread * 2.2, spread)
steps = random.normal(size=(samples, dimensions)) / np.sqrt(dimensions)
features = unit(centers[labels] + spread[:, None] * steps)
# Lengths tell how sure the network is: blurred photographs are short.
features *= (random.normal(22, 2, size=samples) * np.where(blurred, 0.7, 1))[:, None]
wrong = random.random(samples) < 0.004
labels = np.where(wrong, random.integers(identities, size=samples), labels)
np.save("features.npy", features.astype(np.float32))
np.save("labels.npy", labels)
