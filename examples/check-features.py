"""Holds the numbers of `lossviz plot --json` against scikit-learn's on the same files.

usage: check-features.py features.npy labels.npy numbers.json
       (numbers.json: lossviz plot features.npy --labels labels.npy --json > numbers.json)

Needs numpy and scikit-learn. Up to 5 million pairs everything is redone in double precision and
must agree to 1e-9 (angles in degrees); above, area, equal error rate and true accept rates must
agree to 1e-6.
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
first, second = np.triu_indices(len(units), 1)
same = labels[first] == labels[second]
cosines = np.concatenate(
    [units[row] @ units[row + 1:].T for row in range(len(units))])

false_accept, true_accept, _ = roc_curve(same, cosines, drop_intermediate=False)
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
tolerances = dict.fromkeys(found, 1e-9 if exact else 1e-6)

if exact:
    angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    for name, chosen in [("positive", same), ("negative", ~same)]:
        found[f"{name} count"] = np.sum(chosen)
        found[f"{name} mean"] = angles[chosen].mean()
        found[f"{name} sd"] = angles[chosen].std()
    shares = [
        np.histogram(angles[chosen], bins=180, range=(0, 180))[0] / np.sum(chosen)
        for chosen in (same, ~same)]
    found["overlap"] = np.minimum(*shares).sum()

    # Ten folds by the row of the first sample; both kinds count alike.
    fold = first % 10
    scores, thresholds = [], []
    for held in range(10):
        def balanced(chosen):
            order = np.argsort(-cosines[chosen], kind="stable")
            kinds = same[chosen][order]
            return (-np.sort(-cosines[chosen]), np.cumsum(kinds) / max(1, kinds.sum()),
                    np.cumsum(~kinds) / max(1, (~kinds).sum()))
        values, right, wrong = balanced(fold != held)
        quality = np.round((right + 1 - wrong) / 2, 13)
        best = np.argmax(quality)
        end = best
        while end + 1 < len(quality) and quality[end + 1] == quality[best]:
            end += 1
        lower = values[end + 1] if end + 1 < len(values) else -1
        threshold = (values[best] + lower) / 2
        taken = cosines >= threshold
        own = fold == held
        scores.append(
            (np.mean(taken[own & same]) + 1 - np.mean(taken[own & ~same])) / 2)
        thresholds.append(np.degrees(np.arccos(threshold)))
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
    tolerances = dict.fromkeys(found, 1e-9)


def told(name):
    words = name.split()
    if name in ("Intra", "Inter"):
        return metrics["table3"][name]
    value = pairs
    for word in words:
        value = value[word]
    return value


worst = 0
for name, value in found.items():
    difference = abs(told(name) - value)
    worst = max(worst, difference / tolerances[name])
    print(f"{name:18} {told(name):.12g}  {value:.12g}  {difference:.1e}"
          + ("" if difference <= tolerances[name] else "  DIFFERS"))
sys.exit(1 if worst > 1 else 0)
