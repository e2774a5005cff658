/// How a file of another program becomes one that lossviz reads.
enum PythonConversion: Sendable, Equatable {
  case torch
  case pickle
  case safetensors
  case matlab
  /// - Parameter turned: whether MATLAB has written it, column after column.
  case hdf5(turned: Bool)
  /// By that function of pandas.
  case table(String)
  case r
  case database
  case mxnet
  case json
  case jsonRecords
  case utf16
  /// Settings in another notation, for a JSON of options.
  case yaml
  case toml
  /// A `.npz` where one array is wanted.
  case archive
  /// A picture by itself, where pictures come in folders.
  case imageFolder
  /// By a program that takes the file.
  case shell(String)
  case advice(String)

  /// What to type, and what it makes.
  ///
  /// - Parameter path: `-` for standard input, whose file nobody knows.
  func hint(path: String, isGzip: Bool = false) -> String {
    var file = path == "-" ? "FILE" : path
    let quoted = Self.shellWord(file)
    switch self {
    case .shell(let program): return "\(program) \(quoted)"
    case .advice(let text): return text
    case .imageFolder:
      return "pictures: --data FOLDER, with a folder a class; or their numbers as .npy"
    default: break
    }
    var first = ""
    if isGzip, file.hasSuffix(".gz") {
      first = "gunzip -k \(quoted) && "
      file = String(file.dropLast(3))
    }
    guard let (lines, ending) = python(file) else { return "" }
    return first + "python3 -c " + Self.shellWord(lines) + " writes "
      + Self.target(of: file, ending)
  }

  /// The program, and the ending of what it writes.
  private func python(_ file: String) -> (program: String, ending: String)? {
    let name = Self.pythonText(file)
    func archive(_ imports: String, _ value: String) -> (String, String) {
      let target = Self.pythonText(Self.target(of: file, "npz"))
      return ("import numpy, \(imports); t = \(value); numpy.savez(\(target), **t)", "npz")
    }
    /// What may be one array or a dictionary of them: the names of a dictionary stay.
    func either(_ imports: String, _ value: String) -> (String, String) {
      let target = Self.pythonText(Self.target(of: file, "npz"))
      return (
        "import numpy, \(imports); t = \(value); t = t if isinstance(t, dict) else"
          + " {\"features\": t}; numpy.savez(\(target), **t)", "npz"
      )
    }
    func table(_ imports: String, _ value: String) -> (String, String) {
      let target = Self.pythonText(Self.target(of: file, "csv"))
      return ("import \(imports); \(value).to_csv(\(target), index=False)", "csv")
    }
    func settings(_ module: String, _ value: String) -> (String, String) {
      let target = Self.pythonText(Self.target(of: file, "json"))
      return ("import json, \(module); json.dump(\(value), open(\(target), \"w\"))", "json")
    }
    switch self {
    case .torch: return either("torch", "torch.load(\(name), map_location=\"cpu\")")
    case .pickle: return either("pickle", "pickle.load(open(\(name), \"rb\"))")
    case .safetensors:
      return archive("safetensors.numpy", "safetensors.numpy.load_file(\(name))")
    case .matlab:
      return archive(
        "scipy.io",
        "{k: v.squeeze() for k, v in scipy.io.loadmat(\(name)).items() if k[0] != \"_\"}")
    case .hdf5(let turned):
      return archive(
        "h5py",
        "{k: v[()]\(turned ? ".T.squeeze()" : "") for k, v in h5py.File(\(name)).items()"
          + " if hasattr(v, \"shape\")}")
    case .table(let reader): return table("pandas", "pandas.\(reader)(\(name))")
    case .r: return table("pyreadr", "next(iter(pyreadr.read_r(\(name)).values()))")
    case .database:
      return table(
        "pandas, sqlite3",
        "pandas.read_sql(\"select * from TABLE\", sqlite3.connect(\(name)))")
    case .mxnet:
      return archive("mxnet", "{k: v.asnumpy() for k, v in mxnet.nd.load(\(name)).items()}")
    case .json: return either("json", "json.load(open(\(name)))")
    case .jsonRecords: return table("pandas", "pandas.read_json(\(name))")
    case .utf16:
      let target = Self.pythonText(Self.target(of: file, "utf8.csv"))
      return (
        "open(\(target), \"w\", encoding=\"utf-8\").write(open(\(name), encoding=\"utf-16\")"
          + ".read())", "utf8.csv"
      )
    case .archive:
      let target = Self.pythonText(Self.target(of: file, "npy"))
      return (
        "import numpy; t = numpy.load(\(name)); numpy.save(\(target), t[t.files[0]])", "npy"
      )
    case .yaml: return settings("yaml", "yaml.safe_load(open(\(name)))")
    case .toml: return settings("tomllib", "tomllib.load(open(\(name), \"rb\"))")
    case .imageFolder, .shell, .advice: return nil
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

  /// A word as a shell takes it: in single quotes unless it is plain.
  private static func shellWord(_ text: String) -> String {
    shellQuoted(text)
  }
}

/// A word as a shell reads it back: as it is where it is plain, else in single quotes.
public func shellQuoted(_ word: String) -> String {
  let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+@%^"
  if !word.isEmpty, word.allSatisfy({ plain.contains($0) }) { return word }
  return "'" + word.replacing("'", with: "'\\''") + "'"
}
