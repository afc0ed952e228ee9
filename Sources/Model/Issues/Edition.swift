package import Time

/// An issue as rendered for all readers who follow the same set of feeds. Rendered once, then personalised by splicing.
package struct Edition: Hashable, Sendable, Codable {
  /// The feeds with news among those these readers follow, in the order.
  package let feeds: [Feed.Name]
  /// Plain text, one line, without blanks.
  package let subject: String
  /// Contains ``Blank``s for a reader's own values.
  package let html: String
  /// Contains ``Blank``s for a reader's own values.
  package let text: String

  package init(feeds: [Feed.Name], subject: String, html: String, text: String) {
    self.feeds = feeds
    self.subject = subject
    self.html = html
    self.text = text
  }

  /// A placeholder in an edition for a reader's own value: its name between two U+0001.
  ///
  /// Control characters are removed from all input, so external text never contains U+0001 and nothing that an author
  /// writes is taken for a blank.
  package enum Blank: String, CaseIterable, Sendable {
    /// The address to which the message is sent.
    case readerAddress = "reader_address"
    /// An `https:` or `mailto:` URL that ends this subscription.
    case unsubscribeURL = "unsubscribe_url"
    /// The page where this reader changes what they get.
    case preferencesURL = "preferences_url"
    /// The words before that address: when the reader signed up with it.
    case signedUp = "signed_up"

    package var token: String { "\u{1}\(rawValue)\u{1}" }
  }
}

/// What a message needs to know about its reader.
package struct Addressee: Hashable, Sendable {
  package let name: String?
  package let address: EmailAddress
  /// Opaque: only this site knows which subscription it identifies.
  package let token: String
  /// When the reader signed up; nil if no one knows.
  package let signedUp: Instant?

  package init(name: String?, address: EmailAddress, token: String, signedUp: Instant? = nil) {
    self.name = name
    self.address = address
    self.token = token
    self.signedUp = signedUp
  }
}
