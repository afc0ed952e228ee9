import CourantTesting
import Files
import Foundation
import Glibc
import Testing

@Suite struct ReadFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 4096: the minimum that is requested at once.
  @Test(arguments: [0, 1, 4095, 4096, 4097, 1_000_000])
  func aFileIsReadToItsEnd(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = folder.path + "/x"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try readFile(path) == bytes)
    #expect(try readFile(path, most: length) == bytes)
    guard length > 0 else { return }
    #expect(throws: FileFault.tooLong) { try readFile(path, most: length - 1) }
  }

  /// The kernel generates them when they are read, and reports a size of zero.
  @Test func aFileThatDoesNotSayItsLengthIsReadToItsEnd() throws {
    let limits = String(decoding: try readFile("/proc/self/limits"), as: UTF8.self)
    #expect(limits.hasPrefix("Limit"))
    #expect(limits.hasSuffix("\n"))
    #expect(throws: FileFault.tooLong) { try readFile("/proc/self/limits", most: 10) }
  }

  @Test func aPipeIsReadUntilItsWritersAreGone() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("one ".utf8))
    try pipe.fileHandleForWriting.write(contentsOf: Data("two".utf8))
    try pipe.fileHandleForWriting.close()
    let bytes = try readToEnd(pipe.fileHandleForReading.fileDescriptor, size: 0, most: 100)
    #expect(String(decoding: bytes, as: UTF8.self) == "one two")
  }

  /// A file that has grown or shrunk since its size was queried is read as it is now.
  @Test(arguments: [1, 3, 100]) func theSizeIsOnlyAnExpectation(size: Int) throws {
    try folder.write("grown", to: "x")
    let file = try #require(FileHandle(forReadingAtPath: folder.path + "/x"))
    #expect(try readToEnd(file.fileDescriptor, size: size, most: 1000) == Array("grown".utf8))
  }

  @Test func aPathWithoutARegularFileIsReported() throws {
    try folder.write("text", to: "x")
    for (path, reason) in [
      ("none", ENOENT), ("x/y", ENOTDIR), ("", EISDIR), ("x\0y", ENOENT),
      (String(repeating: "n", count: 300), ENAMETOOLONG),
    ] {
      #expect(throws: FileFault.system(reason)) { try readFile(folder.path + "/" + path) }
    }
    #expect("\(FileFault.system(ENOENT))" == "No such file or directory")
  }

  @Test(
    arguments: [
      "a/b.txt": "a", "a/b/c": "a/b", "/a/b": "/a", "b.txt": "", "b": "", "": "", "/b": "/", "/": "/", "é/b": "é",
      "a/b\u{301}": "a",
    ]) func theFolderOfAFileIsThePathBeforeItsLastSlash(path: String, folder: String)
  {
    #expect(enclosingFolder(of: path) == folder)
  }

  /// It ends the process if the path has one character: that of a file in the current folder, or of a folder in `public/`.
  @Test func noProgramAsksFoundationForTheFolderOfAFile() throws {
    #expect(try files(in: ["Sources"], where: { $0.contains("NSString).deletingLast" + "PathComponent") }) == [])
  }

  /// Foundation's readers of whole files leak a page for each empty file. `http` addresses have no other reader.
  @Test func nothingElseReadsWholeFiles() throws {
    let readers = [
      "FileManager.default.contents" + "(", "(contentsOf" + "File:", "Data(contents" + "Of:", "String(contents" + "Of:",
    ]
    let found = try files(in: ["Sources", "Tests"]) { text in readers.contains { text.contains($0) } }
    #expect(found.filter { !$0.hasSuffix("/PreviewServerTests.swift") } == [])
  }

  /// The Swift files in these folders of the repository whose text is such.
  private func files(in folders: [String], where isSuch: (String) -> Bool) throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    var found: [String] = []
    for folder in folders {
      let files = FileManager.default.enumerator(atPath: root + "/" + folder)
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        if isSuch(String(decoding: try readFile("\(root)/\(folder)/\(file)"), as: UTF8.self)) {
          found.append("\(folder)/\(file)")
        }
      }
    }
    return found
  }
}
