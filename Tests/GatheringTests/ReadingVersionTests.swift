import Cryptography
import Testing

@testable import Gathering

@Suite struct ReadingVersionTests {
  /// A version and a hash of the keys that it reads.
  ///
  /// If this fails, the keys have changed: raise `FolderSource.readingVersion`, so that articles already in a ledger are
  /// read again, then write the new version and the new hash here. One release needs to raise it only once.
  @Test func otherKeysNeedAnotherVersion() throws {
    let keys = try keysThatAreRead().union(HidingKeys.all.flatMap(\.names))
    let hash = lowercaseHex(sha256(keys.sorted().joined(separator: "\n").utf8)).prefix(16)
    #expect("\(FolderSource.readingVersion) \(hash)" == "12 2e9e827a7d77f962")
  }
}
