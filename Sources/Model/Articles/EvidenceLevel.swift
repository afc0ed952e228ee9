/// How firmly a study supports what an article says, as readers see it: in words, never as a number.
package enum EvidenceLevel: String, CaseIterable, Sendable {
  case veryEarly = "very_early"
  case early
  case fairlySure = "fairly_sure"
  case wellSupported = "well_supported"

  /// From 1 to 4: the integer part of the rating, so that 3.9 does not get the level of 4.
  package var number: Int {
    switch self {
    case .veryEarly: 1
    case .early: 2
    case .fairlySure: 3
    case .wellSupported: 4
    }
  }

  package init(_ credibility: Rating) {
    switch credibility.tenths {
    case 40...: self = .wellSupported
    case 30...: self = .fairlySure
    case 20...: self = .early
    default: self = .veryEarly
    }
  }
}

extension Article {
  /// The subjects of a study.
  package enum TestedIn: String, CaseIterable, Sendable, Codable {
    case cells
    case animals
    case people
  }

  /// Nil if the author did not rate it. Never more than early without a study in people.
  package var evidence: EvidenceLevel? {
    guard let credibility else { return nil }
    let level = EvidenceLevel(credibility)
    let isOutsidePeople = testedIn == .cells || testedIn == .animals
    return isOutsidePeople && level.number > EvidenceLevel.early.number ? .early : level
  }

  /// Whether the author's rating is higher than the level that readers see.
  package var isEvidenceCapped: Bool { credibility.map(EvidenceLevel.init) != evidence }
}
