package import Glibc

/// A regular file, open for reading. What it is was judged when it was opened.
package struct OpenFile: ~Copyable {
  package let descriptor: Int32
  package let status: stat

  /// In bytes, when it was opened.
  package var size: Int { Int(status.st_size) }

  /// Takes the descriptor over. Nil, and the descriptor closed, if it is none of a regular file.
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

  /// Whether the file is still what it was when it was opened: the same inode, size and times.
  package var isUnchanged: Bool {
    var now = stat()
    guard unsafe fstat(descriptor, &now) == 0 else { return false }
    return now.st_ino == status.st_ino && now.st_size == status.st_size && now.st_mtim == status.st_mtim
      && now.st_ctim == status.st_ctim
  }

  /// All of it; at most `most` bytes.
  package func bytes(most: Int) throws(FileFault) -> [UInt8] {
    try readToEnd(descriptor, size: size, most: most)
  }
}

private func == (one: timespec, other: timespec) -> Bool {
  one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec
}
