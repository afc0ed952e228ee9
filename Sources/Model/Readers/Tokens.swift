/// Tokens in messages that only this site can create: a subscription's, in the URL that ends it; a permit's, in the URL that
/// uses it; and a delivery's, in its envelope sender.
///
/// A token consists of a number (eight bytes, the most significant first) and the beginning of a keyed hash of its kind
/// and the number. It is permanent, reveals nothing about an address, and cannot be created without the site's secret.
package struct Tokens: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Ends a subscription.
    case subscription = "unsubscribe"
    /// Identifies a delivery in a report that it failed. Shorter, because a local part is limited to 64 characters.
    case delivery = "bounce"
    /// Identifies a ``Permit``.
    case permit

    /// How many bytes of the hash a token contains.
    var seal: Int {
      switch self {
      case .subscription, .permit: 16
      case .delivery: 10
      }
    }
  }

  /// The functions that create tokens; the Model itself contains no cryptography.
  package struct Craft: Sendable {
    /// A hash of these bytes, keyed with the site's secret; at least 16 bytes.
    package let hash: @Sendable ([UInt8]) -> [UInt8]
    /// Whether two byte strings are equal, in a time that does not depend on where they differ.
    package let areEqual: @Sendable ([UInt8], [UInt8]) -> Bool
    /// Encodes bytes as case-insensitive letters and digits.
    package let text: @Sendable ([UInt8]) -> String
    /// The inverse of `text`; nil for any other string.
    package let bytes: @Sendable (String) -> [UInt8]?

    package init(
      hash: @escaping @Sendable ([UInt8]) -> [UInt8], areEqual: @escaping @Sendable ([UInt8], [UInt8]) -> Bool,
      text: @escaping @Sendable ([UInt8]) -> String, bytes: @escaping @Sendable (String) -> [UInt8]?
    ) {
      self.hash = hash
      self.areEqual = areEqual
      self.text = text
      self.bytes = bytes
    }
  }

  private static let numberSize = 8
  private let craft: Craft

  package init(_ craft: Craft) { self.craft = craft }

  package func token(_ kind: Kind, of number: Int64) -> String {
    let bytes = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    return craft.text(bytes + seal(kind, bytes))
  }

  /// The inverse; nil if this is not such a token created by this site, without revealing how close it is.
  package func number(_ kind: Kind, in token: String) -> Int64? {
    guard let token = craft.bytes(token), token.count == Self.numberSize + kind.seal else { return nil }
    let number = Array(token.prefix(Self.numberSize))
    guard craft.areEqual(Array(token.dropFirst(Self.numberSize)), seal(kind, number)) else { return nil }
    return number.reduce(0) { $0 << 8 | Int64($1) }
  }

  private func seal(_ kind: Kind, _ number: [UInt8]) -> [UInt8] {
    Array(craft.hash(Array("\(kind.rawValue):".utf8) + number).prefix(kind.seal))
  }
}
