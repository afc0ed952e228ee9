internal import Bounces
internal import Digests
package import Model
package import Time

/// The parts of the ledger that reading a bounce needs.
package typealias BouncesLedger = BounceBook & BounceTokens & ReaderBook & IssueArchive & LetterBook & Transactions

/// Reads bounces and records them in the ledger, which decides the consequences.
package struct BounceRecorder {
  private let site: Site
  let ledger: any BouncesLedger
  private let now: Instant

  package init(_ opened: OpenedSite, ledger: any BouncesLedger, now: Instant) {
    self.init(site: opened.site, ledger: ledger, now: now)
  }

  init(site: Site, ledger: any BouncesLedger, now: Instant) {
    self.site = site
    self.ledger = ledger
    self.now = now
  }

  /// How many bytes of a message are read; there is no need to pass more.
  package static let maxBytes = BounceReader.maxBytes

  /// The result for one message.
  package struct Result: Hashable, Sendable {
    /// One line for the operator.
    package var sentence: String
    /// False if the message could not be classified.
    package var isUnderstood: Bool
    /// A person wrote to the bounce address and expects to be read.
    package var isLetter: Bool
    package var suppressed: [EmailAddress]

    package init(
      sentence: String, isUnderstood: Bool = true, isLetter: Bool = false, suppressed: [EmailAddress] = []
    ) {
      self.sentence = sentence
      self.isUnderstood = isUnderstood
      self.isLetter = isLetter
      self.suppressed = suppressed
    }
  }

  /// How one message is classified, without the ledger: one line per recipient that it names.
  package static func explanation(of mail: [UInt8]) -> [String] {
    switch BounceReader.read(mail) {
    case .noBounce(let reason): return [sentence(reason)]
    case .bounces(let bounces):
      return bounces.map { bounce in
        let subject = RefusalSubject(status: bounce.status, words: bounce.words)
        let facts = [
          bounce.kind == .complaint ? "complaint" : "\(bounce.kind.rawValue) bounce",
          bounce.recipient.map { "of \($0)" } ?? "without a recipient",
          bounce.token == nil ? nil : "with a token",
          bounce.messageID.map { "about \(Bounce.cleaned($0))" },
          bounce.status.map { "status \($0)" },
          bounce.kind == .complaint ? nil : "about \(subject.explanation)",
        ]
        let words = bounce.words.isEmpty ? "" : " (\(bounce.words))"
        return facts.compactMap(\.self).joined(separator: ", ") + words
      }
    }
  }

  /// Records one message. Throws only if the ledger cannot be read or written; then it can be recorded again.
  package func record(_ mail: [UInt8]) throws -> Result { try record(BounceReader.read(mail)) }

  func record(_ reading: BounceReading) throws -> Result {
    switch reading {
    case .noBounce(let reason):
      return Result(sentence: Self.sentence(reason), isUnderstood: reason != .unknown, isLetter: reason == .letter)
    case .bounces(let bounces):
      var sentences: [String] = []
      var suppressed: [EmailAddress] = []
      for bounce in bounces {
        let consequence = try ledger.record(try withToken(bounce), at: now)
        if case .suppressed(let address, _) = consequence { suppressed.append(address) }
        sentences.append(sentence(bounce, consequence))
      }
      return Result(sentence: sentences.joined(separator: "; "), suppressed: suppressed)
    }
  }

  /// One of our Message-IDs is as good as a token: its hash is made from the reader's secret token, so only someone who
  /// has seen the message knows it.
  private func withToken(_ bounce: Bounce) throws -> Bounce {
    if bounce.token.flatMap(ledger.delivery(bounceToken:)) != nil { return bounce }
    guard let id = bounce.messageID else { return bounce }
    let parts = id.split(separator: "@")[0].split(separator: ".")
    if let letter = try letter(id, parts) {
      var bounce = bounce
      bounce.token = ledger.bounceToken(of: letter)
      return bounce
    }
    guard let recipient = bounce.recipient else { return bounce }
    guard parts.count >= 3, let issue = Int(parts[parts.count - 2]) else { return bounce }
    for digest in site.digests {
      guard let (reader, _) = try ledger.addressee(recipient, digest: digest.name),
        let frozen = try ledger.issue(digest.name, number: issue),
        // Without mail settings, nothing was sent.
        let renderer = try? MessageRenderer(site: site, digest: frozen.frozenAs),
        renderer.messageID(issue: issue, for: reader, domain: frozen.messageDomain, identity: frozen.identity) == id,
        let delivery = try ledger.delivery(of: digest.name, issue: issue, to: recipient)
      else { continue }
      var bounce = bounce
      bounce.token = ledger.bounceToken(of: delivery)
      return bounce
    }
    return bounce
  }
}

extension BounceRecorder {
  /// The delivery of the letter with this Message-ID, `letter.NUMBER.HASH@HOST`, possibly with an angle bracket.
  private func letter(_ id: String, _ parts: [Substring]) throws -> Delivery.ID? {
    guard parts.count == 3, parts[0].hasSuffix("letter"), let number = Int64(parts[1]) else { return nil }
    // Without a secret, anyone could compute the hash.
    guard let letter = try ledger.letter(Letter.ID(number)), letter.permit ?? letter.preferences != nil else {
      return nil
    }
    let local = LetterRenderer.messageIDLocalPart(of: letter)
    let isOurs = id == "<\(local)@" + id.split(separator: "@", maxSplits: 1).dropFirst().joined()
    return isOurs ? letter.delivery : nil
  }

  private static func sentence(_ reason: BounceReading.Reason) -> String {
    switch reason {
    case .automaticReply: "not a bounce: an automatic reply"
    case .letter: "not a bounce: a letter to the bounce address"
    case .delayed: "not a bounce: a delay; the server keeps trying"
    case .delivered: "not a bounce: a receipt"
    case .feedback(let type): "not a complaint: feedback of type \(type)"
    case .unknown: "not understood: it does not show whose mail failed"
    }
  }

  private func sentence(_ bounce: Bounce, _ consequence: BounceConsequence) -> String {
    let what = bounce.kind == .complaint ? "complaint" : "\(bounce.kind.rawValue) bounce"
    let words = bounce.words.isEmpty ? "" : " (\(bounce.words))"
    let named = bounce.recipient.map(\.description) ?? "no recipient"
    switch consequence {
    case .suppressed(let address, _): return "\(address): \(what)\(words): suppressed; never mailed again"
    case .counted(let address, let score):
      let tenths = Int((score * 10).rounded())
      return "\(address): \(what)\(words): counted; \(tenths / 10).\(tenths % 10) of \(Int(BouncePolicy.limit))"
    case .noted(let address): return "\(address): \(what)\(words): recorded; no action taken"
    case .unknown: return "\(named): \(what)\(words): not a message or reader of this site"
    case .repeated: return "\(named): this report was already recorded"
    }
  }
}

extension RefusalSubject {
  fileprivate var explanation: String {
    switch self {
    case .noMailbox: "a mailbox that does not exist"
    case .noDomain: "a domain that does not exist"
    case .fullMailbox: "a full mailbox"
    case .busy: "a temporary problem"
    case .ourVolume: "the volume of mail"
    case .us: "the sender"
    case .content: "the content"
    case .domain: "the destination's domain"
    case .unclear: "something unknown"
    }
  }
}
