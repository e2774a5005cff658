import CGif

/// The blocks of a GIF file as giflib writes them.
final class GIFFile {
  private let file: UnsafeMutablePointer<GifFileType>
  private let sink: ByteSink
  private var isOpen = true

  init(size: PixelSize, palette: GIFPalette) throws(RenderError) {
    let sink = ByteSink()
    var error: Int32 = 0
    let write: OutputFunc = { file, data, count in
      guard let file, let data, let target = file.pointee.UserData else { return 0 }
      Unmanaged<ByteSink>.fromOpaque(target).takeUnretainedValue()
        .append(UnsafeBufferPointer(start: data, count: Int(count)))
      return count
    }
    guard max(size.width, size.height) <= 65_535,
      let file = EGifOpen(Unmanaged.passUnretained(sink).toOpaque(), write, &error)
    else { throw .failed("giflib opens no file: error \(error)") }
    self.file = file
    self.sink = sink
    EGifSetGifVersion(file, true)
    var colors = palette.colors.map { color in
      GifColorType(
        Red: UInt8(color >> 16 & 255), Green: UInt8(color >> 8 & 255), Blue: UInt8(color & 255))
    }
    while colors.count < 256 { colors.append(GifColorType(Red: 0, Green: 0, Blue: 0)) }
    let map = GifMakeMapObject(256, colors)
    defer { GifFreeMapObject(map) }
    try require(EGifPutScreenDesc(file, Int32(size.width), Int32(size.height), 8, 0, map))
  }

  private func require(_ status: Int32) throws(RenderError) {
    guard status == GIF_OK else { throw .failed("giflib: error \(file.pointee.Error)") }
  }

  /// The extension with which browsers repeat a film for ever.
  func putLoop() throws(RenderError) {
    try require(EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE))
    try require(EGifPutExtensionBlock(file, 11, Array("NETSCAPE2.0".utf8)))
    try require(EGifPutExtensionBlock(file, 3, [1, 0, 0] as [UInt8]))
    try require(EGifPutExtensionTrailer(file))
  }

  func putComment(_ text: String) throws(RenderError) {
    try require(EGifPutExtensionLeader(file, COMMENT_EXT_FUNC_CODE))
    let bytes = text.inASCII
    for start in stride(from: 0, to: bytes.count, by: 255) {
      let piece = Array(bytes[start..<min(start + 255, bytes.count)])
      try require(EGifPutExtensionBlock(file, Int32(piece.count), piece))
    }
    try require(EGifPutExtensionTrailer(file))
  }

  func put(_ frame: HeldFrame) throws(RenderError) {
    var control = GraphicsControlBlock(
      DisposalMode: DISPOSE_DO_NOT, UserInputFlag: false, DelayTime: Int32(frame.delay),
      TransparentColor: Int32(GIFPalette.unknown))
    var bytes = [GifByteType](repeating: 0, count: 4)
    _ = EGifGCBToExtension(&control, &bytes)
    try require(EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, 4, bytes))
    let box = frame.box
    try require(
      EGifPutImageDesc(
        file, Int32(box.left), Int32(box.top), Int32(box.width), Int32(box.height), false, nil))
    var entries = frame.entries
    try require(EGifPutLine(file, &entries, Int32(entries.count)))
  }

  /// All bytes; nothing can be put in afterwards.
  func finished() throws(RenderError) -> [UInt8] {
    var error: Int32 = 0
    isOpen = false
    guard EGifCloseFile(file, &error) == GIF_OK else { throw .failed("giflib: error \(error)") }
    return sink.bytes
  }

  deinit {
    if isOpen { EGifCloseFile(file, nil) }
  }
}

extension String {
  /// As a GIF wants its comments; other characters as JSON escapes them.
  var inASCII: [UInt8] {
    var result: [UInt8] = []
    for unit in utf16 {
      if unit < 128 {
        if unit != 0 { result.append(UInt8(unit)) }
      } else {
        let digits = String(unit, radix: 16)
        result += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      }
    }
    return result
  }
}
