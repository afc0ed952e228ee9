internal import Glibc
package import Model
package import Time

/// How a store is reached.
package struct BucketWays {
  /// Reads the keys, when the store is first asked.
  private let keys: () throws -> BucketKeys
  /// Absolute path of a file with certificates to trust in addition to the system's.
  package var caFile: String?
  package var agent = "Courant"
  /// The machine's clock, even if `--now` replaces the time of the run.
  package var clock: () -> Instant = { Instant(seconds: Int64(time(nil))) }
  /// Before a request is repeated for the first time.
  package var pause = Duration.milliseconds(250)
  /// Whether the run is to end soon.
  package var isStopped: () -> Bool = { false }

  package init(keys: @escaping () throws -> BucketKeys) { self.keys = keys }

  func round(to address: BucketAddress) throws -> StoreRound {
    let signature = StoreSignature(address: address, keys: try keys(), caFile: caFile, agent: agent)
    return try StoreRound(signature, clock: clock, pause: pause, isStopped: isStopped)
  }
}
