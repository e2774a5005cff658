/// What a file is by its first bytes, whatever its name says.
struct FileKind: Sendable {
  /// As a message calls it: `a PyTorch file`.
  let name: String
  var family = Family.foreign
  /// How Python makes arrays or a table of it; `nil` where it does not.
  var conversion: PythonConversion?
  let matches: @Sendable (FileStart) -> Bool

  enum Family: Sendable {
    /// One NumPy array, and several.
    case array, arrays
    case json
    case picture
    /// Of other programs.
    case foreign
  }

  /// So many bytes tell all of them.
  static let startSize = 640

  /// The first one that matches; `nil` for text, and for what nobody knows.
  static func of(_ bytes: [UInt8]) -> FileKind? {
    let start = FileStart(bytes)
    return all.first { $0.matches(start) }
  }

  private static let all: [FileKind] =
    zipped + binary + packed + pictures + texts

  private static let zipped: [FileKind] = [
    FileKind(name: "a NumPy archive", family: .arrays, conversion: .archive) {
      $0.zipEntry?.hasSuffix(".npy") == true
    },
    FileKind(name: "a PyTorch file", conversion: .torch) { start in
      guard let name = start.zipEntry else { return false }
      return ["/data.pkl", "/byteorder", "/version", "/.format_version", "/constants.pkl"]
        .contains { name.hasSuffix($0) }
    },
    FileKind(name: "an Excel workbook", conversion: .table("read_excel")) { start in
      guard let name = start.zipEntry else { return false }
      return name == "[Content_Types].xml"
        || ["xl/", "_rels/", "docProps/"].contains { name.hasPrefix($0) }
    },
    FileKind(name: "a zip archive", conversion: .shell("unzip")) { $0.zipEntry != nil },
  ]

  private static let binary: [FileKind] = [
    FileKind(name: "a NumPy array", family: .array) { $0.begins([0x93] + "NUMPY".utf8) },
    FileKind(name: "a PyTorch file", conversion: .torch) {
      $0.begins([0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46])
    },
    FileKind(name: "an IDX array", family: .array) { $0.isIDX },
    FileKind(name: "a Python pickle", conversion: .pickle) { $0.isPickle },
    FileKind(name: "a safetensors file", conversion: .safetensors) { $0.isSafetensors },
    FileKind(name: "a MATLAB file of version 7.3", conversion: .hdf5(turned: true)) {
      $0.begins("MATLAB 7.3 MAT-file".utf8)
    },
    FileKind(name: "a MATLAB file", conversion: .matlab) { $0.begins("MATLAB 5.0 MAT-file".utf8) },
    FileKind(name: "an HDF5 file", conversion: .hdf5(turned: false)) {
      let magic: [UInt8] = [0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10]
      return $0.begins(magic) || $0.begins(magic, at: 512)
    },
    FileKind(name: "a Parquet file", conversion: .table("read_parquet")) { $0.begins("PAR1".utf8) },
    FileKind(name: "a Feather file", conversion: .table("read_feather")) {
      $0.begins("ARROW1".utf8) || $0.begins("FEA1".utf8)
    },
    FileKind(name: "an ORC file", conversion: .table("read_orc")) { $0.begins("ORC".utf8) },
    FileKind(name: "an Excel workbook", conversion: .table("read_excel")) {
      $0.begins([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    },
    FileKind(name: "an R data file", conversion: .r) {
      $0.begins("RDX2\n".utf8) || $0.begins("RDX3\n".utf8) || $0.begins("X\n\0\0\0".utf8)
    },
    FileKind(name: "a SQLite database", conversion: .database) {
      $0.begins("SQLite format 3\0".utf8)
    },
    FileKind(name: "an MXNet file", conversion: .mxnet) { $0.begins([0x12, 1, 0, 0, 0, 0, 0, 0]) },
    FileKind(name: "a program") { $0.begins([0x7f] + "ELF".utf8) },
  ]

  private static let packed: [FileKind] = [
    FileKind(name: "a bzip2 file", conversion: .shell("bunzip2 -k")) {
      $0.begins("BZh".utf8) && $0.begins([0x31, 0x41, 0x59, 0x26], at: 4)
    },
    FileKind(name: "an xz file", conversion: .shell("unxz -k")) {
      $0.begins([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])
    },
    FileKind(name: "a Zstandard file", conversion: .shell("unzstd")) {
      $0.begins([0x28, 0xb5, 0x2f, 0xfd])
    },
    FileKind(name: "a 7-Zip archive", conversion: .shell("7z x")) {
      $0.begins([0x37, 0x7a, 0xbc, 0xaf])
    },
    FileKind(name: "a tar archive", conversion: .shell("tar xf")) {
      $0.begins("ustar".utf8, at: 257)
    },
  ]

  private static let pictures: [FileKind] = [
    FileKind(name: "a PNG picture", family: .picture) { $0.begins([0x89] + "PNG".utf8) },
    FileKind(name: "a GIF film", family: .picture) { $0.begins("GIF8".utf8) },
    FileKind(name: "a PDF", family: .picture) { $0.begins("%PDF-".utf8) },
    FileKind(name: "an SVG picture", family: .picture) { $0.isMarkup("svg") },
    FileKind(name: "a JPEG picture", conversion: .imageFolder) { $0.begins([0xff, 0xd8, 0xff]) },
    FileKind(name: "a PGM or PPM picture", conversion: .imageFolder) { $0.isNetpbm },
    FileKind(name: "a WebP picture") { $0.begins("RIFF".utf8) && $0.begins("WEBP".utf8, at: 8) },
    FileKind(name: "a TIFF picture") {
      $0.begins([0x49, 0x49, 42, 0]) || $0.begins([0x4d, 0x4d, 0, 42])
    },
    FileKind(name: "a bitmap") { $0.begins("BM".utf8) && $0.begins([0, 0, 0, 0], at: 6) },
    FileKind(name: "a PostScript file") { $0.begins("%!PS".utf8) },
  ]

  private static let texts: [FileKind] = [
    FileKind(
      name: "a web page, not the file that was to be fetched",
      conversion: .advice("fetch the file itself: a link to its raw bytes")
    ) { $0.isMarkup("html") },
    FileKind(
      name: "a pointer of Git LFS, not the file", conversion: .advice("git lfs pull fetches it")
    ) { $0.begins("version https://git-lfs".utf8) },
    FileKind(name: "text in UTF-16", conversion: .utf16) {
      $0.begins([0xff, 0xfe]) || $0.begins([0xfe, 0xff])
    },
    FileKind(name: "a JSON document", family: .json, conversion: .table("read_json")) {
      $0.isJSONRecords
    },
    FileKind(name: "a JSON document", family: .json, conversion: .json) { $0.isJSON },
  ]
}
