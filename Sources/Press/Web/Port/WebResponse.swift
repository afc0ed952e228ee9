/// An answer, complete but for `Date` and the fields that describe the connection.
package struct WebResponse: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var status: Int
  package var fields: [Field]
  package var body: [UInt8]
  /// Whether the connection must be closed, because the rest of the request is not read.
  package var closes = false

  package init(_ status: Int, _ fields: [Field] = [], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// A short plain answer to a machine.
  package static func text(_ status: Int, _ line: String) -> WebResponse {
    WebResponse(status, [Field("Content-Type", "text/plain; charset=utf-8")], body: Array((line + "\n").utf8))
  }

  /// Redirects to a page that shows the result of a POST (RFC 9110 §15.4.4).
  ///
  /// - Parameter place: a path on this server, or an absolute URL that the operator listed.
  package static func see(_ place: String) -> WebResponse { WebResponse(303, [Field("Location", place)]) }

  package func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  package mutating func set(_ name: String, _ value: String) {
    fields.removeAll { $0.name == name }
    fields.append(Field(name, value))
  }
}
