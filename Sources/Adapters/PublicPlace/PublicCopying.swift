internal import Files
internal import Glibc

/// A file changed while it was being copied.
struct ChangedMeanwhile: Error, CustomStringConvertible {
  let description = "this file changed while it was copied; the next run copies it"
}

/// Copies and compares block by block, so that memory does not grow with the file.
extension PublicFolder.Root {
  private static let blockSize = 65_536

  /// Whether a file exists with the same bytes as another; false if it cannot be read.
  func holds(copyOf original: borrowing OpenFile, _ path: String) -> Bool {
    var status = stat()
    guard fstatat(descriptor, path, &status, 0) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == original.size
    else { return false }
    let copy = openat(descriptor, path, O_RDONLY | O_CLOEXEC)
    guard copy >= 0 else { return false }
    defer { close(copy) }
    var a = [UInt8](repeating: 0, count: Self.blockSize)
    var b = [UInt8](repeating: 0, count: Self.blockSize)
    var place = 0
    while place < original.size {
      let count = min(Self.blockSize, original.size - place)
      guard fill(&a, count, from: original.descriptor, at: place), fill(&b, count, from: copy, at: place),
        a[..<count] == b[..<count]
      else { return false }
      place += count
    }
    return true
  }

  /// Copies all bytes that the file had when it was opened.
  func copy(_ original: borrowing OpenFile, to file: Int32, _ path: String) throws {
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    var place = 0
    while place < original.size {
      let count = min(Self.blockSize, original.size - place)
      guard fill(&block, count, from: original.descriptor, at: place) else { throw ChangedMeanwhile() }
      try write(block[..<count], file, path)
      place += count
    }
    guard original.isUnchanged else { throw ChangedMeanwhile() }
  }

  /// Reads this many bytes; false if there are fewer.
  private func fill(_ block: inout [UInt8], _ count: Int, from file: Int32, at place: Int) -> Bool {
    var done = 0
    while done < count {
      let got = block.withUnsafeMutableBytes { pread(file, $0.baseAddress! + done, count - done, off_t(place + done)) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return false }
      done += got
    }
    return true
  }
}
