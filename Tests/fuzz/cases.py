"""The cases: what is damaged, and the command that has to cope with it."""
import json
import os
import random
import re
import shlex
from dataclasses import dataclass, field

import mutate
import samples
from samples import SMALL


@dataclass
class Case:
    kind: str
    arguments: list
    files: dict = field(default_factory=dict)
    environment: dict = field(default_factory=dict)
    input: bytes = b""
    # Files that the command is to rewrite.
    mayChange: tuple = ()
    # Whether outputs stay although a later part failed.
    keepsSome: bool = False
    # What it must have written if it says that all went well.
    expected: dict = field(default_factory=dict)

    def write(self, folder):
        for name, data in self.files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)

    def isUnchanged(self, name, folder):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read() == self.files[name]

    def script(self, program):
        def quoted(word):
            return shlex.quote(os.fsdecode(word))
        settings = "".join(
            f"{quoted(name)}={quoted(value)} " for name, value in self.environment.items())
        words = " ".join(quoted(word) for word in [program] + self.arguments)
        return f"{'env ' + settings if settings else ''}{words}\n"


def read(base, name):
    with open(os.path.join(base, name), "rb") as file:
        return file.read()


def arrays(chance, base):
    features = chance.choice(["x.npy", "x8.npy", "xh.npy", "xu.npy", "xw.npy", "x.npy.gz"])
    labels = chance.choice(["y.npy", "yu.npy", "ys.npy", "labels.txt"])
    files = {name: read(base, name) for name in (features, labels, "w.npy", "pairs.txt")}
    if chance.random() < 0.4:
        words = ["--data", features, "--labels", labels] + SMALL
    else:
        words = ["plot", features, "--labels", labels]
        words += chance.choice([[], ["--weights", "w.npy"], ["--pairs", "pairs.txt"], ["--json"]])
    wrong = chance.choice([word for word in words if word in files])
    files[wrong] = mutate.data(chance, files[wrong])
    return Case("arrays", words + ["-o", "o.svg", "-q"], files)


def archives(chance, base):
    name = chance.choice(["a.npz", "b.npz"])
    command = chance.choice([["plot", name], ["--data", name] + SMALL])
    files = {name: mutate.data(chance, read(base, name))}
    return Case("archives", command + ["-o", "o.svg", "-q"], files)


def tables(chance, base):
    name = chance.choice(["t.csv", "t.tsv", "t.csv.gz"])
    command = chance.choice([
        ["plot", name], ["--data", name] + SMALL, ["plot", name, "--export-csv", "c.csv"],
        ["plot", name, "--pairs", "pairs.txt"]])
    files = {name: mutate.data(chance, read(base, name)), "pairs.txt": read(base, "pairs.txt")}
    return Case("tables", command + ["-o", "o.png", "-q"], files)


def images(chance, base):
    names = ["images-idx3-ubyte", "labels-idx1-ubyte"]
    wrong = chance.choice(names)
    files = {f"d/train-{name}": read(base, name) for name in names}
    files[f"d/train-{wrong}"] = mutate.data(chance, files[f"d/train-{wrong}"])
    return Case("images", ["--data", "d", "-o", "o.svg", "-q"] + SMALL, files)


def foreign(chance, base):
    """Files of other programs, and one kind under the name of another."""
    name = chance.choice(["x.safetensors", "x.pt", "x.npy", "x.npz", "x.csv", "x.json", "x.csv.gz"])
    source = chance.choice(["x.safetensors", "a.npz", "p.png", "t.csv.gz", "run.json", "p.pdf"])
    files = {name: mutate.data(chance, read(base, source)), "y.npy": read(base, "y.npy")}
    command = chance.choice([
        ["plot", name], ["plot", name, "--labels", "y.npy"], ["--data", name] + SMALL,
        ["evaluate", name], ["inspect", name], ["--config", name], ["--from-run", name]])
    output = [] if command[0] in ("evaluate", "inspect") else ["-o", "o.svg", "-q"]
    return Case("foreign", command + output, files)


def documents(chance, base):
    name, command = chance.choice([
        ("config.json", ["--config", "config.json", "-o", "o.svg"] + SMALL),
        ("config.json", ["compare", "--config", "config.json", "-o", "o.svg"] + SMALL),
        ("run.json", ["--from-run", "run.json", "-o", "o.svg"]),
        ("golden.json", ["evaluate", "golden.json"]), ("golden.json", ["evaluate", "-"])])
    text = read(base, name)
    if chance.random() < 0.7:
        text = mutate.document(chance, json.loads(text))
    else:
        text = mutate.data(chance, text)
    return Case("documents", command, {name: text}, input=text, keepsSome="compare" in command)


def pictures(chance, base):
    name = chance.choice([
        "p.png", "p.svg", "p.pdf", "p.gif", "p.apng", "curve.svg", "figure.svg", "plot.png",
        "plot.svg", "trend.svg"])
    picture = read(base, name)
    if name.endswith(".svg") and chance.random() < 0.7:
        head, text, tail = re.split(rb"(?<=>)([^<]*)(?=</metadata>)", picture, maxsplit=1)
        text = text.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&amp;", b"&")
        text = mutate.document(chance, json.loads(text))
        picture = head + text.replace(b"&", b"&amp;").replace(b"<", b"&lt;") + tail
    elif name.endswith("png") and chance.random() < 0.7:
        text = json.loads(read(base, "config.json"))
        text = mutate.document(chance, {"schema": 1, "version": "0.1.0", "recipe": text})
        picture = mutate.png_text(picture, text)
    else:
        picture = mutate.data(chance, picture)
    # The last one counts, so a recipe cannot ask for much work.
    small = SMALL if name[0] in "pt" and name[1] in ".r" else []
    words = chance.choice([
        ["inspect"], ["inspect", "--json"], ["replay", "-o", "o.svg", "-q"] + small])
    files = {name: picture, "t.csv": read(base, "t.csv"), "identities,": b""}
    return Case("pictures", words[:1] + [name] + words[1:], files, keepsSome=name[0] == "t")


def markdown(chance, base):
    blocks = []
    for number in range(chance.choice([1, 2, 5])):
        words = chance.choice([
            "curve --m 0.2", "boundary", "plot t.csv", "plot ../t.csv", " ".join(SMALL),
            "--config config.json", "--steps 1e9", "figure focal-curves", "curve --theme both",
            "--data - ", "plot /etc/passwd", "compare --m 0,0.1 " + " ".join(SMALL)])
        blocks.append(f"<!-- lossviz: {words} -o {number}.svg -->\nold\n<!-- /lossviz -->\n")
    end = chance.choice(["\n", "\r\n", "\r"])
    text = chance.choice(["", "\ufeff"]) + "# Text\n\n```\ncode\n```\n" + "\n".join(blocks)
    text = text.replace("\n", end).encode()
    if chance.random() < 0.8:
        text = mutate.data(chance, text)
    name = "a." + chance.choice(["md", "qmd", "Rmd", "markdown"])
    command = ["docs", chance.choice([name, "."])] + chance.choice([[], ["--check"], ["--force"]])
    files = {name: text, "t.csv": read(base, "t.csv"), "config.json": read(base, "config.json")}
    return Case("markdown", command, files, mayChange=(name,), keepsSome=True)


# None of them is a place outside of the folder of the case where something could be written.
WORDS = [
    "", "-", "--", "-o", "0", "1", "-1", "0.5", "1e309", "nan", "inf", "1e-400", "9" * 30, "0x10",
    "٣", "a,b", ",", "0:1:0.25", "0:1:0", "1:0:-1", "0:1:1e-9", "auto", "none", "28.6deg", "\n",
    "x" * 99999, "arcface", "ArcFace", "softmax,cosface", "digits", "t.csv", "x.npy", "y.npy",
    "p.svg", ".", "/dev/full", "/proc/x/a.png", "a.svg", "a.png", "a.gif", "a b/ü.pdf", "\u202e",
    "{m}", "{", "$(x)", "lenet", "mlp:", "mlp:1", "features", "curve,angles", "both", "1/2",
    b"\xff\xfe", "triplet", "2", "3", "yes", "light,dark", "center", "1,2", "run.json",
    "config.json",
]


def arguments(chance, base):
    names = sorted(set(re.findall(rb"--[a-z][a-z0-9-]*", read(base, "help.txt"))))
    # These wait for no one or work as long as they are told.
    names = [name for name in names if name not in (b"--yes", b"--jobs", b"--threads")]
    commands = ["", "compare", "figure", "curve", "boundary", "plot", "evaluate", "list", "explain",
                "inspect", "replay", "docs", "completions", "man", "help"]
    command = chance.choice(commands)
    words = [command] if command else []
    for _ in range(chance.choice([0, 1, 2, 3, 6])):
        match chance.randrange(4):
            case 0: words.append(chance.choice(WORDS))
            case 1: words.append(chance.choice(names))
            case _: words += [chance.choice(names), chance.choice(WORDS)]
    if command in ("", "compare", "replay"):
        words += SMALL
    names = ["t.csv", "x.npy", "y.npy", "p.svg", "run.json", "config.json"]
    return Case("arguments", words, {name: read(base, name) for name in names}, keepsSome=True,
                mayChange=tuple(names))


def variables(chance, base):
    options = re.findall(rb"--([a-z][a-z0-9-]*)", read(base, "help.txt"))
    names = [b"LOSSVIZ_" + name.upper().replace(b"-", b"_") for name in sorted(set(options))]
    names = [name for name in names if name not in (b"LOSSVIZ_JOBS", b"LOSSVIZ_THREADS")]
    names += [
        b"NO_COLOR", b"TERM", b"COLUMNS", b"LANG", b"LC_ALL", b"TMPDIR", b"HOME", b"TZ",
        b"LOSSVIZ_ISA", b"SLURM_ARRAY_TASK_ID", b"SLURM_ARRAY_TASK_COUNT",
        b"JOB_COMPLETION_INDEX", b"FONTCONFIG_FILE", b"XDG_CACHE_HOME"]
    given = {}
    for _ in range(chance.choice([1, 2, 5])):
        given[chance.choice(names)] = os.fsencode(chance.choice(WORDS))
    command = chance.choice([
        SMALL, ["compare", "--m", "0,0.2"] + SMALL, ["curve"], ["list", "data"]])
    names = ("t.csv", "x.npy", "y.npy", "run.json", "config.json")
    files = {name: read(base, name) for name in names}
    return Case("variables", command + ["-q"], files, given, keepsSome=True, mayChange=tuple(files))


def kept(chance, base):
    """A run that a comparison kept, damaged: it is trained again, and nothing else changes."""
    names = sorted(os.listdir(os.path.join(base, "runs")))
    files = {f"runs/{name}": read(base, f"runs/{name}") for name in names}
    wrong = chance.choice(sorted(files))
    files[wrong] = mutate.data(chance, files[wrong])
    words = ["compare", "--m", "0,0.1", "--only", "trend", "-o", "trend.svg", "--runs", "runs"]
    return Case("kept", words + SMALL + ["-q"], files, mayChange=tuple(files), keepsSome=True,
                expected={"trend.svg": read(base, "trend.svg")})


KINDS = {
    make.__name__: make
    for make in (arrays, archives, tables, images, foreign, documents, pictures, markdown,
                 arguments, variables, kept)
}


def make(seed, base, kind=None):
    chance = random.Random(seed)
    name = chance.choice(list(KINDS))
    return KINDS[kind or name](chance, base)
