internal import Cryptography
internal import MIME
internal import Model
internal import Text

/// The fields that are the same in every message of a digest, or of an issue.
struct MessageStandingFields: Sendable {
  /// RFC 2919: permanent, even if the digest's title changes.
  let listID: HeaderField
  let test: HeaderField
  private let list: [HeaderField]
  private let language: HeaderField
  private let digest: String
  private let senderID: String

  init(site: Site, digest: String, sender: MessageSender) throws(MessageFault) {
    let host = messageHost(of: site.url)
    self.digest = digest
    senderID = Self.senderID(host)
    listID = try messageFault(in: "List-Id") { () throws(HeaderFault) in
      let title = messageLine("\(site.title): \(site.title(ofDigest: digest))", maxScalars: 120)
      return HeaderField("List-Id", try HeaderListID(title: title, identifier: "\(messageAtoms(digest)).\(host)"))
    }
    // RFC 8058 §3.1; only in addition to an https URL.
    let post = try Self.tokens("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
    var archive: [HeaderField] = []
    if site.hasPages { archive.append(try Self.uri("List-Archive", site.address("archive/"))) }
    list =
      (sender.hasOneClick ? [post] : []) + archive + [
        try Self.uri("List-Help", sender.mailto(subject: "help")),
        try Self.uri("List-Owner", sender.mailto()),
      ]
    language = try Self.tokens("Content-Language", site.language)
    test = try Self.tokens("X-Courant-Test", "yes")
  }

  /// The fields after List-Unsubscribe.
  func fields(issue number: Int, contentType: HeaderTokens) throws(MessageFault) -> [HeaderField] {
    list + [
      // Gmail counts complaints by each of the first three values; the last names the sender
      // (support.google.com/mail/6254652).
      try Self.tokens("Feedback-ID", "\(number):\(digest):digest:\(senderID)"),
      try Self.tokens("Precedence", "bulk"),
      try Self.tokens("Auto-Submitted", "auto-generated"),  // RFC 3834 §5: no out-of-office replies
      try Self.tokens("MIME-Version", "1.0"),
      HeaderField("Content-Type", contentType),
      language,
    ]
  }

  /// 12 letters and digits, constant for a host; Gmail requires 5–15.
  private static func senderID(_ host: String) -> String { base32(Array(sha256(host.utf8).prefix(7))) }

  private static func uri(_ name: StaticString, _ uri: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: name.description) { () throws(HeaderFault) in HeaderField(name, try HeaderURIs([uri])) }
  }

  private static func tokens(_ name: StaticString, _ text: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: name.description) { () throws(HeaderFault) in HeaderField(name, try HeaderTokens(text)) }
  }
}

/// The host of an absolute http(s) URL, without port and user.
private func messageHost(of url: String) -> String {
  (hostAndPort(of: url) ?? "").prefix { $0 != ":" }.lowercased()
}

/// A digest's name as atoms of a dotted name: the former may have adjacent or trailing dots, the latter may not.
func messageAtoms(_ name: String) -> String { name.split(separator: ".").joined(separator: ".") }
