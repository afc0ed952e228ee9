internal import Model
internal import Templates
internal import Text
internal import Time

/// Signing up. The answer does not depend on what is known about the address, and no mail is sent before it.
extension FrontDoor {
  func subscribe(_ visit: Visit) async throws -> WebResponse {
    let face = visit.face
    guard !visit.request.isSafe else {
      if visit.has("sent") { return try face.answer(face.sentPage()) }
      return try await show(SubscribeForm(asked: visit.request.parameters), visit)
    }
    var form = SubscribeForm(visit.form ?? FormFields())
    guard !form.isFilledByMachine else {
      tally.add("machine-filled forms")
      return sent(visit)
    }
    let wanted = form.check(in: visit.house, face)
    guard let address = form.address, let wanted, form.mistakes.isEmpty else {
      tally.add(form.hasBlockedDomain ? "blocked domains" : "invalid forms")
      return try await show(form, visit)
    }
    if !form.isSure {
      if form.isTooFast(at: visit.now, key: ways.sealKey) {
        form.isHurried = true
      } else {
        form.doubt = await ways.doubt(address)
      }
      if form.isHurried || form.doubt != nil { return try await show(form, visit) }
    }
    let words = face.sentence("web_consent", ["site": face.site.title])
    try await record(.subscribe(wanted), from: address, visit, name: form.readerName, words: words)
    return sent(visit)
  }

  private func sent(_ visit: Visit) -> WebResponse {
    .see(visit.returnPlace ?? visit.face.path(.subscribe, visit.languageState("sent")))
  }

  private func show(_ form: SubscribeForm, _ visit: Visit) async throws -> WebResponse {
    let page = SubscribePage(form: form, visit: visit, offer: await ways.offer(), key: ways.sealKey)
    return try visit.face.answer(page)
  }
}

extension Visit {
  /// Keeps the language of an embedded form.
  fileprivate func languageState(_ state: String) -> String {
    guard form?.has("lang") == true else { return state }
    return state + "&lang=" + percentEncoded(face.site.language)
  }
}

/// What someone typed and ticked, and what is wrong with it.
struct SubscribeForm {
  enum Mistake: Hashable {
    case address, name, noDigest, notOffered
    /// Several digests of one family, which all have the same articles.
    case severalOfFamily
    case blocked(String)
  }

  var email = ""
  var name = ""
  var digests: Set<String> = []
  var feeds: Set<String> = []
  var next: String?
  var mistakes: [Mistake] = []
  var doubt: AddressDoubt?
  /// Our own form came back sooner than a person can fill it in.
  var isHurried = false
  /// "Yes, send it."
  var isSure = false
  let isFilledByMachine: Bool
  private let seal: String?

  /// The name of a field that people do not see.
  static let trap = "homepage"

  init(_ fields: FormFields) {
    email = (fields["email"] ?? "").trimmed
    name = (fields["name"] ?? "").trimmed
    digests = Set(fields.digests)
    feeds = Set(fields.values("feed"))
    next = fields["next"]
    isFilledByMachine = !(fields[Self.trap] ?? "").isEmpty
    seal = fields["at"]
    isSure = fields.has("sure")
    if let other = fields["use"], let typed = EmailAddress(email), slip(in: typed)?.description == other {
      // Unless another address was typed since: the Enter key presses this button.
      email = other
    }
  }

  /// The choices in a link, which ticks the digests and feeds of the page it is on.
  init(asked parameters: FormFields) {
    digests = Set(parameters.digests)
    feeds = Set(parameters.values("feed"))
    isFilledByMachine = false
    seal = nil
  }

  var address: EmailAddress? { EmailAddress(email) }
  var hasBlockedDomain: Bool { mistakes.contains { if case .blocked = $0 { true } else { false } } }
  var readerName: String? { name.isEmpty ? nil : name }

  func isTooFast(at now: Instant, key: [UInt8]) -> Bool {
    guard let seal, let made = FormSeal(key: key).instant(in: seal) else { return false }
    return now - made < .seconds(2)
  }

  /// The digests that are wanted, with their feeds; nil with mistakes.
  mutating func check(in house: WebHouse, _ face: WebFace) -> [WantedDigest]? {
    if let address {
      if house.blockedDomains.contains(address.domain) { mistakes.append(.blocked(address.domain)) }
    } else {
      mistakes.append(.address)
    }
    if !Self.isName(name) { mistakes.append(.name) }
    return wanted(of: house)
  }

  private mutating func wanted(of house: WebHouse) -> [WantedDigest]? {
    let offered = house.offered
    let known = Set(house.site.feeds.map(\.name.text))
    guard digests.isSubset(of: Set(offered.map(\.name))), feeds.isSubset(of: known) else {
      mistakes.append(.notOffered)
      return nil
    }
    let named = digests.isEmpty ? usual(offered, house.site) : offered.filter { digests.contains($0.name) }
    guard !named.isEmpty else {
      mistakes.append(.noDigest)
      return nil
    }
    guard house.site.groups(of: named).allSatisfy({ $0.count == 1 }) else {
      mistakes.append(.severalOfFamily)
      return nil
    }
    let wanted = named.compactMap { digest -> WantedDigest? in
      let names = house.site.feeds(of: digest).map(\.name)
      let ticked = names.filter { feeds.contains($0.text) }
      if feeds.isEmpty || ticked.count == names.count { return WantedDigest(digest.name) }
      return ticked.isEmpty ? nil : WantedDigest(digest.name, Following(ticked))
    }
    if wanted.isEmpty { mistakes.append(.notOffered) }
    return wanted.isEmpty ? nil : wanted
  }

  /// The digest for a form that names none, such as the box below an article: the only one, or the first that has its feeds.
  /// Our own page asks instead.
  private func usual(_ offered: [Digest], _ site: Site) -> [Digest] {
    if offered.count < 2 { return offered }
    guard seal == nil else { return [] }
    let fitting = offered.first { digest in feeds.isSubset(of: Set(site.feeds(of: digest).map(\.name.text))) }
    return fitting.map { [$0] } ?? []
  }

  /// One line of at most 80 characters that contains no address of any kind.
  static func isName(_ text: String) -> Bool {
    text.count <= 80 && !text.unicodeScalars.contains(where: isControlOrLineEnd) && !text.contains("@")
      && !text.lowercased().contains("://") && !text.lowercased().contains("www.")
  }
}
