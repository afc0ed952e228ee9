internal import Cryptography
internal import Time

/// The instant at which a form was shown, sealed so that it cannot be forged.
struct FormSeal {
  let key: [UInt8]

  func text(_ instant: Instant) -> String { "\(instant.seconds).\(seal(instant))" }

  /// Nil if it was not created with this key, but by another process or by someone else.
  func instant(in text: String) -> Instant? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, let seconds = Int64(parts[0]) else { return nil }
    let instant = Instant(seconds: seconds)
    return constantTimeEqual(Array(seal(instant).utf8), Array(parts[1].utf8)) ? instant : nil
  }

  private func seal(_ instant: Instant) -> String {
    lowercaseHex(hmacSHA256(key: key, Array("form:\(instant.seconds)".utf8)).prefix(16))
  }
}
