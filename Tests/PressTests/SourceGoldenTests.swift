import CourantTesting
import Foundation
import Model
import Testing

/// Complaints about readers of feeds, a folder each.
@Suite struct SourceGoldenTests {
  @Test(arguments: SourceCase.all) func aSourceBecomesArticles(_ one: SourceCase) throws {
    let room = try SourceNewsroom(one)
    let polls = try one.moments.indices.map { try room.poll($0 + 1) }
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" { return try one.write(polls) }
    let expected = try one.expected()
    #expect(polls.count == expected.count)
    for (number, (found, wanted)) in zip(polls, expected).enumerated() {
      #expect(found == wanted, "poll \(number + 1) of \(one.testDescription)")
    }
  }

  /// A run that is killed at any write of the ledger, in every poll, changes neither what becomes an article nor
  /// what is mailed.
  @Test(arguments: SourceCase.all) func aKilledRunChangesNothing(_ one: SourceCase) throws {
    let undisturbed = try Self.finalState(one, stopping: nil)
    for moment in [StoppingLedger.Moment.before(1)] + [1, 2, 3, 5].map({ .after($0) }) {
      let found = try Self.finalState(one, stopping: moment)
      #expect(found == undisturbed, "killed \(moment)")
    }
  }

  /// Which titles are on the shelf, past and mailed in the end.
  private static func finalState(_ one: SourceCase, stopping moment: StoppingLedger.Moment?) throws -> [[String]] {
    let room = try SourceNewsroom(one)
    for number in one.moments.indices {
      _ = try room.poll(number + 1, stopping: moment)
      try room.again(number + 1)
    }
    try room.settle()
    let state = try room.outcome(of: nil)
    return [state.shelf.map { String($0.dropFirst(21).prefix { $0 != "(" }) }.sorted(), state.past, state.mailed]
  }
}
