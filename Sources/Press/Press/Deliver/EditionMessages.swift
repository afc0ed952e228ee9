internal import Delivery
internal import Digests
internal import MIME
package import Model

/// Turns one edition into messages: fetched and encoded once, spliced for each reader.
package struct EditionMessages: MessageMaker {
  private let renderer: MessageRenderer
  private let encoded: EncodedEdition
  private let issueNumber: Int
  private let messageDomain: String?
  private let identity: String?

  /// Throws an ``UnmailableMessage`` if the edition must not be mailed, and the ledger's error if it cannot be read.
  init(_ press: PressRun, _ claim: Claim) throws {
    guard let issue = try press.ledger.issue(claim.issue.digest, number: claim.issue.number),
      let edition = try press.ledger.edition(claim.edition, of: issue.id)
    else { throw LedgerError("the ledger has no edition for \(claim.issue.digest) #\(claim.issue.number)") }
    do {
      try self.init(press, edition, of: issue)
    } catch {
      throw UnmailableMessage(reason: error)
    }
  }

  /// Of an issue that is frozen.
  package init(_ press: PressRun, _ edition: Edition, of issue: RecordedIssue) throws {
    renderer = try press.messageRenderer(of: issue.frozenAs, renamed: issue.digest)
    let files = try press.attachedParts(ofFrozen: issue)
    encoded = try renderer.encoded(edition, issue: issue.number, date: issue.slot.due, attached: files)
    issueNumber = issue.number
    messageDomain = issue.messageDomain
    identity = issue.identity
  }

  /// Of an issue as it would be frozen now.
  package init(_ press: PressRun, _ edition: Edition, of issue: Issue) throws {
    renderer = try press.messageRenderer(of: issue.digest)
    let files = try press.site.digest(issue.digest).map { try press.frozenFiles(of: issue, $0) } ?? []
    let attached = AttachedPart.parts(of: issue.attached, files)
    encoded = try renderer.encoded(edition, issue: issue.number, date: issue.slot.due, attached: attached)
    issueNumber = issue.number
    messageDomain = nil
    identity = issue.identity
  }

  package func message(for addressee: Addressee) throws -> [UInt8] { try message(for: addressee, isTest: false) }

  package func message(for addressee: Addressee, isTest: Bool) throws -> [UInt8] {
    let id = renderer.messageID(issue: issueNumber, for: addressee, domain: messageDomain, identity: identity)
    return try renderer.message(encoded, for: addressee, messageID: id, isTest: isTest)
  }

  /// See ``MessageRenderer/shown(_:to:)``.
  package func shown(_ edition: Edition, to addressee: Addressee) -> (html: String, text: String) {
    renderer.shown(edition, to: addressee)
  }
}

extension PressRun {
  /// The files in the messages of a frozen issue.
  fileprivate func attachedParts(ofFrozen issue: RecordedIssue) throws -> [AttachedPart] {
    // Nearly no issue has any, and its content is long.
    guard try ledger.issuedFiles().contains(where: { $0.issue == issue.id }) else { return [] }
    let content = try ledger.content(of: issue.id)
    guard content.attached?.areInMail == true else { return [] }
    return AttachedPart.parts(of: content.attached, try frozenFiles(ofFrozen: content))
  }
}
