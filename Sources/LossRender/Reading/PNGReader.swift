import CDeflate

extension PictureReading {
  static let png = PictureReading(title: "PNG") {
    $0.starts(with: PNGFile.signature)
  } texts: { bytes throws(RenderError) in
    let texts = try PNGReader(bytes: bytes).texts(["Title", "Description", "Software", "lossviz"])
    return PictureTexts(
      title: texts[0], description: texts[1], software: texts[2], recipe: texts[3])
  }
}

/// Walks through the chunks of a PNG file that anybody may have written.
struct PNGReader {
  let bytes: [UInt8]

  /// The text of each keyword: where there are several, the first one counts.
  func texts(_ keywords: [String]) throws(RenderError) -> [String?] {
    var texts = [String?](repeating: nil, count: keywords.count)
    var position = PNGFile.signature.count
    while true {
      let chunk = try chunk(at: position)
      if chunk.type == "IEND" { return texts }
      position = chunk.data.upperBound + 4
      guard chunk.type == "iTXt" else { continue }
      let data = bytes[chunk.data]
      guard let keyword = data.prefix(80).firstIndex(of: 0).map({ data[..<$0] }) else { continue }
      guard let place = keywords.firstIndex(where: { keyword.elementsEqual($0.utf8) }),
        texts[place] == nil
      else { continue }
      texts[place] = try text(in: data, at: position)
    }
  }

  private struct Chunk {
    let type: String
    let data: Range<Int>
  }

  private func chunk(at position: Int) throws(RenderError) -> Chunk {
    guard bytes.count - position >= 12 else {
      throw .badPicture("the PNG is cut short at byte \(bytes.count)")
    }
    let length = bigEndian(at: position)
    let start = position + 8
    guard length <= bytes.count - start - 4 else {
      throw .badPicture(
        "the PNG is cut short: a chunk of \(length) bytes at byte \(position) does not fit")
    }
    let checksum = bytes.withUnsafeBytes { all in
      libdeflate_crc32(0, all.baseAddress.map { $0 + position + 4 }, length + 4)
    }
    guard bigEndian(at: start + length) == Int(checksum) else {
      throw .badPicture("the PNG is damaged: wrong checksum of the chunk at byte \(position)")
    }
    let type = String(decoding: bytes[position + 4..<start], as: UTF8.self)
    return Chunk(type: type, data: start..<start + length)
  }

  private func bigEndian(at position: Int) -> Int {
    bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The text of an `iTXt` chunk: keyword, 0, compressed?, method, language, 0, translation, 0.
  private func text(in data: ArraySlice<UInt8>, at position: Int) throws(RenderError) -> String {
    let damaged = RenderError.badPicture("the PNG is damaged: no text in the chunk at \(position)")
    guard let end = data.firstIndex(of: 0), data.endIndex - end > 3,
      let language = data[(end + 3)...].firstIndex(of: 0),
      let translation = data[(language + 1)...].firstIndex(of: 0)
    else { throw damaged }
    var text = Array(data[(translation + 1)...])
    switch data[end + 1] {
    case 0: break
    case 1 where data[end + 2] == 0:
      guard let inflated = inflate(text, atMost: PictureMetadata.largestRecipe) else {
        throw .badPicture("the compressed recipe is damaged or longer than 1 MB")
      }
      text = inflated
    default: throw damaged
    }
    guard text.count <= PictureMetadata.largestRecipe,
      let result = String(validating: text, as: UTF8.self)
    else { throw damaged }
    return result
  }
}

/// What a zlib stream holds; `nil` where it is damaged or holds more than `limit` bytes.
func inflate(_ bytes: [UInt8], atMost limit: Int) -> [UInt8]? {
  guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
  defer { libdeflate_free_decompressor(decompressor) }
  // libdeflate wants the whole room at once, and a stream does not say how much it needs.
  var room = min(limit, 1 << 16)
  while true {
    var result = LIBDEFLATE_BAD_DATA
    let inflated = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      result = libdeflate_zlib_decompress(
        decompressor, bytes, bytes.count, buffer.baseAddress, room, &count)
      if result != LIBDEFLATE_SUCCESS { count = 0 }
    }
    switch result {
    case LIBDEFLATE_SUCCESS: return inflated
    case LIBDEFLATE_INSUFFICIENT_SPACE where room < limit: room = min(limit, room * 8)
    default: return nil
    }
  }
}
