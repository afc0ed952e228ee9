import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import Time

@testable import PublicPlace

/// A bucket on this machine, and ledgers that know it.
struct BucketFixture {
  let server: BucketServer
  let ledger: SQLLedger
  let address: BucketAddress

  init(_ habits: BucketServer.Habits = .init(), prefix: String = "") throws {
    server = try BucketServer(habits)
    ledger = try SQLLedger(temporary: ())
    var address = BucketAddress("news", endpoint: server.endpoint)
    address.prefix = prefix
    self.address = address
  }

  /// The place as another run finds it.
  func place(
    secret: String = "test/secret+key", at now: Instant = .at("2026-12-01T07:00:00Z"),
    record: (any PublicRecord & NoteBook)? = nil, isStopped: @escaping () -> Bool = { false }
  ) throws -> BucketPlace {
    var ways = BucketWays { BucketKeys(id: "AKIDTEST", secret: secret) }
    ways.pause = .zero
    ways.isStopped = isStopped
    let place = BucketPlace(address, ways, record: record ?? ledger, now: now)
    try place.prepare()
    return place
  }

  /// Publishes texts as a run does, and returns what was written.
  @discardableResult func publish(_ files: [String: String], to place: BucketPlace) throws -> [String] {
    try ledger.announce(Array(files.keys))
    let batch = place.batch()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      try batch.add(PublicFolder.File(path: path, bytes: Array(text.utf8)))
    }
    let written = try batch.finish()
    try ledger.confirm(files.mapValues { _ in PublishedFile(key: Fingerprint(bits: 1)) })
    return written.sorted()
  }

  func texts() -> [String: String] { server.objects.mapValues(\.body) }
}
