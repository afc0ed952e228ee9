/// The name of an element or attribute (XML Namespaces §4).
package struct XMLName: Hashable, Sendable {
  /// Counts the names of one document from 0.
  package let number: Int
  package let local: String
  package let prefix: String?
  /// Nil if there is none, and for a prefix that the document does not declare.
  package let namespace: String?
}

package struct XMLAttribute: Hashable, Sendable {
  package let name: XMLName
  package let value: String
}

/// Receives a document, element by element.
package protocol XMLVisitor: AnyObject {
  /// - Parameter line: where the tag is in the document, 1-based.
  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int)
  /// The text between two tags, in UTF-8, with references resolved. It may arrive in several parts, split between
  /// characters. Never empty.
  func text(_ bytes: ArraySlice<UInt8>)
  func end()
  /// Whether the rest of the document is of no interest.
  var isDone: Bool { get }
}
