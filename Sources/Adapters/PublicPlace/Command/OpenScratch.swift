internal import Files
internal import Glibc

/// What a command reads, or what it prints. A file, unlike a pipe, never makes a command wait for its reader.
final class OpenScratch {
  let descriptor: Int32

  init() throws(FileFault) { descriptor = try openUnnamedFile() }

  deinit { close(descriptor) }

  /// Writes at the beginning, from which the next reader begins. False, with `errno` set, after an error.
  func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress! + done, $0.count - done, off_t(done)) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      done += written
    }
    return true
  }

  /// The last line that is not empty, from the last 4 kB; nil if there is none.
  var lastLine: String? {
    let size = max(0, lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, max(0, size - 4_096)) }
    guard count > 0 else { return nil }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }
}
