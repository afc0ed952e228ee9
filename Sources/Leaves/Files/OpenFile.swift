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
}

private func == (one: timespec, other: timespec) -> Bool {
  one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec
}
