/// An issue as rendered for all readers who follow the same set of feeds. Rendered once, then personalised by splicing.
package struct Edition: Hashable, Sendable, Codable {
  /// The feeds with news that these readers follow, in the order.
  package let feeds: [Feed.Name]
  /// Plain text, one line, without blanks to splice.
  package let subject: String
  /// With ``Blank``s where a reader's own values go.
  package let html: String
  /// With ``Blank``s where a reader's own values go.
  package let text: String

  package init(feeds: [Feed.Name], subject: String, html: String, text: String) {
    (self.feeds, self.subject, self.html, self.text) = (feeds, subject, html, text)
  }

  /// A place in an edition for a reader's own value: its name between two U+0001.
  ///
  /// No text from outside can hold U+0001 (every text is cleaned of control characters on its way in), so nothing
  /// that an author writes is ever taken for a blank.
  package enum Blank: String, CaseIterable, Sendable {
    /// The address the mail goes to.
    case readerAddress = "reader_address"
    /// An `https:` or `mailto:` address that ends this subscription.
    case unsubscribeURL = "unsubscribe_url"

    package var token: String { "\u{1}\(rawValue)\u{1}" }
  }
}

/// One reader as a message needs them.
package struct Addressee: Hashable, Sendable {
  package let name: String?
  package let address: EmailAddress
  /// Opaque; says which subscription, to nobody but us.
  package let token: String

  package init(name: String?, address: EmailAddress, token: String) {
    (self.name, self.address, self.token) = (name, address, token)
  }
}
