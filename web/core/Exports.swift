import LossLab
import LossPictures
import LossScene

// What the page calls. Answers lie in the core until the next call; where a call says that it
// failed, the answer is the message, a line end, and the hint.

public typealias Place = UnsafeMutableRawPointer

private func bytes(_ place: Place, _ count: Int) -> [UInt8] {
  Array(UnsafeRawBufferPointer(start: place, count: count))
}

private func wishes(_ text: Place, _ size: Int, _ numbers: Place, _ count: Int) -> Wishes {
  let values = UnsafeBufferPointer(
    start: numbers.assumingMemoryBound(to: Double.self), count: count)
  return Wishes(bytes(text, size), numbers: Array(values))
}

private func core(_ place: Place) -> Core {
  Unmanaged<Core>.fromOpaque(place).takeUnretainedValue()
}

private func session(_ place: Place) -> Session {
  Unmanaged<Session>.fromOpaque(place).takeUnretainedValue()
}

extension Core {
  fileprivate func fail(_ error: PageError) {
    answer = Array("\(error.message)\n\(error.hint)".utf8)
  }
}

@_cdecl("lvCore") public func lvCore(_ advances: Place, _ size: Int) -> Place {
  Unmanaged.passRetained(Core(advances: bytes(advances, size))).toOpaque()
}

/// Where the answer stands: a copy, which the caller gives back with `free`.
@_cdecl("lvAnswer") public func lvAnswer(_ place: Place) -> Place {
  let answer = core(place).answer
  let copy = Place.allocate(byteCount: max(1, answer.count), alignment: 16)
  for (index, byte) in answer.enumerated() {
    copy.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
  }
  return copy
}

@_cdecl("lvAnswerSize") public func lvAnswerSize(_ place: Place) -> Int { core(place).answer.count }

@_cdecl("lvCatalog") public func lvCatalog(_ place: Place, _ classes: Int) {
  core(place).answer = Catalog.json(classes: classes)
}

/// Data that the page brings.
///
/// The text has lines: name, title, class names with U+001F between them; then, empty for data of
/// the page itself, for a file its name, its SHA-256, what its numbers are and its shape, and for
/// labels in one of their own its name and its SHA-256.
@_cdecl("lvData")
public func lvData(
  _ place: Place, _ text: Place, _ size: Int, _ values: Place, _ labels: Place, _ rows: Int,
  _ columns: Int, _ imageRows: Int, _ imageColumns: Int
) {
  let lines = bytes(text, size).split(separator: 0x0A, omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  let classes = UnsafeBufferPointer(
    start: labels.assumingMemoryBound(to: Int32.self), count: rows
  ).map { Int($0) }
  let image = imageRows > 0 ? Dataset.ImageSize(rows: imageRows, columns: imageColumns) : nil
  BroughtData(lines: lines, labels: classes, columns: columns, imageSize: image)?
    .add(to: core(place), values)
}

/// A training; 0 where the answer says why there is none.
@_cdecl("lvOpen")
public func lvOpen(
  _ place: Place, _ text: Place, _ size: Int, _ numbers: Place, _ count: Int, _ old: Place?
) -> Place? {
  let core = core(place)
  do throws(PageError) {
    let made = try Session(
      wishes(text, size, numbers, count), core: core, after: old.map { session($0) })
    return Unmanaged.passRetained(made).toOpaque()
  } catch {
    core.fail(error)
    return nil
  }
}

@_cdecl("lvClose") public func lvClose(_ place: Place) {
  Unmanaged<Session>.fromOpaque(place).release()
}

/// 1 where the training goes on under other wishes, 0 where it takes a new one, −1 for an error.
@_cdecl("lvChange")
public func lvChange(
  _ place: Place, _ owner: Place, _ text: Place, _ size: Int, _ numbers: Place, _ count: Int
) -> Int {
  do throws(LabError) {
    return try session(place).change(wishes(text, size, numbers, count)) ? 1 : 0
  } catch {
    core(owner).fail(PageError(error))
    return -1
  }
}

/// How many steps are done after so many more; −1 for an error.
@_cdecl("lvStep") public func lvStep(_ place: Place, _ owner: Place, _ count: Int) -> Int {
  do throws(LabError) {
    try session(place).step(count)
    return session(place).stepsDone
  } catch {
    core(owner).fail(PageError(error))
    return -1
  }
}

/// What there is to ask of a training; 0 where the answer is there, −1 where it says why not.
@_cdecl("lvAsk")
public func lvAsk(_ place: Place, _ owner: Place, _ what: Int, _ text: Place, _ size: Int) -> Int {
  let core = core(owner)
  let session = session(place)
  do throws(PageError) {
    switch what {
    case 0:
      core.answer = SceneBytes.bytes(try said { () throws(LabError) in try session.look() })
    case 1: core.answer = session.report(isBrief: size > 0)
    case 2: core.answer = try said { () throws(LabError) in try session.samples() }
    case 3: core.answer = try said { () throws(LabError) in try session.bits() }
    default:
      let lines = bytes(text, size).split(separator: 0x0A, omittingEmptySubsequences: false)
      let words = lines.map { String(decoding: $0, as: UTF8.self) }
      core.answer = try session.svg(
        software: words.count == 2 && !words[0].isEmpty ? words[0] : nil, version: words.last ?? "")
    }
    return 0
  } catch {
    core.fail(error)
    return -1
  }
}

@_cdecl("lvTouch")
public func lvTouch(_ place: Place, _ owner: Place, _ label: Int, _ x: Double, _ y: Double) {
  core(owner).answer = session(place).touch(label: label, at: [x, y])
}
