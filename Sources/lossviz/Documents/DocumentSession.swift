import LossPlot

/// A call of `docs`: every block checked, then compared with its picture, then drawn.
struct DocumentSession {
  let paths: [String]
  let runs: String
  let options: DocumentOptions
  let console: Console

  func run() throws {
    guard !options.isCheck || !options.isForced else {
      throw UsageError.conflict(
        "--check changes nothing and --force everything", hint: "give one of them")
    }
    let files = try markdownFiles()
    let blocks = try checked(files)
    var drifts: [(block: DocumentBlock, drift: DocumentDrift)] = []
    var faults: [Complaint] = []
    for block in blocks {
      do {
        drifts.append((block, try DocumentDrift(block)))
      } catch {
        faults.append(block.fault(error))
      }
    }
    try Complaint.report(faults, hint: "nothing was changed", console)
    let drifted = drifts.filter { $0.drift.isDrift || options.isForced && $0.block.table == nil }
    guard !drifted.isEmpty else { return try sayAllIsRight(blocks.count) }
    if options.isCheck { return try report(drifted, of: blocks.count) }
    try checkWritable(drifted)
    try draw(drifted)
  }

  private func sayAllIsRight(_ count: Int) throws {
    switch count {
    case 0: try console.say("no blocks")
    case 1: try console.say("1 block is as wanted")
    default: try console.say("\(count) blocks are as wanted")
    }
  }

  /// The files with the folder that they may not leave.
  private func markdownFiles() throws -> [(file: MarkdownFile, root: DocumentRoot)] {
    var files: [(file: MarkdownFile, root: DocumentRoot)] = []
    var known: Set<String> = []
    for path in paths {
      let isFolder = isFolder(path)
      let found =
        isFolder ? try filesBelow(path) { MarkdownFile.endings.contains($0.ending) } : [path]
      for name in found where known.insert(realPath(name) ?? name).inserted {
        let folder = folderPart(of: name)
        let root = DocumentRoot(
          path: isFolder ? path : folder, folder: folder, allowsOutside: options.allowsOutside)
        try root.check(document: name)
        files.append((try MarkdownFile(path: name), root))
      }
    }
    return files
  }

  /// All blocks, if none of them is wrong.
  private func checked(
    _ files: [(file: MarkdownFile, root: DocumentRoot)]
  ) throws -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    var faults: [Complaint] = []
    var owners: [String: String] = [:]
    for (markdown, root) in files {
      faults += markdown.faults
      for block in markdown.blocks {
        do {
          let planned =
            try DocumentBlock(table: block, of: markdown)
            ?? DocumentBlock(block, of: markdown, root: root, runs: runs, isSure: options.isSure)
          for file in planned.files {
            let path = Self.identity(of: file.place)
            if let owner = owners[path] {
              throw UsageError.conflict(
                "'\(file.path)' is the picture of \(owner), too",
                hint: "give each block its own -o")
            }
            owners[path] = "\(markdown.path):\(block.line)"
          }
          blocks.append(planned)
        } catch {
          faults.append(Complaint(error, at: block.line, of: markdown.path))
        }
      }
    }
    try Complaint.report(faults, hint: "nothing was changed", console)
    return blocks
  }

  /// The same for every way to say a path.
  private static func identity(of path: String) -> String {
    if let real = realPath(path) { return real }
    let folder = folderPart(of: path)
    let name = path.dropFirst(folder.count)
    guard let real = realPath(folder.isEmpty ? "." : folder) else {
      return path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
    return real + "/" + name
  }

  private func report(
    _ drifted: [(block: DocumentBlock, drift: DocumentDrift)], of count: Int
  ) throws {
    for (block, drift) in drifted {
      for line in drift.report(block) { try console.print(line) }
    }
    throw Complaint(
      status: .checkFailed,
      message: "\(drifted.count) of \(count == 1 ? "1 block" : "\(count) blocks") drifted",
      hint: "lossviz docs \(paths.joined(separator: " ")) puts it right")
  }

  /// - Throws: `FileError.unwritable`, before anything is drawn.
  private func checkWritable(
    _ drifted: [(block: DocumentBlock, drift: DocumentDrift)]
  ) throws(FileError) {
    for (block, drift) in drifted {
      do throws(FileError) {
        try LossPlot.checkWritable(block.file.path)
      } catch {
        guard case .unwritable(let path, let reason, _) = error else { throw error }
        throw .unwritable(path: path, reason: reason, hint: "nothing was drawn")
      }
      guard drift.wantsDrawing || options.isForced else { continue }
      for file in block.files { try LossPlot.checkWritable(file.place) }
    }
  }

  /// Draws what is missing or stale, then rewrites the documents; a block that fails is left as it
  /// was, and the others are done.
  private func draw(_ drifted: [(block: DocumentBlock, drift: DocumentDrift)]) throws {
    let silent = Console(
      output: TextStream(isTerminal: false) { _ in }, messages: console.messages,
      isQuiet: console.isQuiet, isVerbose: console.isVerbose)
    var faults: [Complaint] = []
    // Listed at the end: who stops reading the list does not stop the work.
    var written: [String] = []
    var files: [(file: MarkdownFile, texts: [(block: MarkdownFile.Block, text: String)])] = []
    // Blocks of one file come one after another.
    for (block, drift) in drifted {
      do {
        var text = block.file.text(of: block.block)
        if case .text(let new) = drift { text = new }
        if block.table == nil, drift.wantsDrawing || options.isForced {
          try console.say("\(block.file.path):\(block.block.line): \(block.pictures[0].path)")
          try block.command.run(block.call, silent)
          try block.page?.write()
          written += block.files.map(\.place)
          let picture = block.pictures[0].output.path
          text = block.body(try CarriedRecipe(path: picture).words)
        }
        guard text != block.file.text(of: block.block) else { continue }
        if files.last?.file.path != block.file.path { files.append((block.file, [])) }
        files[files.count - 1].texts.append((block.block, text))
      } catch {
        faults.append(block.fault(error))
      }
    }
    for (file, texts) in files {
      try file.checkUnchanged()
      try writeWhole(file.replacing(texts), to: file.path)
      written.append(file.path)
    }
    for path in written { try console.print(path) }
    try Complaint.report(faults, hint: "the other blocks are done", console)
  }
}

extension MarkdownFile {
  /// Drawing may take hours, and somebody may have written on meanwhile.
  fileprivate func checkUnchanged() throws(FileError) {
    guard try readFile(path, limit: Self.largest) != bytes else { return }
    throw .unwritable(
      path: path, reason: "it was changed while its pictures were drawn",
      hint: "the pictures are done: run lossviz docs again")
  }
}
