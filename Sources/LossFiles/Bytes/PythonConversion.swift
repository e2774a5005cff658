/// How a file of another program becomes one that lossviz reads.
enum PythonConversion: Sendable {
  /// By a line of Python that writes a file of that ending, from the paths of the file and of what is
  /// written, each as Python reads it.
  case python(ending: String, line: @Sendable (_ file: String, _ target: String) -> String)
  /// By a program that takes the file.
  case shell(String)
  case advice(String)
  /// A picture by itself, where pictures come in folders.
  case imageFolder

  /// What to type, and what it makes.
  ///
  /// - Parameter path: `-` for standard input, whose file nobody knows.
  func hint(path: String, isGzip: Bool = false) -> String {
    let file = path == "-" ? "FILE" : path
    switch self {
    case .shell(let program): return "\(program) \(shellQuoted(file))"
    case .advice(let text): return text
    case .imageFolder:
      return "pictures: --data FOLDER, with a folder a class; or their numbers as .npy"
    case .python(let ending, let line):
      let isPacked = isGzip && file.hasSuffix(".gz")
      let plain = isPacked ? String(file.dropLast(3)) : file
      let target = Self.target(of: plain, ending)
      return (isPacked ? "gunzip -k \(shellQuoted(file)) && " : "") + "python3 -c "
        + shellQuoted(line(Self.pythonText(plain), Self.pythonText(target))) + " writes \(target)"
    }
  }

  /// What a text that is no JSON seems to be: settings by name in YAML or TOML; `nil` for others.
  static func ofText(_ bytes: [UInt8]) -> PythonConversion? {
    let line = String(decoding: bytes.prefix(4096), as: UTF8.self).split(separator: "\n").first {
      !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("---") && !$0.hasPrefix("[")
    }
    guard let line, line.first?.isLetter == true else { return nil }
    let rest = line.drop { $0.isLetter || $0.isNumber || "_-".contains($0) }
    let sign = rest.drop { $0 == " " }.first
    return sign == ":" ? .yaml : sign == "=" ? .toml : nil
  }

  /// The same path with another ending.
  private static func target(of file: String, _ ending: String) -> String {
    let name = file.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return file + "." + ending
    }
    return file.dropLast(name[dot...].count) + "." + ending
  }

  /// In double quotes, as Python reads it.
  static func pythonText(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension PythonConversion {
  static let torch = either("torch") { "torch.load(\($0), map_location=\"cpu\")" }
  static let pickle = either("pickle") { "pickle.load(open(\($0), \"rb\"))" }
  static let json = either("json") { "json.load(open(\($0)))" }
  static let safetensors = arrays("safetensors.numpy") { "safetensors.numpy.load_file(\($0))" }
  static let matlab = arrays("scipy.io") {
    "{k: v.squeeze() for k, v in scipy.io.loadmat(\($0)).items() if k[0] != \"_\"}"
  }
  /// - Parameter turned: whether MATLAB has written it, column after column.
  static func hdf5(turned: Bool) -> Self {
    arrays("h5py") {
      "{k: v[()]\(turned ? ".T.squeeze()" : "") for k, v in h5py.File(\($0)).items()"
        + " if hasattr(v, \"shape\")}"
    }
  }
  static let mxnet = arrays("mxnet") { "{k: v.asnumpy() for k, v in mxnet.nd.load(\($0)).items()}" }
  /// By that function of pandas.
  static func table(_ reader: String) -> Self { table("pandas") { "pandas.\(reader)(\($0))" } }
  static let r = table("pyreadr") { "next(iter(pyreadr.read_r(\($0)).values()))" }
  static let database = table("pandas, sqlite3") {
    "pandas.read_sql(\"select * from TABLE\", sqlite3.connect(\($0)))"
  }
  static let utf16 = python(ending: "utf8.csv") {
    "open(\($1), \"w\", encoding=\"utf-8\").write(open(\($0), encoding=\"utf-16\").read())"
  }
  /// Settings in another notation, for a JSON of options.
  static let yaml = settings("yaml") { "yaml.safe_load(open(\($0)))" }
  static let toml = settings("tomllib") { "tomllib.load(open(\($0), \"rb\"))" }
  /// A `.npz` where one array is wanted.
  static let archive = python(ending: "npy") {
    "import numpy; t = numpy.load(\($0)); numpy.save(\($1), t[t.files[0]])"
  }

  /// A value of Python, from the path of the file.
  private typealias Value = @Sendable (String) -> String

  private static func arrays(_ imports: String, _ value: @escaping Value) -> Self {
    python(ending: "npz") { "import numpy, \(imports); t = \(value($0)); numpy.savez(\($1), **t)" }
  }

  /// What may be one array or a dictionary of them: the names of a dictionary stay.
  private static func either(_ imports: String, _ value: @escaping Value) -> Self {
    arrays(imports) { "\(value($0)); t = t if isinstance(t, dict) else {\"features\": t}" }
  }

  private static func table(_ imports: String, _ value: @escaping Value) -> Self {
    python(ending: "csv") { "import \(imports); \(value($0)).to_csv(\($1), index=False)" }
  }

  private static func settings(_ module: String, _ value: @escaping Value) -> Self {
    python(ending: "json") { "import json, \(module); json.dump(\(value($0)), open(\($1), \"w\"))" }
  }
}

/// A word as a shell reads it back: as it is where it is plain, else in single quotes.
package func shellQuoted(_ word: String) -> String {
  let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+@%^"
  if !word.isEmpty, word.allSatisfy({ plain.contains($0) }) { return word }
  return "'" + word.replacing("'", with: "'\\''") + "'"
}
