import Bounces
import Model

/// Whatever reads bytes that somebody else wrote. Each may refuse them; none may trap, hang, or touch foreign memory.
///
/// A new one needs a case here, its module among the target's dependencies in Package.swift, and seeds in `Tools/fuzz.sh`.
enum ForeignParser: String, CaseIterable {
  case bounces
  case unsubscribes
  /// A server's words, as the judge of refusals reads them.
  case refusals

  func read(_ bytes: [UInt8]) {
    switch self {
    case .bounces: _ = BounceReader.read(bytes)
    case .unsubscribes: _ = UnsubscribeRequest.tokens(in: bytes)
    case .refusals: _ = RefusalSubject(status: "5.1.1", words: String(decoding: bytes, as: UTF8.self))
    }
  }
}
