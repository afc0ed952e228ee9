internal import CZlib

package enum Unpacked: Hashable, Sendable {
  case bytes([UInt8])
  /// The bytes are not a gzip file, or a damaged one.
  case broken
  case tooLarge
}

/// Unpacks a gzip file (RFC 1952) of one or more members.
///
/// - Parameter most: no more bytes than this are written.
package func gunzip(_ file: [UInt8], most: Int) -> Unpacked {
  var stream = unsafe z_stream()
  let size = Int32(unsafe MemoryLayout<z_stream>.size)
  let gzipHeader: Int32 = 16
  guard file.count < Int32.max, unsafe inflateInit2_(&stream, 15 + gzipHeader, ZLIB_VERSION, size) == Z_OK else {
    return .broken
  }
  defer { unsafe inflateEnd(&stream) }
  var output: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  var input = file
  return unsafe input.withUnsafeMutableBufferPointer { input in
    unsafe stream.next_in = input.baseAddress
    unsafe stream.avail_in = UInt32(input.count)
    while true {
      let (status, count) = unsafe inflateSome(&stream, into: &chunk)
      guard output.count + count <= most else { return .tooLarge }
      output += chunk[..<count]
      switch status {
      case Z_OK: continue
      case Z_STREAM_END where unsafe stream.avail_in == 0: return .bytes(output)
      case Z_STREAM_END:
        // What follows the last member may be padding, which does not matter.
        let begins = unsafe stream.avail_in >= 2 && stream.next_in[0] == 0x1F && stream.next_in[1] == 0x8B
        guard begins, unsafe inflateReset(&stream) == Z_OK else { return .bytes(output) }
      default: return .broken
      }
    }
  }
}

private func inflateSome(_ stream: inout z_stream, into chunk: inout [UInt8]) -> (status: Int32, count: Int) {
  unsafe chunk.withUnsafeMutableBufferPointer { chunk in
    unsafe stream.next_out = chunk.baseAddress
    unsafe stream.avail_out = UInt32(chunk.count)
    let status = unsafe inflate(&stream, Z_NO_FLUSH)
    return unsafe (status, chunk.count - Int(stream.avail_out))
  }
}
