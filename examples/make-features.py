"""Writes made-up face features: features.npy and labels.npy in the current folder.

Identities are directions with a part common to all, as the faces of one data set have, and a part
common to those that look alike. Each photograph lies around its identity's direction at a distance
of its own; a few are far off, as blurred photographs are, and a few carry a wrong label. With a
file named .npz, features (as float16), labels and the weights of a class layer go there.

usage: make-features.py [samples] [dimensions] [identities] [seed] [FILE.npz]
"""
import sys

import numpy as np

arguments = [int(word) for word in sys.argv[1:5]]
samples, dimensions, identities, seed = (arguments + [1580, 512, 79, 1][len(arguments):])[:4]
random = np.random.default_rng(seed)


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


common = unit(random.normal(size=dimensions))
alike = unit(random.normal(size=(max(2, identities // 6), dimensions)))
own = unit(random.normal(size=(identities, dimensions)))
closeness = random.uniform(0.2, 0.85, size=(identities, 1))
centers = unit(own + 0.3 * common + closeness * alike[random.integers(len(alike), size=identities)])
labels = np.arange(samples) % identities
spread = np.exp(random.normal(-0.25, 0.22, size=identities))[labels]
spread *= np.exp(random.normal(0, 0.2, size=samples))
blurred = random.random(samples) < 0.05
spread = np.where(blurred, spread * 2.2, spread)
steps = random.normal(size=(samples, dimensions)) / np.sqrt(dimensions)
features = unit(centers[labels] + spread[:, None] * steps)
# Lengths tell how sure the network is: blurred photographs are short.
features *= (random.normal(22, 2, size=samples) * np.where(blurred, 0.7, 1))[:, None]
weights = unit(centers + 0.12 * random.normal(size=centers.shape) / np.sqrt(dimensions))
wrong = random.random(samples) < 0.004
labels = np.where(wrong, random.integers(identities, size=samples), labels)
if len(sys.argv) > 5:
    np.savez(sys.argv[5], features=features.astype(np.float16), labels=labels.astype(np.uint16),
             weights=weights.astype(np.float16))
else:
    np.save("features.npy", features.astype(np.float32))
    np.save("labels.npy", labels)
