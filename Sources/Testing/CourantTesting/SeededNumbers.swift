internal import Foundation

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers everywhere, so a failure can be
/// reproduced with the seed that its test prints.
package struct SeededNumbers: RandomNumberGenerator {
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SeededNumbers {
  /// Uses the seed in the environment, otherwise a random one, and prints it, so that a failure can be reproduced.
  package init() {
    let given = ProcessInfo.processInfo.environment["COURANT_SEED"].flatMap { UInt64($0) }
    self.init(seed: given ?? .random(in: 0..<1_000_000))
    print("COURANT_SEED=\(seed)")
  }
}
