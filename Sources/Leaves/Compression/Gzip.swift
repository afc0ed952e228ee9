internal import CZlib

/// The bytes as a gzip file (RFC 1952) at zlib's default level, 6. The header has no name and no time, so equal bytes
/// give equal files with the same version of zlib.
///
/// Nil if memory runs out.
package func gzip(_ bytes: [UInt8]) -> [UInt8]? {
  let gzipHeader: Int32 = 16
  return deflated(bytes, level: Z_DEFAULT_COMPRESSION, windowBits: 15 + gzipHeader, strategy: Z_DEFAULT_STRATEGY)
}

/// The bytes as a zlib stream (RFC 1950), for rows of pixels: only runs of one byte are shortened, which is four times
/// faster than level 6 and, for the differences between rows of text, as small.
///
/// Nil if memory runs out.
package func zlibRuns(_ bytes: [UInt8]) -> [UInt8]? {
  deflated(bytes, level: Z_BEST_SPEED, windowBits: 15, strategy: Z_RLE)
}

/// CRC-32 as in RFC 1952 §8 and PNG.
package func crc32(_ bytes: some Collection<UInt8>) -> UInt32 {
  var bytes = Array(bytes)
  return unsafe bytes.withUnsafeMutableBufferPointer { bytes in
    unsafe UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes.baseAddress, UInt32(clamping: bytes.count)))
  }
}

/// - Parameter windowBits: 15, the largest window, and 16 more for the header of gzip.
private func deflated(_ bytes: [UInt8], level: Int32, windowBits: Int32, strategy: Int32) -> [UInt8]? {
  var stream = unsafe z_stream()
  let size = Int32(unsafe MemoryLayout<z_stream>.size)
  guard
    unsafe deflateInit2_(&stream, level, Z_DEFLATED, windowBits, 8, strategy, ZLIB_VERSION, size) == Z_OK
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
