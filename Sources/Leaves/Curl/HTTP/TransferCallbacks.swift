internal import CCurl
internal import Glibc

// libcurl calls these on the thread of the loop, which keeps the transfer alive.

let onField: courant_data_callback = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  let isWanted = unsafe transfer.note(field: UnsafeRawBufferPointer(start: bytes, count: size * count))
  return isWanted ? size * count : 0
}

let onBytes: courant_data_callback = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  let isWanted = unsafe transfer.note(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
  return isWanted ? size * count : 0
}

let onUpload: courant_data_callback = { bytes, size, count, context in
  guard let bytes = unsafe bytes, let context = unsafe context else { return Int(CURL_READFUNC_ABORT) }
  let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  let buffer = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
  return unsafe transfer.fill(buffer) ?? Int(CURL_READFUNC_ABORT)
}

let onRewind: courant_seek_callback = { context, offset, origin in
  guard let context = unsafe context, origin == SEEK_SET else { return CURL_SEEKFUNC_FAIL }
  unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue().rewind(to: Int(offset))
  return CURL_SEEKFUNC_OK
}

/// Receives everything libcurl traces; only TLS data from the server is used.
let onTrace: courant_debug_callback = { _, kind, bytes, count, context in
  guard kind == CURLINFO_SSL_DATA_IN, let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  unsafe transfer.note(handshake: UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

/// Judges the address after the name look-up, so that no answer of a name server can lead to a private network.
let onSocket: courant_socket_callback = { context, _, address in
  guard let context = unsafe context, let address = unsafe address,
    let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
  else { return CURL_SOCKET_BAD }
  let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
  let family = unsafe address.pointee.family
  let place = unsafe SocketAddress(family: family, UnsafeRawPointer(address) + offset)
  guard transfer.allows(place) else { return CURL_SOCKET_BAD }
  let type = unsafe address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
  return unsafe socket(family, type, address.pointee.protocol)
}

/// Owns the header lines that are sent in addition to libcurl's.
@safe struct HeaderLines: ~Copyable {
  let pointer: UnsafeMutablePointer<curl_slist>?

  init() { unsafe pointer = nil }

  /// A field whose name or value has a code point above U+00FF or a control character is left out.
  init(_ fields: [HTTPField]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for field in fields {
      let scalars = "\(field.name): \(field.value)".unicodeScalars
      guard scalars.allSatisfy({ $0 == "\t" || (0x20..<0x7F).contains($0.value) || (0x80..<0x100).contains($0.value) })
      else { continue }
      let line = scalars.map { CChar(bitPattern: UInt8($0.value)) } + [0]
      unsafe list = curl_slist_append(list, line) ?? list
    }
    unsafe pointer = list
  }

  deinit { unsafe curl_slist_free_all(pointer) }
}
