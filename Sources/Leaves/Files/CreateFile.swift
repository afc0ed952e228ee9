internal import Glibc

/// Creates a file that only its owner can read, and syncs it to disk. Nothing is left of it after a throw.
///
/// Returns false, changing nothing, if anything already exists at `path`, even a symbolic link.
package func createPrivateFile(_ path: String, _ bytes: [UInt8]) throws(FileFault) -> Bool {
  // As a C string it would end at the NUL, and name another file.
  guard !path.utf8.contains(0) else { throw .system(ENOENT) }
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    if errno == EEXIST { return false }
    throw .system(errno)
  }
  defer { close(descriptor) }
  guard unsafe write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
    let reason = errno
    unsafe unlink(path)
    throw .system(reason)
  }
  return true
}
