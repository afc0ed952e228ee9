package import Model

/// What the look of a digest's emails depends on.
package struct MailLook: Hashable, Comparable, Sendable {
  /// The name of the theme.
  package let theme: String
  /// BCP 47.
  package let language: String
  /// Whether links name the issue, which the promise at the end of the emails then mentions.
  package let hasTags: Bool

  package static func < (a: MailLook, b: MailLook) -> Bool {
    (a.theme, a.language, a.hasTags ? 1 : 0) < (b.theme, b.language, b.hasTags ? 1 : 0)
  }
}

extension Site {
  /// The look of all mail, or of one digest's, ``inMails(of:)``.
  var mailLook: MailLook {
    MailLook(
      theme: mail?.theme ?? MailSettings.defaultTheme, language: language,
      hasTags: mail?.utm.parameters.isEmpty == false)
  }

  /// The site with one theme for all of its emails.
  func wearing(_ theme: String) -> Site {
    var site = self
    site.mail?.theme = theme
    for place in site.digests.indices { site.digests[place].theme = nil }
    return site
  }

  /// The look of a digest's emails.
  package func look(of digest: Digest) -> MailLook { inMails(of: digest).mailLook }
}
