internal import Glibc

/// Text decoded with the C library's `iconv` from the character set that its part names. Nil if the set is unknown.
///
/// UTF-8, ASCII and Latin-1 do not need iconv. Bytes that are invalid in the set are left out.
func converted(_ bytes: ArraySlice<UInt8>, from charset: String) -> String? {
  let name = charset.split(separator: "*").first.map { $0.lowercased() } ?? ""
  guard !["utf-8", "utf8", "us-ascii", "iso-8859-1", ""].contains(name), name.utf8.count <= 40,
    name.utf8.allSatisfy({ $0 != 0x2F && (0x21...0x7E).contains($0) })
  else { return nil }
  let conversion = iconv_open("UTF-8", name)
  guard conversion != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(conversion) }
  return String(decoding: converted(Array(bytes), by: conversion!), as: UTF8.self)
}

/// Each byte becomes at most four, in any set used in email; a longer result is cut.
private func converted(_ bytes: [UInt8], by conversion: iconv_t) -> [UInt8] {
  var input = bytes.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
  let outputCount = output.count
  var remaining = input.count
  var room = outputCount
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var to = output.baseAddress
      while remaining > 0, room > 0, iconv(conversion, &from, &remaining, &to, &room) == -1 {
        guard errno != E2BIG, remaining > 0 else { break }
        from = from?.advanced(by: 1)
        remaining -= 1
      }
    }
  }
  return output.prefix(outputCount - room).map { UInt8(bitPattern: $0) }
}
