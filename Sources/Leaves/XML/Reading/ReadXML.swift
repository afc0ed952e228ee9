/// The findings in a document that was read with ``readXML(_:isRoot:into:)``.
package struct XMLReport: Sendable {
  /// Whether an element was found at which the document could begin.
  package let hasRoot: Bool
  /// Whether the document ended before its root element did.
  package let isCutOff: Bool
  /// In the order of their first lines.
  package let faults: [XMLFault]
}

/// A kind of mistake that was repaired, with the first line that has it.
package struct XMLFault: Hashable, Sendable {
  package enum Kind: Int, CaseIterable, Sendable {
    case junkBeforeRoot, forbiddenCharacter, bareAmpersand, undeclaredName, bareLessThan, badAttribute, wrongEndTag
    case deepNesting, manyNames, refusedEntity, muchMarkup

    package var words: String {
      switch self {
      case .junkBeforeRoot: "text before the first element"
      case .forbiddenCharacter: "a character that XML forbids"
      case .bareAmpersand: "a bare & or an unknown name after it"
      case .undeclaredName: "a name of HTML after &, which XML does not know"
      case .bareLessThan: "a < that begins no tag"
      case .badAttribute: "an attribute that is not well-formed"
      case .wrongEndTag: "end tags that do not match the open elements"
      case .deepNesting: "more than 240 elements in each other"
      case .manyNames: "more than 10,000 different names of elements and attributes"
      case .muchMarkup: "more than 400,000 tags, attributes and mistakes; what follows is not read"
      case .refusedEntity: "an entity that refers to others or to a file, which is never read"
      }
    }
  }

  package let kind: Kind
  package let line: Int
  package let count: Int
}

/// Reads a document in UTF-8, repaired on the way, through libxml2's streaming parser.
///
/// Nothing is loaded, and no entity is expanded more than once: document types never reach the parser. The visitor is not
/// notified of the end of elements that the document leaves open.
/// - Parameter isRoot: whether an element with this local name, in lower case, may be the first one; others before it
///   are ignored.
package func readXML(_ bytes: [UInt8], isRoot: @escaping (String) -> Bool, into visitor: any XMLVisitor) -> XMLReport {
  var repair = XMLRepair(bytes, isRoot: isRoot)
  if let parser = XMLParser(visitor) {
    while repair.advance() {
      guard parser.parse(repair.piece) else { break }
    }
    parser.finish()
  }
  return repair.report
}
