internal import Delivery
internal import Digests
internal import Model
internal import Time

/// Turns one frozen edition into messages: fetched and encoded once, spliced for each reader.
struct EditionMessages: MessageMaker {
  private let renderer: MessageRenderer
  private let encoded: EncodedEdition
  private let issueNumber: Int
  private let messageDomain: String?
  private let identity: String?

  /// Throws an ``UnmailableMessage`` if the edition must not be mailed, and the ledger's error if it cannot be read.
  init(_ press: PressRun, _ claim: Claim) throws {
    guard let issue = try press.ledger.issue(claim.digest, number: claim.issueNumber),
      let edition = try press.ledger.edition(claim.editionFeeds, of: issue.id)
    else { throw LedgerError("the ledger has no edition for \(claim.digest) #\(claim.issueNumber)") }
    do {
      try self.init(
        edition, of: press, digest: issue.frozenAs, issueNumber: claim.issueNumber, date: claim.due,
        messageDomain: issue.messageDomain, identity: issue.identity)
    } catch {
      throw UnmailableMessage(reason: error)
    }
  }

  /// - Parameter messageDomain: the domain frozen with the issue, if it is frozen.
  /// - Parameter identity: the issue's identity; nil if it was frozen without one.
  init(
    _ edition: Edition, of press: PressRun, digest: String, issueNumber: Int, date: Instant,
    messageDomain: String? = nil, identity: String?
  ) throws {
    renderer = try MessageRenderer(site: press.site, digest: digest, signers: try press.signers.get())
    encoded = try renderer.encoded(edition, issue: issueNumber, date: date)
    self.issueNumber = issueNumber
    self.messageDomain = messageDomain
    self.identity = identity
  }

  func message(for addressee: Addressee) throws -> [UInt8] { try message(for: addressee, isTest: false) }

  func message(for addressee: Addressee, isTest: Bool) throws -> [UInt8] {
    let id = renderer.messageID(issue: issueNumber, for: addressee, domain: messageDomain, identity: identity)
    return try renderer.message(encoded, for: addressee, messageID: id, isTest: isTest)
  }

  func unsubscribeURL(for addressee: Addressee) -> String { renderer.unsubscribeURL(for: addressee) }
}
