internal import Model
internal import Press
internal import Synchronization
internal import Text
internal import Time
internal import Web

/// A link that signs in, mailed to an operator's address.
extension Desk {
  /// The form, or what was said after it; nothing if no link could be mailed.
  func mailParts(_ visit: DeskVisit) -> [DeskPart] {
    if visit.request.parameters.has("mailed") {
      return [
        DeskPart(
          .fine, "Look into your mailbox",
          "If this is the address of an operator, a link is on its way. It works once, within ten minutes.",
          "If none arrives, wait two minutes before you ask again.")
      ]
    }
    guard visit.house.linkBase != nil, visit.house.site.mail != nil,
      visit.house.site.operators.contains(where: { $0.mail != nil })
    else { return [] }
    var form = DeskForm(to: "/sign-in", "Mail me a link")
    form.lines = [.init(label: "Your address", name: "mail", hint: "That of your table in [operators]")]
    var part = DeskPart()
    part.forms = [form]
    return [part]
  }

  /// The answer is the same for every address, and comes before anything is done.
  func mailLink(_ visit: DeskVisit) -> WebResponse {
    let asked = EmailAddress((visit.fields?["mail"] ?? "").trimmed)
    let person = visit.house.site.operators.first { $0.mail != nil && $0.mail?.canonical == asked?.canonical }
    if let person, let address = person.mail, let base = visit.house.linkBase,
      ways.links.allow(person.name, at: visit.now)
    {
      ways.later { await send(linkTo: person, at: address, below: base, visit) }
    }
    return .see("/?mailed")
  }

  private func send(
    linkTo person: KnownOperator, at address: EmailAddress, below base: String, _ visit: DeskVisit
  ) async {
    do {
      guard let secret = ways.randomSecret() else { throw DeskRefusal.noRandomness }
      let now = visit.now
      let note = Self.note(base + "/sign-in/" + secret, person, visit.house.site)
      let parcel = try await asking(visit) { press in
        try press.ledger.suppression(of: address) == nil ? press.parcel(note, to: address) : nil
      }
      guard let parcel else { return ways.report("desk: \(person.name) got no link: their address is suppressed") }
      try await act {
        try $0.record(link: DeskSecret.hash(secret), of: person.name, until: now + Self.linkLife, at: now)
      }
      if case .accepted = try await ways.send(parcel) { return }
      ways.report("desk: the relay did not take the link for \(person.name); `courant login \(person.name)` prints one")
    } catch {
      ways.report("desk: \(person.name) got no link: \(error)")
    }
  }

  private static func note(_ link: String, _ person: KnownOperator, _ site: Site) -> OperatorNote {
    OperatorNote(
      subject: "Sign in at the desk of \(site.title)",
      text: """
        Someone, probably you, asked to sign in at the desk of \(site.title) as \(person.name).

        This link works once, within ten minutes:

        \(link)

        If it was not you, do nothing.

        """)
  }
}

/// How often a link may be mailed to one operator, so that nobody can fill a mailbox.
package final class LinkLimits: Sendable {
  private let sent = Mutex<[String: [Instant]]>([:])

  private static let gap = Duration.seconds(120)
  private static let memory = Duration.seconds(3600)
  private static let most = 5

  package init() {}

  /// Counts it if it may be sent.
  func allow(_ name: String, at now: Instant) -> Bool {
    sent.withLock { sent in
      let recent = (sent[name] ?? []).filter { now - $0 < Self.memory }
      if recent.count >= Self.most { return false }
      if let last = recent.last, now - last < Self.gap { return false }
      sent[name] = recent + [now]
      return true
    }
  }
}
