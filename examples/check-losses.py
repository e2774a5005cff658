"""Holds every loss of `lossviz evaluate` against PyTorch: value and gradients of one random batch.

usage: check-losses.py [lossviz]      (the program, if it is not in PATH)

Needs numpy and torch. The losses are written here as their papers have them, and PyTorch derives
the gradients; values and gradients must agree to 1e-9 of the largest. Where pytorch-metric-learning
is installed, those of its losses that are defined alike are compared, too, and for the others the
last column says what differs.
"""
import json
import math
import subprocess
import sys
import tempfile

import numpy as np
import torch
from torch.nn.functional import cross_entropy, normalize

program = sys.argv[1] if len(sys.argv) > 1 else "lossviz"
random = np.random.default_rng(7)
batch, classes, dimensions = 24, 6, 8
x, W, c = (torch.tensor(random.normal(size=(rows, dimensions)) * scale, requires_grad=True)
           for rows, scale in ((batch, 2), (classes, 1), (classes, 1)))
y = torch.tensor(np.arange(batch) % classes)
# With two rows of W a class there are half as many.
half = y % (classes // 2)
# What ring loss, SphereFace2 and UniFace learn beside the weights.
radius, b = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (1.0, -2.5))


def angles():
    return normalize(x) @ normalize(W).T


def own(logits, target):
    """The logits with that of the own class replaced."""
    return torch.where(torch.nn.functional.one_hot(y, classes).bool(), target, logits)


def psi(cosine, m):
    """(-1)^k cos(m theta) - 2k on the k-th of m equal parts of [0, pi]."""
    theta = torch.acos(cosine)
    k = torch.clamp(torch.floor(theta * m / math.pi), max=m - 1).detach()
    return (1 - 2 * (k % 2)) * torch.cos(m * theta) - 2 * k


def arcface(m, s, variant="monotone"):
    """Past pi - m as InsightFace has it, cos theta - m sin m, or as speaker recognition has it."""
    cosine = angles()
    theta = torch.acos(cosine)
    beyond = {"monotone": cosine - m * math.sin(m), "continuous": cosine - (1 - math.cos(m))}[variant]
    target = torch.where(theta > math.pi - m, beyond, torch.cos(theta + m))
    return cross_entropy(s * own(cosine, target), y)


def lsoftmax(m, lengths):
    cosine = angles()
    lengths = lengths * x.norm(dim=1, keepdim=True)
    return cross_entropy(lengths * own(cosine, psi(cosine, m)), y)


def focal(gamma):
    p = torch.softmax(x @ W.T, 1)[torch.arange(batch), y]
    return ((1 - p) ** gamma * -torch.log(p)).mean()


def ohem(keep):
    losses = cross_entropy(x @ W.T, y, reduction="none")
    return losses.topk(round(keep * batch)).values.mean()


def center(weight):
    spread = ((x - c[y]) ** 2).sum(1).mean() / 2
    return cross_entropy(x @ W.T, y) + weight * spread


def distances(squared):
    unit = normalize(x)
    square = ((unit[:, None] - unit[None]) ** 2).sum(2)
    return square if squared else torch.sqrt(square + torch.eye(batch))


def triplet(mining, m, squared=True):
    """Of each anchor: all; or the hardest; or for each positive the nearest negative beyond it."""
    d, same = distances(squared), y[:, None] == y[None]
    hinges = []
    for a in range(batch):
        positives = [p for p in range(batch) if same[a, p] and p != a]
        negatives = [n for n in range(batch) if not same[a, n]]
        if mining == "batch-hard":
            hinges.append(d[a, positives].max() - d[a, negatives].min() + m)
            continue
        for p in positives:
            if mining == "batch-all":
                hinges += [d[a, p] - d[a, n] + m for n in negatives]
                continue
            beyond = [n for n in negatives if d[a, n] > d[a, p]]
            n = min(beyond, key=lambda n: d[a, n]) if beyond else max(negatives, key=lambda n: d[a, n])
            hinges.append(d[a, p] - d[a, n] + m)
    hinges = torch.stack(hinges).clamp(min=0)
    # The mean of batch-all is over the triplets with a loss.
    return hinges[hinges > 0].mean() if mining == "batch-all" else hinges.mean()


def contrastive(m):
    d = distances(False)
    first, second = torch.triu_indices(batch, batch, 1)
    same, d = y[first] == y[second], d[first, second]
    return (torch.where(same, d, (m - d).clamp(min=0)) ** 2 / 2).mean()


def others(cosine):
    """Ones for the classes of which a sample is not."""
    return 1 - torch.nn.functional.one_hot(y, classes)


def softplus(z):
    """PyTorch's own is a straight line from 20."""
    return torch.logaddexp(z, torch.zeros_like(z))


def pick(values):
    return values.gather(1, y[:, None])


def li_arcface(m, s):
    theta = torch.acos(angles())
    return cross_entropy(s * (math.pi - 2 * own(theta, theta + m)) / math.pi, y)


def sphereface_r(m, s):
    cosine = angles()
    return cross_entropy(s * own(torch.cos(torch.acos(cosine) / m), cosine), y)


def adacos(last):
    """The scale is a constant."""
    cosine = angles()
    with torch.no_grad():
        total = (others(cosine) * torch.exp(last * cosine)).sum(1).mean()
        median = torch.acos(pick(cosine)).flatten().median()
        scale = torch.log(total) / torch.cos(median.clamp(max=math.pi / 4))
    return cross_entropy(scale * cosine, y)


def ring(weight):
    return cross_entropy(x @ W.T, y) + weight / 2 * ((x.norm(dim=1) - radius) ** 2).mean()


def supcon(temperature):
    unit = normalize(x)
    logits = unit @ unit.T / temperature - torch.diag(torch.full((batch,), torch.inf))
    logs = logits - logits.logsumexp(1, keepdim=True)
    positive = (y[:, None] == y[None]) & ~torch.eye(batch, dtype=torch.bool)
    return -(torch.where(positive, logs, 0.0).sum(1) / positive.sum(1)).mean()


def mv_softmax(m, s, t):
    cosine = angles()
    hard = cosine > pick(cosine) - m
    return cross_entropy(
        s * own(torch.where(hard, (t + 1) * cosine + t, cosine), cosine - m), y)


def curricularface(m, s, t):
    cosine = angles()
    theta = torch.acos(cosine)
    hard = cosine > pick(torch.cos(theta + m))
    target = torch.where(theta > math.pi - m, cosine - m * math.sin(m), torch.cos(theta + m))
    return cross_entropy(s * own(torch.where(hard, cosine * (t + cosine), cosine), target), y)


def magface(s, la, ua, lm, um, weight):
    cosine = angles()
    theta = torch.acos(cosine)
    a = x.norm(dim=1, keepdim=True).clamp(la, ua)
    m = lm + (um - lm) * (a - la) / (ua - la)
    target = torch.where(theta > math.pi - m, cosine - m * torch.sin(m), torch.cos(theta + m))
    return cross_entropy(s * own(cosine, target), y) + weight * (1 / a + a / ua ** 2).mean()


def adaface(m, s, h):
    """Against the lengths of this batch alone."""
    norms = x.norm(dim=1, keepdim=True).detach().clamp(0.001, 100)
    z = ((norms - norms.mean()) / (norms.std() + 1e-3) * h).clamp(-1, 1)
    theta = (torch.acos(angles()) - m * z).clamp(1e-3, math.pi - 1e-3)
    return cross_entropy(s * own(angles(), torch.cos(theta) - m * (1 + z)), y)


def subcenters(m, s, k):
    cosine = angles().reshape(batch, -1, k).max(2).values
    theta = torch.acos(cosine)
    target = torch.where(theta > math.pi - m, cosine - m * math.sin(m), torch.cos(theta + m))
    is_own = torch.nn.functional.one_hot(half, cosine.shape[1]).bool()
    return cross_entropy(s * torch.where(is_own, target, cosine), half)


def circle(m, s):
    cosine = angles()
    near = (1 + m - pick(cosine)).clamp(min=0).detach()
    far = (cosine + m).clamp(min=0).detach()
    return cross_entropy(s * own(far * (cosine - m), near * (cosine - 1 + m)), y)


def sphereface2(m, s, t, weight):
    g = 2 * ((angles() + 1) / 2) ** t - 1
    yes = softplus(-(s * (pick(g) - m) + b)).flatten()
    no = (others(g) * softplus(s * (g + m) + b)).sum(1)
    return (weight / s * yes + (1 - weight) / s * no).mean()


def uniface(m, s, weight):
    cosine = angles()
    yes = softplus(-(s * (pick(cosine) - m) - b)).flatten()
    return (yes + weight * (others(cosine) * softplus(s * cosine - b)).sum(1)).mean()


def margin_free(logits):
    return lambda: cross_entropy(logits(), y)


checks = [
    ("softmax", {}, margin_free(lambda: x @ W.T)),
    ("modified-softmax", {}, margin_free(lambda: x @ normalize(W).T)),
    ("normface", {"s": 20}, margin_free(lambda: 20 * angles())),
    ("l2-softmax", {"s": 16}, margin_free(lambda: 16 * normalize(x) @ W.T)),
    ("lsoftmax", {"m": 2}, lambda: lsoftmax(2, W.norm(dim=1))),
    ("lsoftmax", {"m": 4}, lambda: lsoftmax(4, W.norm(dim=1))),
    ("sphereface", {"m": 4}, lambda: lsoftmax(4, 1)),
    ("cosface", {"m": 0.35, "s": 64},
     margin_free(lambda: 64 * own(angles(), angles() - 0.35))),
    ("arcface", {"m": 0.5, "s": 64}, lambda: arcface(0.5, 64)),
    ("arcface", {"m": 1.2, "s": 32, "variant": "continuous"}, lambda: arcface(1.2, 32, "continuous")),
    ("combined", {"m1": 0.9, "m2": 0.4, "m3": 0.15, "s": 30},
     margin_free(lambda: 30 * own(angles(), torch.cos(0.9 * torch.acos(angles()) + 0.4) - 0.15))),
    ("center", {"lambda": 0.1}, lambda: center(0.1)),
    ("triplet", {"mining": "semi-hard", "m": 0.2}, lambda: triplet("semi-hard", 0.2)),
    ("triplet", {"mining": "batch-all", "m": 0.2}, lambda: triplet("batch-all", 0.2)),
    ("triplet", {"mining": "batch-hard", "m": 0.2, "metric": "euclidean"},
     lambda: triplet("batch-hard", 0.2, squared=False)),
    ("contrastive", {"m": 1}, lambda: contrastive(1)),
    ("focal", {"gamma": 2}, lambda: focal(2)),
    ("ohem", {"keep": 0.7}, lambda: ohem(0.7)),
    ("li-arcface", {"m": 0.45, "s": 32}, lambda: li_arcface(0.45, 32)),
    ("sphereface-r", {"m": 1.4, "s": 30}, lambda: sphereface_r(1.4, 30)),
    ("adacos", {"s": 4}, lambda: adacos(4)),
    ("ring", {"lambda": 0.01}, lambda: ring(0.01)),
    ("supcon", {"temperature": 0.1}, lambda: supcon(0.1)),
    ("mv-softmax", {"m": 0.35, "s": 32, "t": 0.2}, lambda: mv_softmax(0.35, 32, 0.2)),
    ("curricularface", {"m": 0.5, "s": 32, "t": 0.3}, lambda: curricularface(0.5, 32, 0.3)),
    ("magface", {"s": 32, "norms": "3,8", "margins": "0.2,0.6", "lambda": 2},
     lambda: magface(32, 3, 8, 0.2, 0.6, 2)),
    ("adaface", {"m": 0.4, "s": 32, "h": 0.333}, lambda: adaface(0.4, 32, 0.333)),
    ("elasticface", {"m": 0.5, "s": 32, "sigma": 0}, lambda: arcface(0.5, 32)),
    ("subcenter-arcface", {"m": 0.3, "s": 32, "k": 2}, lambda: subcenters(0.3, 32, 2)),
    ("circle", {"m": 0.25, "s": 64}, lambda: circle(0.25, 64)),
    ("sphereface2", {"m": 0.4, "s": 30, "t": 3, "lambda": 0.7, "b": -2.5},
     lambda: sphereface2(0.4, 30, 3, 0.7)),
    ("uniface", {"m": 0.4, "s": 32, "lambda": 1, "b": -2.5}, lambda: uniface(0.4, 32, 1)),
]


def library():
    """The same losses of pytorch-metric-learning; a text where it has another definition."""
    try:
        from pytorch_metric_learning import losses
    except ImportError:
        return {}

    def head(loss):
        """With W instead of its own weights: dimensions × classes, or classes × dimensions."""
        parameter = W.T if loss.W.shape[0] == dimensions else W
        del loss.W
        loss.W = parameter
        return lambda: loss(x, y)

    common = {"num_classes": classes, "embedding_size": dimensions}
    triplets = losses.TripletMarginLoss(margin=0.2)
    triplets.distance.power = 2
    supervised = losses.SupConLoss(temperature=0.1)
    return {
        "normface": head(losses.NormalizedSoftmaxLoss(temperature=1 / 20, **common)),
        "cosface": head(losses.CosFaceLoss(margin=0.35, scale=64, **common)),
        "arcface": head(losses.ArcFaceLoss(margin=math.degrees(0.5), scale=64, **common)),
        "lsoftmax": head(losses.LargeMarginSoftmaxLoss(margin=4, scale=1, **common)),
        "sphereface": head(losses.SphereFaceLoss(margin=4, scale=1, **common)),
        "triplet": lambda: triplets(x, y),
        "supcon": lambda: supervised(x, y),
        "contrastive": "no ½; means over pairs with a loss, each kind for itself",
    }


def gradients(value):
    found = torch.autograd.grad(value, (x, W, c, radius, b), allow_unused=True)
    return [value.detach()] + [g for g in found if g is not None]


def difference(ours, theirs):
    """The largest, relative to the largest number."""
    return max(float((a - b).abs().max() / b.abs().max().clamp(min=1e-300))
               for a, b in zip(ours, theirs))


def evaluate(name, options, folder):
    words = [word for option, value in options.items() for word in ("--" + option, str(value))]
    if name not in ("triplet", "contrastive", "supcon"):
        words += ["--weights", folder + "/W.npy"]
    if name == "center":
        words += ["--centers", folder + "/c.npy"]
    labels = folder + ("/half.npy" if "k" in options else "/y.npy")
    answer = subprocess.run(
        [program, "evaluate", folder + "/x.npy", "--labels", labels, "--loss", name]
        + words, check=True, capture_output=True).stdout
    case = json.loads(answer)["cases"][0]
    return [torch.tensor(case[key], dtype=torch.float64)
            for key in ("value", "grad_x", "grad_W", "grad_centers", "grad_R", "grad_b")
            if key in case]


failed = False
libraries = library()
with tempfile.TemporaryDirectory() as folder:
    for name, array in (("x", x), ("W", W), ("c", c), ("y", y),
                        ("half", half)):
        np.save(f"{folder}/{name}.npy", array.detach().numpy())
    print(f"{'loss':50} {'value':>12} {'PyTorch':>9}  pytorch-metric-learning")
    for name, options, loss in checks:
        ours = evaluate(name, options, folder)
        by_hand = difference(ours, gradients(loss()))
        failed = failed or by_hand > 1e-9
        other = libraries.get(name, "")
        if (name == "triplet" and options["mining"] != "batch-all" or options.get("m") == 2
                or "variant" in options):
            other = ""
        if callable(other):
            other = f"{difference(ours, gradients(other())):.1e}"
        title = " ".join([name] + [f"{key}={value}" for key, value in options.items()])
        print(f"{title:50} {float(ours[0]):12.6g} {by_hand:9.1e}  {other}")
listed = subprocess.run([program, "list", "losses"], check=True, capture_output=True, text=True).stdout
missing = {line.split()[0] for line in listed.splitlines() if line} - {name for name, *_ in checks}
if missing:
    print("not checked: " + ", ".join(sorted(missing)))
sys.exit(1 if failed or missing else 0)
