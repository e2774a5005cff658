"""Asks `lossviz identify` what the losses of pytorch-metric-learning compute.

usage: check-metric-learning.py [lossviz]      (the program, if it is not in PATH)

Needs numpy, torch and pytorch-metric-learning. Each loss gets one random batch; its value and the
gradients that PyTorch derives go to `identify` as a .npz, and the answer must be the one listed
here. Where a class computes what no loss of lossviz is, the answer must be none.
"""
import json
import subprocess
import sys
import tempfile

import numpy as np
import torch
from pytorch_metric_learning import distances, losses, reducers

program = sys.argv[1] if len(sys.argv) > 1 else "lossviz"
batch, classes, dimensions = 24, 6, 8
random = np.random.default_rng(11)
y = torch.tensor(np.arange(batch) % classes)


def identify(module, rows=1):
    """The answer for one batch; rows: of its weights a class."""
    module = module.double()
    x = torch.tensor(random.normal(size=(batch, dimensions)), requires_grad=True)
    arrays = {"y": y.numpy()}
    weights = getattr(module, "W", None)
    if weights is not None:
        # One column a class there.
        weights.data = torch.tensor(random.normal(size=tuple(weights.shape)))
    value = module(x, y)
    value.backward()
    arrays |= {"x": x.detach().numpy(), "value": value.item(), "grad_x": x.grad.numpy()}
    if weights is not None:
        arrays |= {"W": weights.detach().numpy().T, "grad_w": weights.grad.numpy().T}
    with tempfile.NamedTemporaryFile(suffix=".npz") as file:
        np.savez(file, **arrays)
        file.flush()
        answer = subprocess.run([program, "identify", file.name, "--json"],
                                check=True, capture_output=True, text=True).stdout
    return json.loads(answer)


sizes = dict(num_classes=classes, embedding_size=dimensions)
squared = distances.LpDistance(normalize_embeddings=True, power=2)
mean = reducers.MeanReducer()
checks = [
    ("ArcFaceLoss", losses.ArcFaceLoss(margin=28.6, scale=64, **sizes), "arcface"),
    ("ArcFaceLoss, m = 45°", losses.ArcFaceLoss(margin=45, scale=30, **sizes), "arcface"),
    ("CosFaceLoss", losses.CosFaceLoss(margin=0.35, scale=64, **sizes), "cosface"),
    ("SphereFaceLoss", losses.SphereFaceLoss(margin=4, scale=1, **sizes), "sphereface"),
    ("LargeMarginSoftmaxLoss", losses.LargeMarginSoftmaxLoss(margin=4, scale=1, **sizes), "lsoftmax"),
    ("NormalizedSoftmaxLoss", losses.NormalizedSoftmaxLoss(temperature=0.05, **sizes), "normface"),
    ("SubCenterArcFaceLoss", losses.SubCenterArcFaceLoss(margin=28.6, scale=64, sub_centers=3, **sizes),
     "subcenter-arcface"),
    ("CircleLoss", losses.CircleLoss(m=0.4, gamma=80), "none"),
    ("SupConLoss", losses.SupConLoss(temperature=0.1), "supcon"),
    ("TripletMarginLoss", losses.TripletMarginLoss(margin=0.05), "triplet"),
    ("TripletMarginLoss, mean", losses.TripletMarginLoss(margin=0.2, reducer=mean), "triplet"),
    ("TripletMarginLoss, squared", losses.TripletMarginLoss(margin=0.2, distance=squared), "triplet"),
    ("ContrastiveLoss", losses.ContrastiveLoss(), "none"),
    ("SoftTripleLoss", losses.SoftTripleLoss(**sizes), "none"),
    ("ProxyAnchorLoss", losses.ProxyAnchorLoss(**sizes), "none"),
    ("NTXentLoss", losses.NTXentLoss(temperature=0.07), "none"),
    ("MultiSimilarityLoss", losses.MultiSimilarityLoss(), "none"),
]
failed = []
for name, module, expected in checks:
    answer = identify(module)
    found = answer["loss"]
    if found != expected:
        failed.append(name)
    given = ", ".join(f"{key} {round(value, 6) if isinstance(value, float) else value}"
                      for key, value in answer["cases"][0].get("parameters", {}).items())
    said = "; ".join(answer["cases"][0].get("explanations", []))
    nearest = answer["cases"][0].get("nearest")
    print(f"{name:28} {found:18} {given or '-' if nearest is None else 'nearest: ' + nearest['loss']}"
          + (f" ({said})" if said else ""))
print(f"{len(checks) - len(failed)} of {len(checks)} as expected" + "".join(f"\n  {name}" for name in failed))
sys.exit(bool(failed))
