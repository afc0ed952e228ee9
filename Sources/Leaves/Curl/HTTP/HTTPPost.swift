internal import CCurl

/// POSTs forms to one URL, over one connection as long as the server keeps it open. Confined to one thread.
///
/// Only http and https are allowed, redirects are not followed, and everything in the response except
/// the status is discarded.
package struct HTTPPost: ~Copyable {
  /// Why there is no status: a phrase in libcurl's words, never the server's.
  package struct Fault: Error, Hashable {
    package let sentence: String
  }

  private let handle: EasyHandle

  /// - Parameter url: absolute.
  /// - Parameter agent: the value of `User-Agent`.
  package init(to url: String, agent: String, connectTimeout: Duration) throws(Fault) {
    handle = try Fault.wrap { () throws(EasyHandle.Fault) in
      let handle = try EasyHandle()
      try handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
      try handle.set(CURLOPT_URL, url)
      try handle.set(CURLOPT_USERAGENT, agent)
      try handle.set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeout.milliseconds)
      let drop = unsafe courant_set_data_callback(handle.pointer, CURLOPT_WRITEFUNCTION) { _, size, count, _ in
        size * count
      }
      try handle.check(drop)
      return handle
    }
  }

  /// Sends `application/x-www-form-urlencoded` and returns the status, 100–599.
  ///
  /// - Parameter timeout: for the whole exchange, from the name look-up to the last byte of the response.
  package func send(_ form: String, timeout: Duration) throws(Fault) -> Int {
    try Fault.wrap { () throws(EasyHandle.Fault) in
      try handle.set(CURLOPT_TIMEOUT_MS, timeout.milliseconds)
      try handle.set(CURLOPT_POSTFIELDSIZE, form.utf8.count)
      try handle.set(CURLOPT_COPYPOSTFIELDS, form)
      try handle.check(unsafe curl_easy_perform(handle.pointer))
      var status = 0
      try handle.check(unsafe courant_get_long(handle.pointer, CURLINFO_RESPONSE_CODE, &status))
      return status
    }
  }
}

extension HTTPPost.Fault {
  fileprivate static func wrap<Result: ~Copyable>(
    _ body: () throws(EasyHandle.Fault) -> Result
  ) throws(HTTPPost.Fault) -> Result {
    do {
      return try body()
    } catch {
      throw HTTPPost.Fault(sentence: unsafe String(cString: curl_easy_strerror(error.code)))
    }
  }
}

extension Duration {
  /// At least 1: libcurl reads 0 as no limit.
  fileprivate var milliseconds: Int {
    max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
  }
}
