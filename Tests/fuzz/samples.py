"""Whole files of every kind that lossviz reads: what the cases damage."""
import gzip
import io
import json
import os
import random
import struct
import subprocess
import zipfile

SMALL = ["--steps", "20", "--samples", "10", "--network", "mlp:8", "--batch", "16"]


def npy(kind, shape, data, fortran=False):
    header = f"{{'descr': '{kind}', 'fortran_order': {fortran}, 'shape': {shape}, }}"
    header = header.ljust((len(header) + 11 + 63) // 64 * 64 - 11) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + data


def idx(kind, shape, data):
    return bytes([0, 0, kind, len(shape)]) + struct.pack(f">{len(shape)}I", *shape) + data


def numbers(count, code):
    """Rows of 30 samples, of three classes that a short training can tell apart."""
    chance, width = random.Random(1), max(1, count // 30)
    return struct.pack(f"<{count}{code}", *(
        9 * (index % width % 3 == index // width % 3) + chance.random()
        for index in range(count)))


def pixels(count):
    return bytes(int(value) * 25 for value in struct.unpack(f"<{count}f", numbers(count, "f")))


def archive(members, method):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name + ".npy"), data, method)
    return out.getvalue()


def table(separator=",", header=True, rows=30):
    chance = random.Random(2)
    lines = [separator.join(["label", "x", "y"])] if header else []
    for row in range(rows):
        name = ["anna", "\"b, c\"", "7"][row % 3]
        place = [9 * (row % 3 == column) + chance.random() for column in (0, 1)]
        lines.append(separator.join([name] + [f"{value:.4f}" for value in place]))
    return ("\n".join(lines) + "\n").encode()


def arrays():
    labels = struct.pack("<30q", *(row % 3 for row in range(30)))
    x, y = npy("<f4", (30, 2), numbers(60, "f")), npy("<i8", (30,), labels)
    names = "".join(["Ann", "Bob", "Cyd"][row % 3] for row in range(30)).encode("utf-32-le")
    return {
        "x.npy": x, "y.npy": y, "x8.npy": npy("<f8", (30, 2), numbers(60, "d"), fortran=True),
        "xh.npy": npy("<f2", (30, 4), numbers(120, "e")), "yu.npy": npy("<U3", (30,), names),
        "ys.npy": npy("|S2", (30,), b"a\0b\0c\0" * 10),
        "xu.npy": npy("|u1", (30, 5, 5), pixels(750)),
        "w.npy": npy("<f4", (3, 2), numbers(6, "f")),
        "xw.npy": npy("<f4", (30, 64), numbers(1920, "f")),
        "a.npz": archive({"x": x, "y": y}, zipfile.ZIP_STORED),
        "b.npz": archive({"features": x, "labels": y}, zipfile.ZIP_DEFLATED),
        "t.csv": table(), "t.tsv": table("\t", header=False), "t.csv.gz": gzip.compress(table()),
        "x.npy.gz": gzip.compress(x),
        "labels.txt": "\n".join(["a", "b", "10", "Änne"][row % 3] for row in range(30)).encode(),
        "pairs.txt": b"1\t3\nanna\t1\t2\n7\t1\t3\nanna\t1\t7\t2\n",
        "images-idx3-ubyte": idx(8, (30, 4, 4), pixels(480)),
        "labels-idx1-ubyte": idx(8, (30,), bytes(row % 3 for row in range(30))),
        "x.safetensors": tensors(x[-240:]),
    }


def tensors(data):
    head = json.dumps({"x": {"dtype": "F32", "shape": [30, 2], "data_offsets": [0, 240]}}).encode()
    return struct.pack("<Q", len(head)) + head + data


def write(folder, program):
    files = arrays()
    files["golden.json"] = json.dumps({"loss": "arcface", "cases": [{
        "id": "a", "params": {"m": 0.5, "s": 16}, "x": [[1, 2], [3, -1]], "W": [[1, 0], [0, 1]],
        "y": [0, 1]}]}).encode()
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    pictures = [f"p.{ending}" for ending in ("png", "svg", "pdf", "gif", "apng")]
    outputs = [word for name in pictures for word in ("-o", name)]
    for words in (
        SMALL + outputs + ["--save-run", "run.json", "--loss", "arcface", "--seconds", "0.2"],
        ["curve", "-o", "curve.svg"], ["figure", "focal-curves", "-o", "figure.svg"],
        ["plot", "t.csv", "-o", "plot.png"], ["plot", "t.csv", "-o", "plot.svg"],
        ["compare", "--m", "0,0.1", "--only", "trend", "-o", "trend.svg", "--runs", "runs"] + SMALL,
    ):
        subprocess.run([program] + words + ["-q"], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL)
    recipe = subprocess.run([program, "inspect", "p.svg"], cwd=folder, check=True,
                            stdout=subprocess.PIPE)
    with open(os.path.join(folder, "config.json"), "wb") as file:
        file.write(recipe.stdout)
    helps = subprocess.run([program, "replay", "--help"], check=True, stdout=subprocess.PIPE).stdout
    for command in ("", "compare", "figure", "curve", "boundary", "plot", "evaluate", "docs"):
        helps += subprocess.run([program] + command.split() + ["--help"], check=True,
                                stdout=subprocess.PIPE).stdout
    with open(os.path.join(folder, "help.txt"), "wb") as file:
        file.write(helps)
