internal import Glibc

/// All bytes of the file at `path`.
///
/// Foundation's readers of whole files leak a page for each empty file, so nothing here uses them (swift-foundation of
/// Swift 6.3).
/// - Parameter most: a longer file is not read; for files that others write.
package func readFile(_ path: String, most: Int = .max) throws(FileFault) -> [UInt8] {
  // As a C string it would end there, and name another file.
  guard !path.utf8.contains(0) else { throw .system(ENOENT) }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .system(errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
  return try readToEnd(descriptor, size: Int(status.st_size), most: most)
}

/// The bytes of an open file from where it stands. The descriptor stays open.
/// - Parameter size: how many there should be; 0 where that is not known, as for a pipe.
package func readToEnd(_ descriptor: Int32, size: Int, most: Int) throws(FileFault) -> [UInt8] {
  guard size <= most else { throw .tooLong }
  var bytes: [UInt8] = []
  while true {
    // One byte more than there should be, so that a file of the expected size ends within the first read.
    let block = try readOnce(descriptor, upTo: max(size + 1 - bytes.count, 4096))
    if block.isEmpty { return bytes }
    if bytes.isEmpty { bytes = block } else { bytes += block }
    guard bytes.count <= most else { throw .tooLong }
    // A regular file that gives no more than it should have is at its end.
    if size > 0, bytes.count == size { return bytes }
  }
}

private func readOnce(_ descriptor: Int32, upTo room: Int) throws(FileFault) -> [UInt8] {
  var got = 0
  let block = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat { got = unsafe read(descriptor, buffer.baseAddress, room) } while got < 0 && errno == EINTR
    count = max(got, 0)
  }
  guard got >= 0 else { throw .system(errno) }
  return block
}
