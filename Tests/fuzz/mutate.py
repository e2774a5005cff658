"""Damage: of bytes, of JSON, of words."""
import copy
import json
import struct
import zlib

BYTES = [0, 1, 9, 10, 13, 32, 34, 39, 44, 45, 47, 48, 57, 92, 127, 128, 255]
CHUNKS = [
    b"\0" * 64, b"\xff" * 8, b"\xef\xbb\xbf", b"\xff\xfe", b"nan", b"-inf", b"1e999999",
    b"9" * 400, b"\r\n", b'"', b"[" * 500, b'{"a":' * 500, b"../", b"/dev/zero", b"\xed\xa0\x80",
    b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff\xff\xff\xff\x7f", b"%s%n", b"--", "\u202e".encode(),
]
VALUES = [
    None, True, False, 0, -1, 1, 0.5, -0.0, 1e-320, 1e300, 2**31, 2**53, 2**63, -(2**63), 10**400,
    "", "-", "--m", "../x", "/etc/passwd", "nan", "auto", "identities", "0:1:0.1", "x" * 5000,
    [], {}, [[]], [0], ["a", "b"], ["identities", "/../x"], {"a": 1}, "\u202e\u0000\ufffe", [[[1]]],
    list(range(3000)), ["x"] * 3000,
]


def data(chance, bytes_):
    """The same bytes with a few things wrong, most of them near the head."""
    result = bytearray(bytes_)
    for _ in range(chance.choice([1, 1, 1, 2, 8])):
        reach = min(len(result), chance.choice([16, 128, 1 << 40]))
        place = chance.randrange(reach) if reach else 0
        match chance.randrange(8):
            case 0 if result: result[place] = chance.choice(BYTES)
            case 1 if result: result[place] = chance.randrange(256)
            case 2 if result: result[place] ^= 1 << chance.randrange(8)
            case 3: result[place:place] = chance.choice(CHUNKS)
            case 4: del result[place:place + chance.choice([1, 2, 8, 64])]
            case 5: del result[chance.randrange(len(result) + 1):]
            case 6:
                start = chance.randrange(len(result) + 1)
                result[place:place] = result[start:start + chance.choice([1, 4, 64, 1024])]
            case 7 if len(result) >= place + 8:
                number = chance.choice([0, 1, 255, 2**16, 2**31 - 1, 2**31, 2**32 - 1])
                struct.pack_into(chance.choice("<>") + "I", result, place, number)
    return bytes(result)


def places(value, path=()):
    yield path
    items = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, part in items[:40]:
        yield from places(part, path + (key,))


def document(chance, value):
    """The same document with other values, keys and depths here and there."""
    value = copy.deepcopy(value)
    for _ in range(chance.choice([1, 1, 2, 4])):
        path = chance.choice(list(places(value)))
        if not path:
            continue
        holder = value
        for key in path[:-1]:
            holder = holder[key]
        match chance.randrange(5):
            case 0 if isinstance(holder, dict): del holder[path[-1]]
            case 1 if isinstance(holder, dict): holder[chance.choice(["x", "data", "", "loss"])] = 1
            case 2 if isinstance(holder[path[-1]], list):
                holder[path[-1]] *= chance.choice([0, 2, 99])
            case 3 if isinstance(holder[path[-1]], (int, float)): holder[path[-1]] *= -1000
            case _: holder[path[-1]] = copy.deepcopy(chance.choice(VALUES))
    text = json.dumps(value).encode()
    if chance.random() < 0.1:
        text = text.replace(b'": ', b'": ' + chance.choice([b"[" * 300, b"NaN,", b"{}"]), 1)
    return data(chance, text) if chance.random() < 0.2 else text


def png_text(picture, text):
    """A PNG with another text in its iTXt chunk, and a right checksum."""
    result, place = picture[:8], 8
    while place < len(picture):
        length = struct.unpack(">I", picture[place:place + 4])[0]
        kind, body = picture[place + 4:place + 8], picture[place + 8:place + 8 + length]
        if kind == b"iTXt" and body.startswith(b"lossviz\0"):
            body = b"lossviz\0\0\0\0\0" + text
        result += struct.pack(">I", len(body)) + kind + body
        result += struct.pack(">I", zlib.crc32(kind + body))
        place += 12 + length
    return result
