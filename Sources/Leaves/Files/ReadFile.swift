internal import Glibc

/// All bytes of the file at `path`.
///
/// Foundation's functions for reading whole files leak a page for each empty file (swift-foundation of Swift 6.3), so
/// they are not used here.
/// - Parameter most: a longer file is not read; for files written by others.
package func readFile(_ path: String, most: Int = .max) throws(FileFault) -> [UInt8] {
  // As a C string, the path would end at the NUL and refer to another file.
  guard !path.utf8.contains(0) else { throw .system(ENOENT) }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .system(errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw .system(errno) }
  return try readToEnd(descriptor, size: Int(status.st_size), most: most)
}

/// The bytes of an open file from its current offset on. The descriptor stays open.
/// - Parameter size: the expected number of bytes; 0 if it is unknown, as for a pipe.
package func readToEnd(_ descriptor: Int32, size: Int, most: Int) throws(FileFault) -> [UInt8] {
  guard size <= most else { throw .tooLong }
  var bytes: [UInt8] = []
  while true {
    // One byte more than expected, so that a file of the expected size ends within the first read.
    let block = try readOnce(descriptor, upTo: max(size + 1 - bytes.count, 4096))
    if block.isEmpty { return bytes }
    if bytes.isEmpty { bytes = block } else { bytes += block }
    guard bytes.count <= most else { throw .tooLong }
    // A regular file ends after its expected size.
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
