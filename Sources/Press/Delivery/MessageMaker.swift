package import Model

/// Makes the messages of one edition, on any thread.
package protocol MessageMaker: Sendable {
  /// A complete message with CRLF line ends, without its envelope.
  func message(for addressee: Addressee) throws -> [UInt8]
}

/// The edition, or a message of it, must not be mailed.
package struct UnmailableMessage: Error {
  let reason: any Error

  package init(reason: any Error) { self.reason = reason }
}

/// The makers of the editions that are being sent. Deliveries are sent in the order of their editions, so a few makers
/// are enough, however many sets of feeds the readers follow.
struct EditionMakers {
  private static let most = 8

  private struct Key: Hashable {
    let digest: String
    let issueNumber: Int
    let edition: EditionKey
  }

  private var makers: [Key: any MessageMaker] = [:]

  /// - Parameter make: see ``DeliveryWays/messages``, whose errors pass through.
  mutating func maker(for claim: Claim, _ make: (Claim) throws -> any MessageMaker) throws -> any MessageMaker {
    let key = Key(digest: claim.issue.digest, issueNumber: claim.issue.number, edition: claim.edition)
    if let maker = makers[key] { return maker }
    if makers.count == Self.most { makers = [:] }
    let maker = try make(claim)
    makers[key] = maker
    return maker
  }
}
