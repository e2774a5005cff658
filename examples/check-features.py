"""Holds the numbers of `lossviz plot --json` against scikit-learn's on the same files.

usage: check-features.py features.npy labels.npy numbers.json [pairs.txt]
       (numbers.json: lossviz plot features.npy --labels labels.npy --json > numbers.json;
       with pairs.txt: the same with --pairs pairs.txt)

Needs numpy and scikit-learn. Up to 5 million pairs everything is redone in double precision and
must agree to 1e-9 (angles in degrees); above, area, equal error rate and true accept rates must
agree to 1e-6. Cosines nearer to one another than 2^-44 count as equal: of vectors at the same
angle, rounding alone makes cosines that differ in their last digits. What cannot be measured, such
as rates without a pair of one class, must be null there.
"""
import json
import sys

import numpy as np
from sklearn.metrics import auc, roc_curve

features = np.load(sys.argv[1]).astype(np.float64)
labels = np.load(sys.argv[2]).reshape(-1)
metrics = json.load(open(sys.argv[3]))["metrics"]
pairs = metrics["pairs"]
exact = pairs["exact"]
# What has no direction is left out; of the others no square is too large or too small a number.
with np.errstate(invalid="ignore"):
    largest = np.abs(features).max(axis=1)
used = np.isfinite(largest) & (largest > 0)
numbers = np.cumsum(used) - 1
all_labels, labels = labels, labels[used]
units = features[used] / largest[used, None]
units /= np.linalg.norm(units, axis=1, keepdims=True)


def listed(path):
    """The rows of the pairs of a list as LFW has it, and the fold of each."""
    lines = [line.split("\t") for line in open(path).read().splitlines() if line]
    size = None
    if len(lines[0]) <= 2:
        size = 2 * int(lines.pop(0)[-1])
    names = all_labels.astype(str)
    rows = {name: np.flatnonzero(names == name) for name in np.unique(names)}
    first = [rows[line[0]][int(line[1]) - 1] for line in lines]
    second = [rows[line[-2] if len(line) == 4 else line[0]][int(line[-1]) - 1] for line in lines]
    size = size or (len(lines) + 9) // 10
    first, second, fold = np.array(first), np.array(second), np.arange(len(lines)) // size % 10
    both = used[first] & used[second]
    return numbers[first[both]], numbers[second[both]], fold[both]


def angles_between(a, b):
    """Angles of rows of length 1, in degrees: chords keep the digits of small and large ones."""
    near, far = np.linalg.norm(a - b, axis=1), np.linalg.norm(a + b, axis=1)
    return np.degrees(2 * np.arctan2(near, far))


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
first, second = first[order], second[order]
starts = np.flatnonzero(np.concatenate([[True], np.diff(cosines) < -(2.0 ** -44)]))
tied = np.repeat(cosines[starts], np.diff(np.append(starts, len(cosines))))

has_both = same.any() and not same.all()
found = {}


def rates():
    """Area, equal error rate and true accept rates of pairs of both kinds."""
    false_accept, true_accept, _ = roc_curve(same, tied, drop_intermediate=False)
    found["auc"] = auc(false_accept, true_accept)
    # Where the curve meets the line from (0, 1) to (1, 0).
    after = np.argmax(false_accept >= 1 - true_accept)
    gap = (1 - true_accept - false_accept)[[after - 1, after]]
    share = gap[0] / (gap[0] - gap[1]) if gap[0] > gap[1] else 1
    found["eer"] = false_accept[after - 1] + share * (false_accept[after] - false_accept[after - 1])
    for exponent in range(1, 7):
        limit = 10.0 ** -exponent
        enough = np.sum(~same) * limit * (1 + 1e-12) >= 1
        found[f"tarAtFar 1e-{exponent}"] = (
            true_accept[false_accept <= limit * (1 + 1e-12)].max() if enough else None)


if has_both:
    rates()
else:
    found |= {name: None for name in ["auc", "eer"] + [f"tarAtFar 1e-{k}" for k in range(1, 7)]}


def held_out_accuracy():
    """Ten folds: the threshold that is best on nine, and how it does on the tenth.

    Of all pairs nearly all are of two classes, so both kinds count alike; of a list every pair.
    """
    def score(right, wrong, kinds):
        positive, negative = kinds.sum(), (~kinds).sum()
        if len(sys.argv) > 4 or positive == 0 or negative == 0:
            return (right + negative - wrong) / len(kinds)
        return (right / positive + 1 - wrong / negative) / 2

    scores, thresholds = [], []
    for held in range(10):
        other, own = fold != held, fold == held
        if not own.any():
            continue
        # The thresholds of all pairs; the first lets none of them pass.
        ends = np.flatnonzero(np.append(np.diff(tied) < 0, True))
        values, kinds = np.append(1.0, tied[ends]), same[other]
        right = np.append(0, np.cumsum(same & other)[ends])
        wrong = np.append(0, np.cumsum(~same & other)[ends])
        quality = np.round(score(right, wrong, kinds), 13)
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
    # The cosine of a small or large angle has lost half of its digits.
    lost = np.abs(cosines) > 0.999
    angles[lost] = angles_between(units[first[lost]], units[second[lost]])
    for name, chosen in [("positive", same), ("negative", ~same)]:
        found[f"{name} count"] = np.sum(chosen)
        found[f"{name} mean"] = angles[chosen].mean() if chosen.any() else None
        found[f"{name} sd"] = angles[chosen].std() if chosen.any() else None
    # A hair below, or 60 degrees fall into the bin that their rounding says.
    edges = np.arange(181) - 1e-9
    edges[-1] = 181
    if has_both:
        shares = [np.histogram(angles[chosen], bins=edges)[0] / np.sum(chosen)
                  for chosen in (same, ~same)]
        found["overlap"] = np.minimum(*shares).sum()
        scores, thresholds = held_out_accuracy()
        if len(scores) > 1:
            found["accuracy mean"] = np.mean(scores)
            found["accuracy sd"] = np.std(scores)
            found["accuracy threshold"] = np.mean(thresholds)
    else:
        found["overlap"] = None

    # A class whose features cancel has no direction: no angle is counted to it.
    names, place, counts = np.unique(labels, return_inverse=True, return_counts=True)
    place = place.reshape(-1)
    sums = np.zeros((len(names), units.shape[1]))
    np.add.at(sums, place, units)
    lengths = np.linalg.norm(sums, axis=1)
    has_direction = lengths > 1e-6 * counts
    directions = sums[has_direction] / lengths[has_direction, None]
    rows = has_direction[place]
    found["Intra"] = found["Inter"] = None
    if rows.any():
        index = np.cumsum(has_direction) - 1
        found["Intra"] = np.mean(angles_between(units[rows], directions[index[place[rows]]]))
    # With a list among many samples nothing is compared with everything.
    lists_only = len(sys.argv) > 4 and len(labels) * max(len(labels), len(names)) > 10_000_000
    if len(directions) > 1 and not lists_only:
        cosines_between = directions @ directions.T
        np.fill_diagonal(cosines_between, -2)
        nearest = cosines_between.argmax(1)
        found["Inter"] = np.mean(angles_between(directions, directions[nearest]))


def told(name):
    if name in ("Intra", "Inter"):
        return metrics["table3"][name]
    value = pairs
    for word in name.split():
        value = value[word] if value is not None else None
    return value


tolerance = 1e-9 if exact else 1e-6
differs = False
for name, value in found.items():
    own = told(name)
    if own is None or value is None:
        agrees, text = own is None and value is None, ""
    else:
        agrees, text = abs(own - value) <= tolerance, f"{abs(own - value):.1e}"
    differs = differs or not agrees
    shown = ["null" if number is None else f"{number:.12g}" for number in (own, value)]
    print(f"{name:18} {shown[0]}  {shown[1]}  {text}" + ("" if agrees else "  DIFFERS"))
sys.exit(1 if differs else 0)
