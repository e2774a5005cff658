// Reads arrays as NumPy saves them, in the browser.

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY

const READERS = {
  f4: ["getFloat32", 4], f8: ["getFloat64", 8], i1: ["getInt8", 1], u1: ["getUint8", 1], b1: ["getUint8", 1],
  i2: ["getInt16", 2], u2: ["getUint16", 2], i4: ["getInt32", 4], u4: ["getUint32", 4],
  i8: ["getBigInt64", 8], u8: ["getBigUint64", 8],
};

export function isNumpy(bytes) {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/** The number that two bytes are. */
function half(bits) {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = exponent === 0 ? fraction * 2 ** -24
    : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

/** What the command takes numbers for: all that fits into four bytes without loss are floats. */
function kindOf(kind, width) {
  if (kind === "U") return "texts";
  if (kind === "u" && width === 1) return "bytes";
  return width <= 2 || (kind === "f" && width === 4) ? "floats" : "doubles";
}

/** Where in the file the numbers stand that come one after another, row by row. */
function placeIn(shape, isFortran) {
  if (!isFortran) return (index) => index;
  return (index) => {
    let [place, rest] = [0, index];
    for (let k = shape.length - 1; k >= 0; k--) {
      const size = shape.slice(0, k).reduce((product, part) => product * part, 1);
      place += (rest % shape[k]) * size;
      rest = Math.floor(rest / shape[k]);
    }
    return place;
  };
}

/**
 * @param check is given the shape before anything is read, and throws for what is too large
 * @returns shape, kind (bytes, floats, doubles or texts) and the values row by row: numbers or, of
 *   letters, texts; throws an Error with `problem`
 */
export function readNumpy(bytes, problem, check = () => {}) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLong = bytes[6] > 1;
  const start = isLong ? 12 : 10;
  if (bytes.length < start) throw new Error(problem);
  const end = start + (isLong ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, end));
  const [, order, kind, size] = header.match(/'descr':\s*'([<>|=])([a-zA-Z])(\d+)'/) ?? [];
  const dimensions = header.match(/'shape':\s*\(([\d,\s]*)\)/)?.[1];
  if (end > bytes.length || !kind || dimensions === undefined) throw new Error(problem);
  const shape = dimensions.split(",").filter((part) => part.trim()).map(Number);
  const count = shape.reduce((product, part) => product * part, 1);
  check(shape);
  const isText = kind === "U";
  const width = isText ? 4 * Number(size) : Number(size);
  const isHalf = kind === "f" && width === 2;
  const reader = READERS[kind + size];
  if (!(isText || isHalf || reader) || end + count * width > bytes.length) throw new Error(problem);
  const isLittle = order !== ">";
  const at = (index) => {
    const place = end + index * width;
    if (isHalf) return half(view.getUint16(place, isLittle));
    if (!isText) return Number(view[reader[0]](place, isLittle));
    const letters = Array.from({ length: Number(size) }, (_, k) => view.getUint32(place + 4 * k, isLittle));
    return String.fromCodePoint(...letters.slice(0, letters.findLastIndex((letter) => letter !== 0) + 1));
  };
  const place = placeIn(shape, /'fortran_order':\s*True/.test(header));
  const values = Array.from({ length: count }, (_, index) => at(place(index)));
  return { shape, kind: kindOf(kind, width), values };
}
