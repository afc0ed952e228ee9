/// The files that an issue attaches (`attach` in `[digest.NAME]`), frozen with it.
package struct IssueAttachments: Hashable, Sendable, Codable {
  /// At least one, in the operator's order, each with another name.
  package let files: [File]
  /// Whether its emails contain them. Its page links to them in any case.
  package let areInMail: Bool

  package init(_ files: [File], areInMail: Bool) {
    self.files = files
    self.areInMail = areInMail
  }

  package struct File: Hashable, Sendable, Codable {
    /// At its place next to the issue's page.
    package let attachment: Attachment
    /// Without folders.
    package let name: String
    /// SHA-256 of its bytes in hexadecimal digits: what is frozen, and what no other issue of the digest attaches.
    package let hash: String

    package init(_ attachment: Attachment, name: String, hash: String) {
      self.attachment = attachment
      self.name = name
      self.hash = hash
    }
  }
}

/// The bytes of an attached file as a ledger stores them.
package struct FrozenFile: Hashable, Sendable {
  package let hash: String
  /// Base64 in lines of 76 characters with CRLF between them, as in an email.
  package let lines: String

  package init(hash: String, lines: String) {
    self.hash = hash
    self.lines = lines
  }
}

/// An attached file of a frozen issue.
package struct IssuedFile: Hashable, Sendable {
  package let issue: RecordedIssue.ID
  package let name: String
  package let hash: String

  package init(issue: RecordedIssue.ID, name: String, hash: String) {
    self.issue = issue
    self.name = name
    self.hash = hash
  }
}
