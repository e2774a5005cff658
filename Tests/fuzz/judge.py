"""How a case is run, and what is wrong with how it ended."""
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass

# What Swift and the C library write when a program dies of its own fault.
RUNTIME = re.compile(
    rb"Fatal error|Swift/|[Bb]acktrace|Thread \d+ crashed|terminated by|Illegal instruction"
    rb"|free\(\): |malloc\(\): |AddressSanitizer|ThreadSanitizer|GLib-|Pango-|Assertion")

# How a whole file ends, by how it begins.
ENDS = {
    b"\x89PNG": b"IEND\xaeB`\x82", b"<svg": b"</svg>\n", b"%PDF": b"%%EOF\n", b"GIF8": b";",
    b"{": b"}\n",
}


@dataclass
class Limits:
    seconds: float
    bytes: int


@dataclass
class Result:
    status: int
    errors: bytes
    seconds: float
    isLate: bool


def environment(case):
    # Backtraces would take seconds and hide the message.
    base = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "SWIFT_BACKTRACE": "enable=no"}
    return {**os.environb, **{k.encode(): v.encode() for k, v in base.items()}, **case.environment}


def run(program, case, folder, limits):
    start = time.monotonic()
    command = ["sh", "-c", f"ulimit -v {limits.bytes >> 10}; exec \"$@\"", "sh", program]
    process = subprocess.Popen(
        command + case.arguments, cwd=folder, env=environment(case), start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _, errors = process.communicate(case.input, timeout=limits.seconds)
        isLate = False
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        _, errors = process.communicate()
        isLate = True
    return Result(process.returncode, errors, time.monotonic() - start, isLate)


def calibrate(program):
    """A usual training takes so long here; a case may take a hundred times that."""
    times = []
    for _ in range(3):
        start = time.monotonic()
        subprocess.run(
            [program, "-q", "--steps", "200", "-o", "-"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - start)
    return Limits(seconds=max(20, 100 * max(times)), bytes=6 << 30)


def files(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(place, name), folder)


def problems(case, result, folder):
    if result.isLate:
        return [f"not done after {result.seconds:.0f} s"]
    found = []
    if result.status not in (0, 1, 2, 3, 4):
        found.append(f"ended with {result.status}")
    if RUNTIME.search(result.errors):
        found.append("a message of the runtime: " + result.errors[:300].decode(errors="replace"))
    if result.status != 0 and b"lossviz: error: " not in result.errors:
        found.append("failed without a message")
    if len(result.errors) > 200_000:
        found.append(f"{len(result.errors)} bytes of messages")
    for name, data in case.expected.items():
        path = os.path.join(folder, name)
        if result.status == 0 and not (os.path.isfile(path) and open(path, "rb").read() == data):
            found.append(f"'{name}' is not what it was")
    for name in files(folder):
        if name in case.files:
            if name not in case.mayChange and not case.isUnchanged(name, folder):
                found.append(f"'{name}' was changed")
            continue
        if os.path.basename(name).startswith(".lossviz-"):
            found.append(f"'{name}' is left")
        if result.status != 0 and not case.keepsSome:
            found.append(f"'{name}' was written by a command that failed")
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path):
            with open(path, "rb") as file:
                data = file.read()
            ends = [end for start, end in ENDS.items() if data.startswith(start)]
            if ends and not data.endswith(ends[0]):
                found.append(f"'{name}' is half written")
    return found
