import Couriers
import Model
import Testing

@Suite struct RecordingCourierTests {
  private static let nobody = Outcome.refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody"))
  private static let spam = Outcome.refused(Reply(stage: .finalDot, code: 554, status: "5.7.1", text: "spam"))

  @Test(arguments: [(nobody, 0), (spam, 1), (.uncertain("lost"), 1), (.accepted(taken), 1)])
  func commitComesIfTheServerSawTheMessage(_ outcome: Outcome, _ expected: Int) throws {
    let courier = RecordingCourier { _ in outcome }
    var commits = 0
    #expect(try courier.carry(parcel()) { commits += 1 } == outcome)
    #expect(commits == expected)
    #expect(courier.record.parcels.map(\.recipient.description) == ["reader@example.org"])
  }

  @Test func aParcelWhoseCommitThrowsIsNotRecorded() {
    struct DiskFull: Error {}
    let courier = RecordingCourier()
    #expect(throws: DiskFull.self) { try courier.carry(parcel()) { throw DiskFull() } }
    #expect(courier.record.parcels.isEmpty)
  }
}
