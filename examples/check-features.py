"""Holds the numbers of `lossviz plot --json` against scikit-learn's on the same files.

usage: check-features.py features.npy labels.npy numbers.json [pairs.txt]
       (numbers.json: lossviz plot features.npy --labels labels.npy --json > numbers.json;
       with pairs.txt: the same with --pairs pairs.txt)

Needs numpy and scikit-learn. Up to 5 million pairs everything is redone in double precision and
must agree to 1e-9 (angles in degrees); above, area, equal error rate and true accept rates must
agree to 1e-6. Cosines nearer to one another than 2^-44 count as equal: of vectors at the same
angle, rounding alone makes cosines that differ in their last digits.
"""
import json
import sys

import numpy as np
from sklearn.metrics import auc, roc_curve

features = np.load(sys.argv[1]).astype(np.float64)
labels = np.load(sys.argv[2])
metrics = json.load(open(sys.argv[3]))["metrics"]
pairs = metrics["pairs"]
exact = pairs["exact"]
units = features / np.linalg.norm(features, axis=1, keepdims=True)


def listed(path):
    """The rows of the pairs of a list as LFW has it, and the fold of each."""
    lines = [line.split("\t") for line in open(path).read().splitlines() if line]
    size = None
    if len(lines[0]) <= 2:
        size = 2 * int(lines.pop(0)[-1])
    names = labels.astype(str)
    rows = {name: np.flatnonzero(names == name) for name in np.unique(names)}
    first = [rows[line[0]][int(line[1]) - 1] for line in lines]
    second = [rows[line[-2] if len(line) == 4 else line[0]][int(line[-1]) - 1] for line in lines]
    size = size or (len(lines) + 9) // 10
    return np.array(first), np.array(second), np.arange(len(lines)) // size % 10


if len(sys.argv) > 4:
    first, second, fold = listed(sys.argv[4])
    cosines = np.sum(units[first] * units[second], axis=1)
else:
    first, second = np.triu_indices(len(units), 1)
    # Ten folds by the row of the first sample.
    fold = first % 10
    cosines = np.concatenate([units[row] @ units[row + 1:].T for row in range(len(units))])
same = labels[first] == labels[second]

# The most alike first, all of one tie with the cosine of its first.
order = np.argsort(-cosines)
cosines, same, fold = cosines[order], same[order], fold[order]
starts = np.flatnonzero(np.concatenate([[True], np.diff(cosines) < -(2.0 ** -44)]))
tied = np.repeat(cosines[starts], np.diff(np.append(starts, len(cosines))))

false_accept, true_accept, _ = roc_curve(same, tied, drop_intermediate=False)
area = auc(false_accept, true_accept)

# Where the curve meets the line from (0, 1) to (1, 0).
after = np.argmax(false_accept >= 1 - true_accept)
gap = (1 - true_accept - false_accept)[[after - 1, after]]
share = gap[0] / (gap[0] - gap[1]) if gap[0] > gap[1] else 1
eer = false_accept[after - 1] + share * (false_accept[after] - false_accept[after - 1])

found = {"auc": area, "eer": eer}
for exponent in range(1, 7):
    limit = 10.0 ** -exponent
    if np.sum(~same) * limit * (1 + 1e-12) >= 1:
        rate = true_accept[false_accept <= limit * (1 + 1e-12)].max()
        found[f"tarAtFar 1e-{exponent}"] = rate
    else:
        assert pairs["tarAtFar"][f"1e-{exponent}"] is None


def held_out_accuracy():
    """Ten folds: the threshold that is best on nine, and how it does on the tenth.

    Of all pairs nearly all are of two classes, so both kinds count alike; of a list every pair.
    """
    def score(right, wrong, kinds):
        positive, negative = kinds.sum(), (~kinds).sum()
        if len(sys.argv) > 4:
            return (right + negative - wrong) / len(kinds)
        return (right / positive + 1 - wrong / negative) / 2

    scores, thresholds = [], []
    for held in range(10):
        other, own = fold != held, fold == held
        if not own.any():
            continue
        values, kinds = tied[other], same[other]
        ends = np.flatnonzero(np.append(np.diff(values) < 0, True))
        quality = score(np.cumsum(kinds)[ends], np.cumsum(~kinds)[ends], kinds)
        quality, values = np.round(quality, 13), values[ends]
        best = np.argmax(quality)
        end = best
        while end + 1 < len(quality) and quality[end + 1] == quality[best]:
            end += 1
        lower = values[end + 1] if end + 1 < len(values) else -1
        threshold = (values[best] + lower) / 2
        taken = tied[own] >= threshold
        scores.append(score((taken & same[own]).sum(), (taken & ~same[own]).sum(), same[own]))
        thresholds.append(np.degrees(np.arccos(threshold)))
    return scores, thresholds


if exact:
    angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    for name, chosen in [("positive", same), ("negative", ~same)]:
        found[f"{name} count"] = np.sum(chosen)
        found[f"{name} mean"] = angles[chosen].mean()
        found[f"{name} sd"] = angles[chosen].std()
    # A hair below, or 60 degrees fall into the bin that their rounding says.
    edges = np.arange(181) - 1e-9
    shares = [np.histogram(angles[chosen], bins=edges)[0] / np.sum(chosen)
              for chosen in (same, ~same)]
    found["overlap"] = np.minimum(*shares).sum()
    scores, thresholds = held_out_accuracy()
    found["accuracy mean"] = np.mean(scores)
    found["accuracy sd"] = np.std(scores)
    found["accuracy threshold"] = np.mean(thresholds)

    centers = np.stack([units[labels == name].sum(0) for name in np.unique(labels)])
    centers /= np.linalg.norm(centers, axis=1, keepdims=True)
    place = np.searchsorted(np.unique(labels), labels)
    own = np.degrees(np.arccos(np.clip(np.sum(units * centers[place], axis=1), -1, 1)))
    between = centers @ centers.T
    np.fill_diagonal(between, -2)
    found["Intra"] = own.mean()
    found["Inter"] = np.degrees(np.arccos(between.max(1))).mean()


def told(name):
    if name in ("Intra", "Inter"):
        return metrics["table3"][name]
    value = pairs
    for word in name.split():
        value = value[word]
    return value


tolerance = 1e-9 if exact else 1e-6
worst = 0
for name, value in found.items():
    difference = abs(told(name) - value)
    worst = max(worst, difference)
    print(f"{name:18} {told(name):.12g}  {value:.12g}  {difference:.1e}"
          + ("" if difference <= tolerance else "  DIFFERS"))
sys.exit(1 if worst > tolerance else 0)
