internal import Foundation
internal import Model
internal import Office
internal import Press
internal import Text
internal import Time
internal import Web

/// The subject of a preview: a digest's next issue, one of its newest articles, or one that was sent.
struct PreviewChoice: Hashable, Sendable {
  let digest: String
  let which: PreviewedIssue
  /// As in the path.
  let text: String

  /// `next`, `last-5` or `12`.
  init?(_ digest: String, _ text: String) {
    self.digest = digest
    self.text = text
    if text == "next" {
      which = .next
    } else if text.hasPrefix("last-"), let count = Int(text.dropFirst(5)), (1...100).contains(count) {
      which = .newest(count)
    } else if let number = Int(text), number > 0 {
      which = .past(number)
    } else {
      return nil
    }
  }

  var path: String { "/preview/\(digest)/\(text)" }

  var command: String {
    switch which {
    case .next: "courant preview \(digest)"
    case .newest(let count): "courant preview \(digest) --last \(count)"
    case .past(let number): "courant preview \(digest) --issue \(number)"
    }
  }

  /// The command that sends it as a test.
  var testCommand: String {
    command.replacing("courant preview \(digest)", with: "courant send-test \(digest) ADDRESS")
  }
}

extension PreviewReader {
  /// An unspecified reader who follows everything.
  static var somebody: PreviewReader { somebody(following: .all) }

  static func somebody(following: Following) -> PreviewReader {
    let address = EmailAddress(localPart: "reader", domain: "example.org")!
    return PreviewReader(Addressee(name: nil, address: address, token: "preview"), following: following)
  }
}

/// An issue as sent, or as it would be sent.
struct PreviewPage: Encodable {
  let digest: String
  let issue: Int
  let slot: String
  let subject: String
  let html_bytes: Int
  let message_bytes: Int
  let findings: [String]

  init(_ preview: Preview, of digest: String) {
    self.digest = digest
    issue = preview.issueNumber
    slot = preview.slot.key
    subject = preview.subject
    html_bytes = preview.html.utf8.count
    message_bytes = preview.message.count
    findings = preview.findings
  }

  /// - Parameter query: the feeds that its reader follows, for the documents shown in it; may be empty.
  func page(_ choice: PreviewChoice, query: String, _ signed: SignedIn?, isSent: Bool) -> DeskPage {
    var page = DeskPage(subject)
    if isSent {
      page.parts = [DeskPart(.fine, "Sent to you", "It is on its way to \(signed?.person.mail?.description ?? "").")]
    }
    var facts = DeskPart()
    facts.facts = [
      .init(label: "Issue", value: "\(digest), issue \(issue)", note: slot),
      .init(label: "HTML", value: "\(grouped(html_bytes)) bytes", note: "of 102,400 that Gmail shows"),
      .init(label: "Message", value: "\(grouped(message_bytes)) bytes"),
    ]
    facts.texts = findings
    page.parts.append(facts)
    var frames = DeskPart(.plain, "As readers see it")
    frames.frames = [
      ("Phone, light", "mail.html", 360), ("Phone, dark", "dark.html", 360), ("Desktop", "mail.html", 640),
    ]
    .map { .init(title: $0.0, url: choice.path + "/" + $0.1 + query, width: $0.2) }
    frames.links = [
      DeskLink("Text", choice.path + "/mail.txt" + query), DeskLink("HTML alone", choice.path + "/mail.html" + query),
      DeskLink("The exact bytes", choice.path + "/mail.eml" + query),
    ]
    page.parts.append(frames)
    page.parts.append(Self.sending(choice, query, signed))
    page.command = choice.command
    page.json = choice.path + ".json" + query
    page.place = "/preview"
    return page
  }

  private static func sending(_ choice: PreviewChoice, _ query: String, _ signed: SignedIn?) -> DeskPart {
    var part = DeskPart(.plain, "Send it to me")
    guard let signed, signed.person.role == .act else {
      part.texts = ["Only operators who may act send test mails."]
      return part
    }
    guard let mail = signed.person.mail else {
      part.texts = ["Add `mail` to [operators.\(signed.person.name)] in schedule.conf."]
      return part
    }
    part.texts = ["To \(mail), marked as a test. Nothing is recorded as sent."]
    var form = DeskForm(to: choice.path + "/send" + query, "Send to me")
    form.isMain = false
    part.forms = [form]
    return part
  }
}

/// A document of a preview.
struct PreviewDocument {
  enum Kind: String, CaseIterable {
    case html = "mail.html", dark = "dark.html", text = "mail.txt", message = "mail.eml"
  }

  let kind: Kind
  let preview: Preview
  /// The site from which its images may be loaded.
  let site: Site

  var response: WebResponse {
    switch kind {
    case .html: page(preview.html)
    // As a mail program in dark mode shows it.
    case .dark: page(preview.html.replacing(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/, with: "all"))
    case .text: plain(Array(preview.text.utf8))
    case .message: plain(preview.message)
    }
  }

  private func page(_ html: String) -> WebResponse {
    var response = WebResponse(200, [.init("Content-Type", "text/html; charset=utf-8")], body: Array(html.utf8))
    let origin = site.url.firstRange(of: "://").map { scheme in
      site.url[..<scheme.upperBound] + site.url[scheme.upperBound...].prefix { $0 != "/" }
    }
    response.set(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: \(origin ?? ""); base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'; sandbox")
    return response
  }

  private func plain(_ bytes: [UInt8]) -> WebResponse {
    WebResponse(200, [.init("Content-Type", "text/plain; charset=utf-8")], body: bytes)
  }
}
