import CourantTesting
import Model
import Testing
import Time

/// Remarks on documents: a new one is reported once, regardless of the lines and numbers in it.
@Suite struct PollRemarkTests {
  private func source(_ polls: [[String]], every days: Int64 = 1) -> (source: PolledSource, reported: [[String]]) {
    var source = PolledSource()
    var reported: [[String]] = []
    for (number, remarks) in polls.enumerated() {
      source.poll { request in
        var document = PollReading.Document(hash: "\(number)")
        document.remarks = remarks
        return (FetchAnswer(.document([1]), url: request.url), .document(document))
      }
      reported.append(report(&source.state))
      source.wait(days * 86_400)
    }
    return (source, reported)
  }

  /// As a run reports new remarks.
  private func report(_ state: inout PollState) -> [String] {
    let new = (state.remarks ?? []).filter { $0.isCurrent && !$0.isReported }.map(\.text)
    for index in (state.remarks ?? []).indices { state.remarks?[index].isReported = true }
    return new
  }

  @Test(arguments: [
    (["line 3: the date `2026-13-40` cannot be read"], ["line 19: the date `Yesterday` cannot be read"], []),
    (["an item without a date (3 items)"], ["line 2: an item without a date (1,204 items)"], []),
    (["1200 preprints came in 7 days"], ["1300 preprints came in 7 days"], []),
    (["it has no title"], ["it has no items"], ["it has no items"]),
    (["“A” (pmid:1) was retracted"], ["“B” (pmid:2) was retracted"], ["“B” (pmid:2) was retracted"]),
    (["line 4: the text of “A” is longer"], ["line 90: the text of “A” is longer"], []),
    (["https://x/1 has no title"], ["https://x/2 has no title"], ["https://x/2 has no title"]),
  ])
  func newRemarksAreReported(_ first: [String], _ second: [String], _ new: [String]) {
    let (source, reported) = source([first, second, second])
    #expect(reported == [first, new, []])
    #expect(source.state.currentRemarks == second)
  }

  @Test func aRemarkThatComesAndGoesIsReportedOnceInTwoMonths() {
    let (_, reported) = source([["it is cut off"], [], ["it is cut off"], []], every: 29)
    #expect(reported == [["it is cut off"], [], [], []])
    let (rare, late) = source([["it is cut off"], [], ["it is cut off"]], every: 61)
    #expect(late == [["it is cut off"], [], ["it is cut off"]])
    #expect(rare.state.remarks?.count == 1)
  }

  @Test func aDocumentThatIsNotReadAgainKeepsItsRemarks() {
    var (source, _) = source([["it has no title"]])
    source.poll(.status(503))
    #expect(source.state.currentRemarks == ["it has no title"])
  }

  @Test func theirNumberAndLengthAreBounded() {
    let many = (0..<500).map { "https://x/\($0) " + String(repeating: "x", count: 1000) }
    let (source, _) = source([many, many.reversed()])
    #expect(source.state.remarks?.count == 50)
    #expect(source.state.remarks?.allSatisfy { $0.text.count <= 300 } == true)
  }
}
