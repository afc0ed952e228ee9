internal import Model

/// Whether receivers can verify that the mail is ours, and what they require of bulk senders.
struct SenderPage: Encodable {
  let from: String
  /// The digests that have a sender of their own, with its address.
  let digests: [String: String]
  let relay: String
  let tls: String
  /// The names of the DNS records.
  let dkim: [String]
  let one_click: String?
  let warm_up: [Int]
  let findings: [Finding]

  init(_ mail: MailSettings, _ digests: [Digest], _ findings: [Finding]) {
    from = mail.from.address.description
    relay = "\(mail.smtp.host):\(mail.smtp.port)"
    tls = mail.tls.rawValue
    let senders = digests.compactMap { digest in digest.from.map { (digest.name, $0.address.description) } }
    self.digests = Dictionary(senders, uniquingKeysWith: { first, _ in first })
    dkim = mail.allDKIM.flatMap { dkim in dkim.keys.map { $0.recordName(in: dkim.domain) } }
    one_click = mail.oneClick
    warm_up = mail.warmUp
    self.findings = findings
  }

  var page: DeskPage {
    var page = DeskPage("Deliverability")
    page.parts = [verdict, settings, elsewhere]
    page.command = "courant check"
    page.json = "/deliverability.json"
    page.place = "/deliverability"
    return page
  }

  private var verdict: DeskPart {
    if findings.isEmpty {
      return DeskPart(
        .fine, "Nothing is missing", "SPF, DKIM, DMARC, the relay's name and one-click unsubscription are there.")
    }
    var part = DeskPart(.warning, "Receivers may mind this")
    part.texts = findings.map(\.description)
    return part
  }

  private var settings: DeskPart {
    var part = DeskPart(.plain, "As the settings are")
    part.facts = [.init(label: "From", value: from)]
    part.facts += digests.sorted { $0.key < $1.key }.map { .init(label: "From, \($0.key)", value: $0.value) }
    part.facts += [
      .init(label: "Relay", value: relay, note: "tls = \"\(tls)\""),
      .init(label: "Signatures", value: dkim.isEmpty ? "none of ours" : dkim.joined(separator: ", ")),
      .init(label: "One click", value: one_click ?? "none"),
    ]
    if !warm_up.isEmpty {
      part.facts.append(
        .init(label: "Warm-up", value: warm_up.map(grouped).joined(separator: ", "), note: "messages on each day"))
    }
    part.code = "courant check --web"
    part.texts = ["This tries one click from outside, as mail providers do:"]
    return part
  }

  private var elsewhere: DeskPart {
    var part = DeskPart(.plain, "What receivers say")
    part.links = [
      DeskLink("Google Postmaster Tools", "https://postmaster.google.com/"),
      DeskLink("Microsoft SNDS", "https://sendersupport.olc.protection.outlook.com/snds/"),
      DeskLink("Yahoo Sender Hub", "https://senders.yahooinc.com/"),
    ]
    return part
  }
}

/// Faults in articles and settings, by file and line.
struct FindingsPage: Encodable {
  let findings: [Finding]

  static let most = 500

  init(_ press: DeskFindings) { findings = press.all }

  var page: DeskPage {
    var page = DeskPage("Findings")
    var part = DeskPart(findings.isEmpty ? .fine : .plain, findings.isEmpty ? "Nothing is wrong" : "")
    part.texts = findings.isEmpty ? ["In articles, as the last run read them, and in settings."] : []
    var table = DeskTable(
      findings.count > Self.most ? "The first \(Self.most) of \(grouped(findings.count))" : "In articles and settings",
      ["Where", "What", "Weight"])
    table.rows = findings.prefix(Self.most).map { finding in
      let place = ([finding.path] + [finding.line, finding.column].compactMap { $0.map(String.init) }).joined(
        separator: ":")
      return [.init(place), .init(finding.sentence), .init(finding.weight == .fault ? "fault" : "warning")]
    }
    if !findings.isEmpty { part.tables = [table] }
    page.parts = [part]
    page.command = "courant check"
    page.json = "/findings.json"
    page.place = "/findings"
    return page
  }
}

/// Findings about articles are in the ledger; those about settings come from reading them.
struct DeskFindings {
  let all: [Finding]

  init(_ ledger: any FindingBook, settings: [Finding]) throws {
    all = settings.sorted() + (try ledger.findings().map(\.finding).sorted())
  }
}
