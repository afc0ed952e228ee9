internal import Languages
package import Model
internal import Text

/// The emails that readers of an article's page can write: links that open their own mail program (RFC 6068).
extension Article {
  /// Opens an email with the title, the takeaway and the URL, to no one yet.
  package var sendingAddress: String {
    let subject = title.abridged(to: 200)
    // Some programs cut such links after 2,000 bytes, and the URL comes last.
    for length in [600, 300, 100, 0] {
      let takeaway = length == 0 ? "" : summary.trimmed.abridged(to: length)
      let body = [title.abridged(to: 300), takeaway, link].filter { !$0.isEmpty }.joined(separator: "\n\n")
      let address = mailtoAddress(nil, subject: subject, body: body)
      if address.utf8.count <= 1_900 { return address }
    }
    return mailtoAddress(nil, subject: title.abridged(to: 60), body: link)
  }

  /// Opens an email to the editors that names the article; nil if the site does not give their address.
  package func mistakeAddress(on site: Site) -> String? {
    guard let editors = site.mistakesTo else { return nil }
    let words = ["title": title.abridged(to: 150), "id": id.text.abridged(to: 150)]
    return mailtoAddress(editors, subject: site.speech.plainSentence("mistake_subject", words), body: nil)
  }
}

/// RFC 6068, sections 2 and 5: everything is percent-encoded, and a line ends with CRLF.
private func mailtoAddress(_ recipient: EmailAddress?, subject: String, body: String?) -> String {
  let mailbox = recipient.map { percentEncoded($0.localPart) + "@" + percentEncoded($0.domain) } ?? ""
  var address = "mailto:\(mailbox)?subject=" + percentEncoded(subject)
  if let body { address += "&body=" + percentEncoded(body.replacing("\n", with: "\r\n")) }
  return address
}
