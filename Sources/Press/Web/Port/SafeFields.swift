internal import Text

extension WebResponse {
  /// Adds the fields of every answer: nothing is run, fetched or framed, and no other site learns where the reader came from.
  ///
  /// `Referrer-Policy` is not `no-referrer`, because browsers would then send `Origin: null` with the forms.
  /// - Parameter isPrivate: the path has a token.
  /// - Parameter returning: an origin to which a form of this page may lead; Chromium also applies `form-action` to redirects.
  func guarded(isPrivate: Bool, returning origin: String? = nil) -> WebResponse {
    var response = self
    let forms = ["'self'"] + [origin].compactMap(\.self)
    response.set(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action \(forms.joined(separator: " ")); "
        + "base-uri 'none'; frame-ancestors 'none'")
    response.set("X-Content-Type-Options", "nosniff")
    if response.field("Referrer-Policy") == nil { response.set("Referrer-Policy", "same-origin") }
    if response.field("Cache-Control") == nil { response.set("Cache-Control", "no-store") }
    if isPrivate { response.set("X-Robots-Tag", "noindex") }
    return response
  }
}
