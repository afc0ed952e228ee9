/// A request as the pages see it, independent of any library, so that tests can make one.
package struct WebRequest: Sendable {
  /// Where the connection comes from.
  package enum Peer: Hashable, Sendable {
    /// A unix socket: any program that may open it counts as the proxy.
    case socket
    /// An IP address.
    case address(String)
  }

  /// As sent: `GET`, `HEAD`, `POST` or anything else.
  package var method: String
  /// As sent, without the query; begins with a slash.
  package var path: String
  /// As sent, without the question mark; empty if there is none.
  package var query: String
  /// In the order in which they were sent; names are in lower case.
  package var fields: [(name: String, value: String)]
  /// Nil if it is longer than ``maxBody``.
  package var body: [UInt8]?
  package var peer: Peer

  package static let maxBody = 16_384

  package init(_ method: String, _ target: String, body: [UInt8]? = [], peer: Peer = .socket) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
    fields = []
    self.body = body
    self.peer = peer
  }

  /// The value of the first field with this name; nil if there is none.
  package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Reads and changes nothing.
  package var isSafe: Bool { method == "GET" || method == "HEAD" }

  /// The fields of the query, read leniently: unreadable ones are left out.
  package var parameters: FormFields {
    (try? FormFields(urlencoded: Array(query.utf8))) ?? FormFields()  // a broken query asks for nothing
  }
}

/// Answers requests. It never throws: failures are also answers.
package typealias WebPort = @Sendable (WebRequest) async -> WebResponse
