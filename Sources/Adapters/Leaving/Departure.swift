package import Time
internal import Text

/// The departure of a reader who left while the ledger was unavailable.
package struct Departure: Hashable, Sendable {
  /// Of a subscription, as in the URL: letters and digits.
  package let token: String
  /// Whether all mail of the site is meant.
  package let all: Bool
  /// See ``ConsentEvent/origin``.
  package let origin: String
  package let at: Instant

  package init(token: String, all: Bool, origin: String, at: Instant) {
    self.token = token
    self.all = all
    self.origin = origin
    self.at = at
  }

  var bytes: [UInt8] {
    var json = JSONWriter(.compact, .plain)
    json.object { json in
      json.member("token", token)
      json.member("ends", all ? "all" : "one")
      json.member("origin", origin)
      json.member("at", at.rfc3339)
    }
    return json.finish()
  }

  /// Nil if it was not written by ``LeavingSpool``, or not completely.
  init?(_ bytes: [UInt8]) {
    var json = JSONReader(String(decoding: bytes, as: UTF8.self))
    var token: String?
    var all: Bool?
    var origin: String?
    var at: Instant?
    while let key = json.nextKey() {
      switch key {
      case "token": token = json.text()
      case "ends": all = json.text().flatMap { ["one": false, "all": true][$0] }
      case "origin": origin = json.text()
      case "at": at = json.text().flatMap { Instant(rfc3339: $0) }
      default: json.giveUp()
      }
    }
    guard json.isAtEnd, let token, let all, let origin, let at else { return nil }
    self.init(token: token, all: all, origin: origin, at: at)
  }
}
