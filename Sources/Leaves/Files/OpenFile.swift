package import Glibc

/// A regular file, open for reading. Its type and size are as of opening.
package struct OpenFile: ~Copyable {
  package let descriptor: Int32
  package let status: stat

  /// In bytes, as of opening.
  package var size: Int { Int(status.st_size) }

  /// Takes ownership of the descriptor. Nil, with the descriptor closed, if it is not of a regular file.
  package init?(owning descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.status = status
  }

  deinit { close(descriptor) }

  /// Whether the file is the same as when it was opened: same inode, size and times.
  package var isUnchanged: Bool {
    var now = stat()
    guard unsafe fstat(descriptor, &now) == 0 else { return false }
    return now.st_ino == status.st_ino && now.st_size == status.st_size && now.st_mtim == status.st_mtim
      && now.st_ctim == status.st_ctim
  }

  /// The whole file, at most `most` bytes.
  package func bytes(most: Int) throws(FileFault) -> [UInt8] {
    try readToEnd(descriptor, size: size, most: most)
  }

  /// At most this many bytes from the beginning; fewer only if the file is shorter.
  package func firstBytes(_ most: Int) throws(FileFault) -> [UInt8] { try bytes(at: 0, most) }

  /// At most this many bytes from an offset on; fewer only if the file ends.
  package func bytes(at offset: Int, _ most: Int) throws(FileFault) -> [UInt8] {
    guard offset >= 0, offset < size else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(most, size - offset))
    var got = 0
    while got < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(descriptor, buffer.baseAddress.map { unsafe $0 + got }, buffer.count - got, off_t(offset + got))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      if count == 0 { break }
      got += count
    }
    return Array(bytes.prefix(got))
  }
}

private func == (one: timespec, other: timespec) -> Bool {
  one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec
}
