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
    let write = PythonWriting(file: file)
    switch self {
    case .torch: return write.either("torch", "torch.load(\(name), map_location=\"cpu\")")
    case .pickle: return write.either("pickle", "pickle.load(open(\(name), \"rb\"))")
    case .safetensors:
      return write.archive("safetensors.numpy", "safetensors.numpy.load_file(\(name))")
    case .matlab:
      return write.archive(
        "scipy.io",
        "{k: v.squeeze() for k, v in scipy.io.loadmat(\(name)).items() if k[0] != \"_\"}")
    case .hdf5(let turned):
      return write.archive(
        "h5py",
        "{k: v[()]\(turned ? ".T.squeeze()" : "") for k, v in h5py.File(\(name)).items()"
          + " if hasattr(v, \"shape\")}")
    case .table(let reader): return write.table("pandas", "pandas.\(reader)(\(name))")
    case .r: return write.table("pyreadr", "next(iter(pyreadr.read_r(\(name)).values()))")
    case .database:
      return write.table(
        "pandas, sqlite3",
        "pandas.read_sql(\"select * from TABLE\", sqlite3.connect(\(name)))")
    case .mxnet:
      return write.archive("mxnet", "{k: v.asnumpy() for k, v in mxnet.nd.load(\(name)).items()}")
    case .json: return write.either("json", "json.load(open(\(name)))")
    case .jsonRecords: return write.table("pandas", "pandas.read_json(\(name))")
    case .utf16: return write.text("open(\(name), encoding=\"utf-16\").read()")
    case .archive: return write.firstArray("numpy.load(\(name))")
    case .yaml: return write.settings("yaml", "yaml.safe_load(open(\(name)))")
    case .toml: return write.settings("tomllib", "tomllib.load(open(\(name), \"rb\"))")
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
  fileprivate static func target(of file: String, _ ending: String) -> String {
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
package func shellQuoted(_ word: String) -> String {
  let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,+@%^"
  if !word.isEmpty, word.allSatisfy({ plain.contains($0) }) { return word }
  return "'" + word.replacing("'", with: "'\\''") + "'"
}

/// A line of Python that reads a value and writes it beside the file that it comes from, and the
/// ending of what it writes.
private struct PythonWriting {
  let file: String

  func archive(_ imports: String, _ value: String) -> (String, String) {
    ("import numpy, \(imports); t = \(value); numpy.savez(\(target("npz")), **t)", "npz")
  }

  /// What may be one array or a dictionary of them: the names of a dictionary stay.
  func either(_ imports: String, _ value: String) -> (String, String) {
    archive(imports, "\(value); t = t if isinstance(t, dict) else {\"features\": t}")
  }

  func table(_ imports: String, _ value: String) -> (String, String) {
    ("import \(imports); \(value).to_csv(\(target("csv")), index=False)", "csv")
  }

  func settings(_ module: String, _ value: String) -> (String, String) {
    ("import json, \(module); json.dump(\(value), open(\(target("json")), \"w\"))", "json")
  }

  func text(_ value: String) -> (String, String) {
    ("open(\(target("utf8.csv")), \"w\", encoding=\"utf-8\").write(\(value))", "utf8.csv")
  }

  func firstArray(_ value: String) -> (String, String) {
    ("import numpy; t = \(value); numpy.save(\(target("npy")), t[t.files[0]])", "npy")
  }

  private func target(_ ending: String) -> String {
    PythonConversion.pythonText(PythonConversion.target(of: file, ending))
  }
}
