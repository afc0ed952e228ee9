internal import CZlib

/// The bytes as a gzip file (RFC 1952) at zlib's default level, 6. The header has no name and no time, so equal bytes
/// give equal files with the same version of zlib.
///
/// Nil if memory runs out.
package func gzip(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = unsafe z_stream()
  let gzipHeader = 16
  let size = Int32(unsafe MemoryLayout<z_stream>.size)
  guard
    unsafe deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, Int32(15 + gzipHeader), 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size
    ) == Z_OK
  else { return nil }
  defer { unsafe deflateEnd(&stream) }
  // zlib processes at most 4 GB per call; no document is a hundredth of that.
  guard bytes.count < Int32.max else { return nil }
  let bound = Int(unsafe deflateBound(&stream, UInt(bytes.count)))
  var input = bytes
  var status = Z_OK
  let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(input.count)
      unsafe stream.next_out = output.baseAddress
      unsafe stream.avail_out = UInt32(bound)
      unsafe status = deflate(&stream, Z_FINISH)
      unsafe count = bound - Int(stream.avail_out)
    }
  }
  return status == Z_STREAM_END ? output : nil
}
