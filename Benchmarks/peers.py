"""The work of Benchmarks/run in NumPy, JAX, PyTorch and matplotlib, each as fast as we know how.

    peers.py step  jax|torch|numpy  toy|mnist|lenet  [--threads N]
    peers.py job   jax|torch|numpy  --plot FILE [--usual]
    peers.py sweep jax|torch        --plot FOLDER
    peers.py picture | peers.py million pixel|datashader

The toy is lossviz's own (`toyWorkload` of LossLab), to the bit: data, initial weights, batches. The
other two are timed on random bytes. Each call prints one line of JSON. PyTorch is written as its
users write it (modules, optim.SGD), with its fused optimizer and, for images, its faster layout.
`--usual`, and PyTorch's sweep, draw as most would, by pyplot's scatter and contour; otherwise
matplotlib's quicker calls are used. One thread means one core for JAX, which has no switch for it.
"""
import argparse, json, os, sys, time

STEPS = dict(toy=2000, mnist=234, lenet=8)
BATCH = dict(toy=256, mnist=256, lenet=128)
WIDTHS = dict(toy=(64, 128, 64, 2), mnist=(784, 256, 128, 2))
CLASSES = dict(toy=8, mnist=10, lenet=10)
RATE, MOMENTUM, DECAY, SCALE = 0.02, 0.9, 5e-4, 16.0


def rate(step, steps):
    value = RATE * min(1.0, (step + 1) / 100)
    return value * (0.1 if step >= 0.6 * steps else 1) * (0.1 if step >= 0.85 * steps else 1)


# ---- data ------------------------------------------------------------------------------------


def words(np, stream, count, seed=1):
    def mix(z):
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))

    with np.errstate(over="ignore"):
        key = mix(np.array([seed], np.uint64) + np.uint64(stream) * np.uint64(0xD1B54A32D192ED03))
        return mix(key + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))


def normals(np, stream, *shape):
    count = int(np.prod(shape))
    pairs = (words(np, stream, count + count % 2) >> np.uint64(11)).reshape(-1, 2)
    radius = np.sqrt(-2 * np.log((pairs[:, 0].astype(float) + 1) * 2.0**-53))
    turn = 2 * np.pi * pairs[:, 1].astype(float) * 2.0**-53
    both = np.stack([radius * np.cos(turn), radius * np.sin(turn)], 1)
    return both.reshape(-1)[:count].reshape(shape)


def workload(np, name):
    """Samples, labels, batches, parameters: weights as outputs × inputs, biases, slopes, head."""
    classes = CLASSES[name]
    if name == "toy":
        unit = [v / np.linalg.norm(v, axis=1, keepdims=True)
                for v in (normals(np, stream, 8, 64) for stream in (1, 2, 3))]
        labels = np.arange(4000, dtype=np.int32) % 8
        t = normals(np, 4, 4000)[:, None]
        u, v, w = (part[labels] for part in unit)
        samples = (4 * u + t * v + 0.6 * (t * t - 1) * w + normals(np, 5, 4000, 64)).astype("f4")
        orders = [np.argsort(words(np, 100 + e, 4000), kind="stable") for e in range(128)]
        batches = np.concatenate(orders).reshape(-1, 256).astype(np.int32)
    else:
        draw = np.random.default_rng(1)
        samples = draw.integers(0, 256, (60000, 784), dtype=np.uint8)
        labels = np.arange(60000, dtype=np.int32) % 10
        count = STEPS[name] * BATCH[name]
        batches = draw.permutation(60000)[:count].reshape(-1, BATCH[name]).astype(np.int32)
    layers = []
    if name != "lenet":
        widths = WIDTHS[name]
        for index, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
            gain = 1.0 if index == 2 else 2 / 1.0625
            weights = normals(np, 10 + index, outputs, inputs) * np.sqrt(gain / inputs)
            layers.append((weights.astype("f4"), np.zeros(outputs, "f4"), np.float32(0.25)))
    turn = 2 * np.pi * np.arange(classes) / classes
    head = np.stack([np.cos(turn), np.sin(turn)], 1).astype("f4")
    return samples, labels, batches, layers, head


# ---- NumPy: gradients by hand ----------------------------------------------------------------


def numpy_training(np, name, margin=0.5):
    samples, labels, batches, layers, head = workload(np, name)
    parts = [a for weights, bias, slope in layers for a in (weights, bias, np.array([slope]))]
    parts = parts[:-1] + [head]
    ends = np.cumsum([part.size for part in parts])

    def views(flat):
        return [flat[end - part.size:end].reshape(part.shape) for part, end in zip(parts, ends)]

    # All parameters in one vector: one update for all of them.
    flat = np.concatenate([part.ravel() for part in parts]).astype("f4")
    velocity, gradient, spare = np.zeros_like(flat), np.zeros_like(flat), np.empty_like(flat)
    w1, b1, a1, w2, b2, a2, w3, b3, head = views(flat)
    dw1, db1, da1, dw2, db2, da2, dw3, db3, dhead = views(gradient)
    steps, size = batches.shape
    rows = np.arange(size)
    cos_m, sin_m = np.float32(np.cos(margin)), np.float32(np.sin(margin))
    edge, drop = np.float32(-np.cos(margin)), np.float32(margin * np.sin(margin))
    scale, share, one = np.float32(SCALE), np.float32(SCALE / size), np.float32(1)
    z1, h1, dh1 = (np.empty((size, len(b1)), "f4") for _ in range(3))
    z2, h2, dh2 = (np.empty((size, len(b2)), "f4") for _ in range(3))
    low1, low2 = np.empty_like(z1), np.empty_like(z2)
    f, df = np.empty((size, 2), "f4"), np.empty((size, 2), "f4")

    def forward(x, w, b, a, z, low, h):
        np.matmul(x, w.T, out=z)
        z += b
        np.minimum(z, 0, out=low)
        # z + (a − 1) min(z, 0)
        np.multiply(low, a - one, out=h)
        h += z

    def backward(dh, z, low, a, da):
        da[0] = np.vdot(dh, low)
        np.less_equal(z, 0, out=low, casting="unsafe")
        low *= a - one
        low += one
        dh *= low

    start = time.perf_counter(), time.process_time()
    for step in range(steps):
        index = batches[step]
        x, y = samples[index], labels[index]
        if x.dtype == np.uint8:
            x = x * np.float32(1 / 255)
        forward(x, w1, b1, a1, z1, low1, h1)
        forward(h1, w2, b2, a2, z2, low2, h2)
        np.matmul(h2, w3.T, out=f)
        np.add(f, b3, out=f)
        inverse = one / np.sqrt(np.einsum("ij,ij->i", f, f))[:, None]
        inverse_w = one / np.sqrt(np.einsum("ij,ij->i", head, head))[:, None]
        unit, axes = f * inverse, head * inverse_w
        g = unit @ axes.T
        own = g[rows, y]
        slope = one
        if name == "toy":
            sine = np.sqrt(np.maximum(one - own * own, np.float32(1e-12)))
            inside = own > edge
            value = np.where(inside, own * cos_m - sine * sin_m, own - drop)
            slope = np.where(inside, cos_m + own * sin_m / sine, one)
        else:
            value = own - np.float32(0.35)
        g[rows, y] = value
        g *= scale
        g -= g.max(1, keepdims=True)
        np.exp(g, out=g)
        g /= g.sum(1, keepdims=True)
        g[rows, y] -= one
        g *= share
        g[rows, y] *= slope
        np.matmul(g, axes, out=df)
        df -= np.einsum("ij,ij->i", df, unit)[:, None] * unit
        df *= inverse
        da = g.T @ unit
        dhead[:] = (da - np.einsum("ij,ij->i", da, axes)[:, None] * axes) * inverse_w
        np.matmul(df.T, h2, out=dw3)
        df.sum(0, out=db3)
        np.matmul(df, w3, out=dh2)
        backward(dh2, z2, low2, a2, da2)
        np.matmul(dh2.T, h1, out=dw2)
        dh2.sum(0, out=db2)
        np.matmul(dh2, w2, out=dh1)
        backward(dh1, z1, low1, a1, da1)
        np.matmul(dh1.T, x, out=dw1)
        dh1.sum(0, out=db1)
        velocity *= np.float32(MOMENTUM)
        np.multiply(flat, np.float32(DECAY), out=spare)
        spare += gradient
        velocity += spare
        np.multiply(velocity, np.float32(rate(step, steps)), out=spare)
        flat -= spare
    took = time.perf_counter() - start[0], time.process_time() - start[1]

    def features(x):
        z = x @ w1.T + b1
        z = np.where(z > 0, z, a1 * z) @ w2.T + b2
        return np.where(z > 0, z, a2 * z) @ w3.T + b3

    result = (features(samples), labels, head) if name == "toy" else None
    return took, steps, result


# ---- JAX: the whole training is one compiled loop --------------------------------------------


def jax_training(np, name, margins=(0.5,), loss="arcface"):
    import jax, jax.numpy as jnp

    samples, labels, batches, layers, head = workload(np, name)
    steps, size = batches.shape
    rows = jnp.arange(size)

    def features(p, x):
        for index, (weights, bias, slope) in enumerate(p[0]):
            x = x @ weights.T + bias
            if index < 2:
                x = jnp.where(x > 0, x, slope * x)
        return x

    def value(p, x, y, m):
        f, w = features(p, x), p[1]
        f = f * jax.lax.rsqrt((f * f).sum(1, keepdims=True))
        w = w * jax.lax.rsqrt((w * w).sum(1, keepdims=True))
        cosine = f @ w.T
        own = cosine[rows, y]
        if loss == "arcface":
            sine = jnp.sqrt(jnp.maximum(1 - own * own, 1e-12))
            target = jnp.where(
                own > -jnp.cos(m), own * jnp.cos(m) - sine * jnp.sin(m), own - m * jnp.sin(m))
        else:
            target = own - m
        logits = SCALE * cosine.at[rows, y].set(target)
        return (jax.nn.logsumexp(logits, 1) - logits[rows, y]).mean()

    def train(p, x, y, order, rates, m):
        def step(carry, now):
            p, v = carry
            index, r = now
            batch = x[index].astype(jnp.float32)
            if x.dtype == jnp.uint8:
                batch = batch / 255
            g = jax.grad(value)(p, batch, y[index], m)
            v = jax.tree.map(lambda a, b, c: MOMENTUM * a + b + DECAY * c, v, g, p)
            return (jax.tree.map(lambda a, b: a - r * b, p, v), v), None

        zero = jax.tree.map(jnp.zeros_like, p)
        (p, _), _ = jax.lax.scan(step, (p, zero), (order, rates))
        return p

    parameters = ([tuple(map(jnp.asarray, layer)) for layer in layers], jnp.asarray(head))
    rates = jnp.asarray([rate(step, steps) for step in range(steps)], jnp.float32)
    data = [jnp.asarray(a) for a in (samples, labels, batches)]
    compiled = jax.jit(train).lower(parameters, *data, rates, jnp.float32(0)).compile()
    results, wall, work = [], 0, 0
    for m in margins:
        start = time.perf_counter(), time.process_time()
        p = jax.block_until_ready(compiled(parameters, *data, rates, jnp.float32(m)))
        wall += time.perf_counter() - start[0]
        work += time.process_time() - start[1]
        if name == "toy":
            results.append((np.asarray(features(p, data[0])), labels, np.asarray(p[1])))
    return (wall, work), steps * len(margins), results


# ---- PyTorch: modules ------------------------------------------------------------------------


def torch_training(np, name, threads, margin=None):
    """ArcFace 0.5 on the toy and CosFace 0.35 on images; CosFace everywhere with a margin given."""
    import torch
    from torch import nn
    import torch.nn.functional as F

    torch.set_num_threads(threads)
    samples, labels, batches, layers, head = workload(np, name)
    if name == "lenet":
        parts, inputs = [], 1
        for channels in (32, 64, 128):
            for _ in range(2):
                parts += [nn.Conv2d(inputs, channels, 5, padding=2), nn.PReLU()]
                inputs = channels
            parts.append(nn.MaxPool2d(2))
        net = nn.Sequential(*parts, nn.Flatten(), nn.Linear(1152, 2))
        net = net.to(memory_format=torch.channels_last)
    else:
        parts = []
        for index, (weights, bias, _) in enumerate(layers):
            layer = nn.Linear(weights.shape[1], weights.shape[0])
            with torch.no_grad():
                layer.weight.copy_(torch.from_numpy(weights))
                layer.bias.copy_(torch.from_numpy(bias))
            parts += [layer] + ([nn.PReLU()] if index < 2 else [])
        net = nn.Sequential(*parts)
    head = nn.Parameter(torch.from_numpy(head))
    optimizer = torch.optim.SGD(
        [*net.parameters(), head], lr=RATE, momentum=MOMENTUM, weight_decay=DECAY, fused=True)
    samples, labels = torch.from_numpy(samples), torch.from_numpy(labels).long()
    batches = torch.from_numpy(batches).long()
    cos_m, sin_m = float(np.cos(0.5)), float(np.sin(0.5))
    steps = len(batches)
    walls, works = [], []
    for step in range(steps):
        start = time.perf_counter(), time.process_time()
        x, y = samples[batches[step]], labels[batches[step]]
        if x.dtype == torch.uint8:
            x = x.float() / 255
        if name == "lenet":
            x = x.view(-1, 1, 28, 28).contiguous(memory_format=torch.channels_last)
        cosine = F.linear(F.normalize(net(x)), F.normalize(head))
        own = cosine.gather(1, y[:, None])
        if name == "toy" and margin is None:
            sine = (1 - own * own).clamp_min(1e-12).sqrt()
            own = torch.where(own > -cos_m, own * cos_m - sine * sin_m, own - 0.5 * sin_m)
        else:
            own = own - (0.35 if margin is None else margin)
        loss = F.cross_entropy(SCALE * cosine.scatter(1, y[:, None], own), y)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.param_groups[0]["lr"] = rate(step, steps)
        optimizer.step()
        walls.append(time.perf_counter() - start[0])
        works.append(time.process_time() - start[1])
    result = None
    if name == "toy":
        with torch.no_grad():
            result = net(samples).numpy(), labels.numpy(), head.detach().numpy()
    if name == "lenet":
        # The first steps choose and compile kernels.
        walls, works, steps = walls[2:], works[2:], steps - 2
    return (sum(walls), sum(works)), steps, result


# ---- matplotlib ------------------------------------------------------------------------------

COLORS = ["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f"]


def regions(np, run):
    """Half-width of the square, and the class that wins at each of its 600 × 600 places."""
    features, _, head = run
    reach = 1.15 * np.percentile(np.abs(features), 99.5)
    grid = np.linspace(-reach, reach, 600, dtype="f4")
    best, winners = np.full((600, 600), -np.inf, "f4"), np.zeros((600, 600), np.uint8)
    axes = head / np.linalg.norm(head, axis=1, keepdims=True)
    for index, (u, v) in enumerate(axes.astype("f4")):
        logit = (v * grid)[:, None] + (u * grid)[None]
        np.copyto(winners, index, where=logit > best)
        np.maximum(best, logit, out=best)
    return reach, axes, grid, winners


def panel(np, plane, run, title, usual):
    """4,000 features, regions, boundaries and weights."""
    features, labels, _ = run
    reach, axes, grid, winners = regions(np, run)
    box = (-reach, reach, -reach, reach)
    if usual:
        from matplotlib.colors import ListedColormap
        plane.imshow(winners, extent=box, origin="lower", cmap=ListedColormap(COLORS), alpha=0.25)
        for index in range(8):
            plane.contour(grid, grid, winners == index, levels=[0.5], colors="k", linewidths=0.6)
            own = features[labels == index]
            plane.scatter(own[:, 0], own[:, 1], s=8, color=COLORS[index], label=str(index))
    else:
        from matplotlib.colors import to_rgb
        pale = np.array([[255 * (0.75 + 0.25 * c) for c in to_rgb(color)] for color in COLORS])
        image = pale.astype(np.uint8)[winners]
        edge = np.zeros((600, 600), bool)
        edge[:, 1:] |= winners[:, 1:] != winners[:, :-1]
        edge[1:] |= winners[1:] != winners[:-1]
        image[edge] = 0
        plane.imshow(image, extent=box, origin="lower", interpolation="nearest")
        for index in range(8):
            own = features[labels == index]
            plane.plot(own[:, 0], own[:, 1], "o", ms=2.5, mew=0, color=COLORS[index],
                       label=str(index))
    plane.quiver(np.zeros(8), np.zeros(8), *(axes.T * reach / 2), angles="xy", scale_units="xy",
                 scale=1, width=0.003)
    plane.set_title(title)


def picture(np, runs, path, titles=("ArcFace",), usual=False):
    """One run on 1200 × 1200 pixels, with a legend; or nine on 1800 × 1800, without."""
    side = 12 if len(runs) == 1 else 18
    shape = (1, 1) if len(runs) == 1 else (3, 3)
    if usual:
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        figure, planes = plt.subplots(*shape, figsize=(side, side), dpi=100, squeeze=False)
    else:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        figure = Figure(figsize=(side, side), dpi=100)
        FigureCanvasAgg(figure)
        planes = figure.subplots(*shape, squeeze=False)
    for plane, run, title in zip(planes.flat, runs, titles):
        panel(np, plane, run, title, usual)
    if len(runs) == 1:
        planes[0, 0].legend()
    figure.savefig(path, dpi=100, pil_kwargs=None if usual else dict(compress_level=1))
    if usual:
        plt.close(figure)


def warm_cpu(draw, repeats=5):
    draw()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        draw()
        times.append(time.process_time() - start)
    return sorted(times)[repeats // 2]


def million(np, kind):
    count = 1_000_000
    labels = np.arange(count) % 8
    turn = 2 * np.pi * labels / 8
    places = np.stack([np.cos(turn), np.sin(turn)], 1) * 6
    places += np.random.default_rng(1).standard_normal((count, 2))
    path = "million.png"
    if kind == "datashader":
        import datashader, pandas
        from datashader import transfer_functions as shade
        frame = pandas.DataFrame(dict(x=places[:, 0], y=places[:, 1]))
        canvas = datashader.Canvas(1200, 1200)

        def draw():
            image = shade.shade(canvas.points(frame, "x", "y"), how="log")
            shade.set_background(image, "white").to_pil().save(path)
    else:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        def draw():
            figure = Figure(figsize=(12, 12), dpi=100)
            FigureCanvasAgg(figure)
            plane = figure.subplots()
            for index in range(8):
                own = places[labels == index]
                plane.plot(own[:, 0], own[:, 1], ",", color=COLORS[index])
            figure.savefig(path, dpi=100)
    return warm_cpu(draw, 3)


# ---- command line ----------------------------------------------------------------------------


def train(np, program, name, threads, margins=(0.5,), loss="arcface"):
    if program == "numpy":
        return numpy_training(np, name)
    if program == "torch":
        return torch_training(np, name, threads)
    took, steps, results = jax_training(
        np, name, margins, loss if name == "toy" else "cosface")
    return took, steps, results if len(results) > 1 else (results or [None])[0]


def sweep(program, folder, threads):
    """CosFace on the toy with nine margins: nine pictures and one of all."""
    margins = [round(0.05 * index, 2) for index in range(9)]
    os.makedirs(folder, exist_ok=True)

    def draw(np, runs, margins, name, usual=False):
        titles = [f"m = {m:g}" for m in margins]
        picture(np, runs, os.path.join(folder, name + ".png"), titles, usual)

    if program == "torch":
        import numpy as np
        runs = [torch_training(np, "toy", threads, m)[2] for m in margins]
        for m, run in zip(margins, runs):
            draw(np, [run], [m], f"{m:g}", usual=True)
        draw(np, runs, margins, "all", usual=True)
        sys.exit(0)
    # Two processes, each with its share of the margins: more than two threads gain.
    other = os.fork()
    cores = sorted(os.sched_getaffinity(0))
    own = margins[::2] if other else margins[1::2]
    os.sched_setaffinity(0, {cores[0] if other else cores[-1]})
    import numpy as np
    _, _, runs = jax_training(np, "toy", own, "cosface")
    for m, run in zip(own, runs):
        draw(np, [run], [m], f"{m:g}")
    share = os.path.join(folder, "share.npz")
    if not other:
        np.savez(share, *[array for run in runs for array in run])
        os._exit(0)
    _, status = os.waitpid(other, 0)
    if status:
        sys.exit(1)
    with np.load(share) as stored:
        arrays = [stored[f"arr_{index}"] for index in range(12)]
    others = [tuple(arrays[index:index + 3]) for index in range(0, 12, 3)]
    both = [(others if index % 2 else runs)[index // 2] for index in range(9)]
    draw(np, both, margins, "all")
    os._exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", choices=("step", "job", "sweep", "picture", "million"))
    parser.add_argument("which", nargs="?", default="numpy")
    parser.add_argument("name", nargs="?", default="toy")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--plot")
    parser.add_argument("--usual", action="store_true")
    options = parser.parse_args()
    if options.threads == 1 and options.which == "jax":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = str(options.threads)
    if options.work == "sweep":
        sweep(options.which, options.plot, options.threads)
    import numpy as np
    if options.work == "million":
        print(json.dumps(dict(cpu=million(np, options.which))))
        return
    if options.work == "picture":
        _, _, run = numpy_training(np, "toy")
        print(json.dumps(dict(cpu=warm_cpu(lambda: picture(np, [run], "peer.png")))))
        return
    (wall, work), steps, run = train(np, options.which, options.name, options.threads)
    accuracy = None
    if run is not None:
        features, labels, head = run
        axes = head / np.linalg.norm(head, axis=1, keepdims=True)
        accuracy = float(((features @ axes.T).argmax(1) == labels).mean())
        if options.plot:
            picture(np, [run], options.plot, usual=options.usual)
    print(json.dumps(dict(wall=wall / steps, cpu=work / steps, accuracy=accuracy)), flush=True)
    # Interpreters spend up to a second on taking themselves apart; a user can skip that.
    sys.stdout.flush()
    if not options.usual:
        os._exit(0)


if __name__ == "__main__":
    main()
