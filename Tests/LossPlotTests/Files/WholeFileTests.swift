import Glibc
import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossRender
@testable import LossScene

struct WholeFileTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o7777
  }

  @Test func aFileIsWrittenAndNothingElseIsLeft() throws {
    try writeWhole([1, 2, 3], to: scratch.file("a"))
    #expect(try readFile(scratch.file("a")) == [1, 2, 3])
    try writeWhole([4], to: scratch.file("a"))
    #expect(try readFile(scratch.file("a")) == [4])
    #expect(scratch.names() == ["a"])
  }

  @Test func missingFoldersAreMade() throws {
    try writeWhole([1], to: scratch.file("b/c//d"))
    #expect(try readFile(scratch.file("b/c/d")) == [1])
  }

  @Test func theModeOfAFileStays() throws {
    let path = try scratch.write("x", to: "a")
    chmod(path, 0o640)
    try writeWhole([1], to: path)
    #expect(mode(path) == 0o640)
  }

  @Test func aNewFileHasTheModeThatOthersHave() throws {
    let other = try scratch.write("x", to: "other")
    try writeWhole([1], to: scratch.file("a"))
    #expect(mode(scratch.file("a")) == mode(other))
  }

  @Test func theTargetOfALinkIsReplaced() throws {
    let target = try scratch.write("old", to: "target")
    symlink("target", scratch.file("link"))
    symlink(scratch.file("link"), scratch.file("link2"))
    try writeWhole([9], to: scratch.file("link2"))
    #expect(try readFile(target) == [9])
    var status = stat()
    #expect(lstat(scratch.file("link2"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(scratch.names() == ["link", "link2", "target"])
  }

  @Test func theTargetOfADanglingLinkIsMade() throws {
    symlink("later", scratch.file("link"))
    try writeWhole([9], to: scratch.file("link"))
    #expect(try readFile(scratch.file("later")) == [9])
  }

  @Test func aLoopOfLinksIsAnError() {
    symlink("b", scratch.file("a"))
    symlink("a", scratch.file("b"))
    #expect(throws: FileError.self) { try writeWhole([1], to: scratch.file("a")) }
    #expect(throws: FileError.self) { try checkWritable(scratch.file("a")) }
  }

  @Test func aDeviceIsWrittenInPlace() throws {
    try writeWhole([1], to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func aFullDiskIsAnError() {
    #expect(
      throws: FileError.unwritable(
        path: "/dev/full", reason: "no space left",
        hint: "free some, or choose another place with -o")
    ) { try writeWhole([1], to: "/dev/full") }
  }

  @Test func aPipeIsWrittenInPlace() throws {
    let path = scratch.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Both ends, so that opening does not wait.
    let reader = open(path, O_RDWR)
    defer { close(reader) }
    try writeWhole([7, 8], to: path)
    var bytes: [UInt8] = [0, 0]
    #expect(read(reader, &bytes, 2) == 2)
    #expect(bytes == [7, 8])
    #expect(scratch.names() == ["pipe"])
  }

  @Test func anErrorLeavesNothingBehind() {
    let name = String(repeating: "n", count: 300)
    #expect(throws: FileError.self) {
      try writeWhole([1], to: scratch.file("new/deep/\(name)"))
    }
    #expect(scratch.names() == [])
  }

  @Test func foldersAndFilesInTheWayAreNamed() throws {
    try scratch.write("x", to: "file")
    for check in [{ try checkWritable($0) }, { try writeWhole([], to: $0) }] {
      #expect {
        try check(scratch.path)
      } throws: { "\($0)".contains("it is a folder") }
      #expect {
        try check(scratch.file("new/"))
      } throws: { "\($0)".contains("it is a folder") }
      #expect {
        try check(scratch.file("file/a.png"))
      } throws: { "\($0)".contains("a part of the path is a file") }
      #expect {
        try check(scratch.file(String(repeating: "n", count: 300)))
      } throws: { "\($0)".contains("the name is too long") }
      #expect(throws: FileError.self) { try check("") }
    }
  }

  @Test func checkingMakesNothing() throws {
    try checkWritable(scratch.file("a/b/c.png"))
    try checkWritable(scratch.file("c.png"))
    try checkWritable("-")
    try checkWritable("/dev/null")
    #expect(scratch.names() == [])
  }

  @Test(arguments: ["/proc/x/y.png", "/sys/y.png", "/proc/y"])
  func fileSystemsThatTakeNoFilesAreFoundOutBeforehand(path: String) {
    #expect(throws: FileError.self) { try checkWritable(path) }
  }

  @Test func aLongNameAmongFoldersToMakeIsFoundOutBeforehand() {
    let name = String(repeating: "n", count: 300)
    for path in ["new/\(name)", "new/\(name)/a.png"] {
      #expect {
        try checkWritable(scratch.file(path))
      } throws: { "\($0)".contains("the name is too long") }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatCannotBeWrittenIsAnError() {
    chmod(scratch.path, 0o500)
    defer { chmod(scratch.path, 0o700) }
    #expect(throws: FileError.self) { try checkWritable(scratch.file("a/b")) }
    #expect(throws: FileError.self) { try writeWhole([1], to: scratch.file("a/b")) }
  }

  @Test func aReadOnlyFileIsRefusedToThoseWhomItBinds() throws {
    let path = try scratch.write("x", to: "a")
    chmod(path, 0o400)
    if geteuid() != 0 {
      #expect(throws: FileError.self) { try checkWritable(path) }
      #expect(throws: FileError.self) { try writeWhole([1], to: path) }
    } else {
      try writeWhole([1], to: path)
      #expect(mode(path) == 0o400)
    }
  }

  @Test func notedFilesAreRemovedByASignal() throws {
    // Of its own: other tests are writing files now.
    let files = TemporaryFiles()
    let path = try scratch.write("half", to: "half")
    let other = try scratch.write("done", to: "done")
    let place = files.note(path)
    files.forget(files.note(other))
    files.removeNoted()
    files.forget(place)
    #expect(scratch.names() == ["done"])
  }

  @Test func moreFilesThanPlacesAreWrittenUnnoted() throws {
    let files = TemporaryFiles()
    let places = (0..<70).map { files.note(scratch.file("n\($0)")) }
    #expect(places.compactMap { $0 }.count == 64)
    files.forget(places[5])
    #expect(files.note(scratch.file("new")) == 5)
  }

  @Test func manyFilesAtOnce() async throws {
    let folder = scratch.path
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<200 {
        group.addTask {
          do {
            try writeWhole([UInt8(index)], to: "\(folder)/n\(index)")
          } catch {
            Issue.record(error)
          }
        }
      }
    }
    #expect(scratch.names().count == 200)
  }
}
