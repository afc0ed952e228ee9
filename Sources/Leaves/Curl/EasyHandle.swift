internal import CCurl
internal import Glibc

/// The owner of one libcurl easy handle. Confined to one thread.
///
/// `CURLOPT_NOSIGNAL` is set: libcurl uses no signals, and writes to a lost connection with `MSG_NOSIGNAL`.
@safe struct EasyHandle: ~Copyable {
  /// libcurl's code for the failure.
  struct Fault: Error {
    let code: CURLcode

    /// libcurl's message.
    var words: String { unsafe String(cString: curl_easy_strerror(code)) }
  }

  let pointer: OpaquePointer
  /// `CURL_ERROR_SIZE` octets that libcurl writes to for the lifetime of the handle.
  private let errorBuffer: UnsafeMutablePointer<CChar>

  init() throws(Fault) {
    guard Self.library == CURLE_OK, let handle = unsafe curl_easy_init() else { throw Fault(code: CURLE_FAILED_INIT) }
    let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe buffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    let code = unsafe courant_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer)
    let noSignal = unsafe courant_set_long(handle, CURLOPT_NOSIGNAL, 1)
    guard code == CURLE_OK, noSignal == CURLE_OK else {
      unsafe curl_easy_cleanup(handle)
      unsafe buffer.deallocate()
      throw Fault(code: code == CURLE_OK ? noSignal : code)
    }
    unsafe pointer = handle
    unsafe errorBuffer = buffer
  }

  deinit {
    unsafe curl_easy_cleanup(pointer)
    unsafe errorBuffer.deallocate()
  }

  /// libcurl's message about the last failure; empty if it has none.
  var errorText: String { unsafe String(cString: errorBuffer) }

  func set(_ option: CURLoption, _ value: Int) throws(Fault) {
    try check(unsafe courant_set_long(pointer, option, value))
  }

  /// libcurl copies the string. It must not contain a NUL: the rest would be lost silently.
  func set(_ option: CURLoption, _ value: String) throws(Fault) {
    guard !value.utf8.contains(0) else { throw Fault(code: CURLE_BAD_FUNCTION_ARGUMENT) }
    try check(unsafe courant_set_string(pointer, option, value))
  }

  /// Sets a string to nothing, or back to libcurl's default.
  func clear(_ option: CURLoption) throws(Fault) { try check(unsafe courant_set_string(pointer, option, nil)) }

  func clearError() { unsafe errorBuffer.pointee = 0 }

  /// errno of the last failed connect; 0 if there was none.
  var systemError: Int32 {
    var value = 0
    guard unsafe courant_get_long(pointer, CURLINFO_OS_ERRNO, &value) == CURLE_OK else { return 0 }
    return Int32(truncatingIfNeeded: value)
  }

  /// The numeric address of the last connection; nil if there was none.
  var connectedAddress: String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe courant_get_string(pointer, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text = unsafe text else {
      return nil
    }
    let address = unsafe String(cString: text)
    return address.isEmpty ? nil : address
  }

  /// The socket of a handle that connected with `CURLOPT_CONNECT_ONLY`. The handle still owns it.
  var activeSocket: curl_socket_t {
    get throws(Fault) {
      var socket = curl_socket_t(-1)
      try check(unsafe courant_get_socket(pointer, CURLINFO_ACTIVESOCKET, &socket))
      return socket
    }
  }

  /// OpenSSL's verdict on the last certificate; 0 if it was accepted.
  var verifyResult: Int {
    var value = 0
    _ = unsafe courant_get_long(pointer, CURLINFO_SSL_VERIFYRESULT, &value)
    return value
  }

  /// The status of the last response; 0 if there was none.
  var status: Int {
    var value = 0
    _ = unsafe courant_get_long(pointer, CURLINFO_RESPONSE_CODE, &value)
    return value
  }

  /// Absolute; nil if the last response names no other place.
  var redirectURL: String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe courant_get_string(pointer, CURLINFO_REDIRECT_URL, &text) == CURLE_OK, let text = unsafe text else {
      return nil
    }
    return unsafe String(cString: text)
  }

  /// Whether the last request was sent, or could have been: TCP and TLS were ready.
  var hasConnected: Bool {
    var seconds = 0.0
    return unsafe courant_get_double(pointer, CURLINFO_PRETRANSFER_TIME, &seconds) == CURLE_OK && seconds > 0
  }

  /// Why the last connect failed: the system's message, or libcurl's if there is none.
  var connectWords: String {
    let error = systemError
    guard error == 0 else { return unsafe String(cString: strerror(error)) }
    return errorText.isEmpty ? Fault(code: CURLE_COULDNT_CONNECT).words : errorText
  }

  static var isReady: Bool { library == CURLE_OK }

  func check(_ code: CURLcode) throws(Fault) {
    guard code == CURLE_OK else { throw Fault(code: code) }
  }

  /// curl_global_init, called once per process and before the first handle.
  private static let library: CURLcode = curl_global_init(courant_global_all)
}

extension Duration {
  /// At least 1: libcurl reads 0 as no limit.
  var inMilliseconds: Int { max(1, Int(min(self / .milliseconds(1), 1e15))) }
}
