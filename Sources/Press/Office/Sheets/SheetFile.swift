internal import Files
internal import Foundation

/// A file that is read several times, in pieces, so that its size does not matter.
package struct SheetFile {
  private let open: () throws -> FileHandle
  /// As the operator named it.
  package let name: String

  /// - Parameter path: `-` reads standard input, which is first copied to an unnamed file.
  package init(_ path: String) throws {
    guard path == "-" else {
      name = path
      open = { try FileHandle(forReadingFrom: URL(fileURLWithPath: path)) }
      return
    }
    name = "standard input"
    let copy = try Self.spooled(.standardInput)
    open = {
      try copy.seek(toOffset: 0)
      return copy
    }
  }

  package init(_ bytes: [UInt8], name: String) throws {
    self.name = name
    let copy = try Self.unnamed()
    try copy.write(contentsOf: bytes)
    open = {
      try copy.seek(toOffset: 0)
      return copy
    }
  }

  /// The name without its folders: programs encode in it which readers a list contains.
  var baseName: String { (name as NSString).lastPathComponent }

  /// Passes the file to `body` from the beginning; a file that cannot be read to its end is an error in any case.
  func read<Result>(_ body: (@escaping () -> [UInt8]) throws -> Result) throws -> Result {
    let file = try open()
    let failure = ReadFailure()
    let result = try body {
      do {
        return try file.read(upToCount: 65_536).map(Array.init) ?? []
      } catch {
        failure.error = error
        return []
      }
    }
    if let error = failure.error { throw error }
    return result
  }

  private final class ReadFailure {
    var error: (any Error)?
  }

  private static func spooled(_ input: FileHandle) throws -> FileHandle {
    let copy = try unnamed()
    while let piece = try input.read(upToCount: 65_536), !piece.isEmpty { try copy.write(contentsOf: piece) }
    return copy
  }

  private static func unnamed() throws -> FileHandle {
    FileHandle(fileDescriptor: try openUnnamedFile(), closeOnDealloc: true)
  }
}
