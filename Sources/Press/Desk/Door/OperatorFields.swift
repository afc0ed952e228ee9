internal import Web

extension WebResponse {
  /// Adds the headers of every response: nothing is run or fetched from elsewhere, no other page may frame this one, and
  /// nothing is cached.
  func guardedForOperators() -> WebResponse {
    var response = self
    if response.field("Content-Security-Policy") == nil {
      response.set(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'")
    }
    response.set("X-Content-Type-Options", "nosniff")
    // Not `no-referrer`, because browsers would then send `Origin: null` with the forms.
    response.set("Referrer-Policy", "same-origin")
    if response.field("Cache-Control") == nil { response.set("Cache-Control", "no-store") }
    response.set("X-Robots-Tag", "noindex")
    response.set("Cross-Origin-Opener-Policy", "same-origin")
    response.set("Cross-Origin-Resource-Policy", "same-origin")
    return response
  }
}
