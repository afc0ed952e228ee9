import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import PublicPlace
import Testing

@Suite struct BucketPlaceTests {
  @Test func objectsSayWhatTheyAre() throws {
    let bucket = try BucketFixture(prefix: "news/today")
    defer { bucket.server.stop() }
    let written = try bucket.publish(
      [
        "index.html": "<p>", "feeds/all/rss.xml": "<rss>", "a.0123456789abcdef.png": "png", "of-20261120.png": "png",
        "form.docx": "x",
      ],
      to: bucket.place())
    #expect(written == ["a.0123456789abcdef.png", "feeds/all/rss.xml", "form.docx", "index.html", "of-20261120.png"])
    let fields = bucket.server.objects.mapValues { [$0.fields["content-type"], $0.fields["cache-control"]] }
    #expect(
      fields == [
        "news/today/index.html": ["text/html; charset=utf-8", "public, max-age=300"],
        "news/today/feeds/all/rss.xml": ["application/rss+xml; charset=utf-8", "public, max-age=300"],
        "news/today/a.0123456789abcdef.png": ["image/png", "public, max-age=31536000, immutable"],
        "news/today/of-20261120.png": ["image/png", "public, max-age=300"],
        "news/today/form.docx": [
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "public, max-age=300",
        ],
      ])
  }

  /// Letters outside ASCII, spaces, and signs that other encodings leave alone; the server checks each signature.
  @Test(arguments: [
    "articles/ätiologie/index.html", "a b+c~d%e.png", "it's(1)!*.txt", "مرض/日本.html", "a$b&c=d;e@f:g,h",
  ])
  func aPathMayHaveAnyLetters(_ path: String) throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let place = try bucket.place()
    try bucket.publish([path: "text"], to: place)
    #expect(bucket.texts() == [path: "text"])
    #expect(place.read(path) == Array("text".utf8))
    #expect(try place.comparison() == PublicComparison())
  }

  @Test func onlyWhatChangedIsPutAgain() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1", "b.html": "1", "c.html": "1"], to: bucket.place())
    bucket.server.forgetRequests()
    let written = try bucket.publish(["a.html": "1", "b.html": "2", "c.html": "1"], to: bucket.place())
    #expect(written == ["b.html"])
    #expect(bucket.server.requests == ["PUT b.html"])
    #expect(bucket.texts() == ["a.html": "1", "b.html": "2", "c.html": "1"])
  }

  @Test func manyObjectsShareFewConnections() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let files = Dictionary(uniqueKeysWithValues: (0..<200).map { ("\($0).html", "\($0)") })
    try bucket.publish(files, to: bucket.place())
    #expect(bucket.texts() == files)
    #expect(bucket.server.connections <= 16)
  }

  /// RFC 9110, section 10.1.1: a body that waits for permission costs a round trip more.
  @Test func onlyALargeBodyWaitsForPermission() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let large = String(repeating: "0123456789", count: 110_000)
    try bucket.publish(["small.html": "<p>", "large.txt": large], to: bucket.place())
    #expect(bucket.texts() == ["small.html": "<p>", "large.txt": large])
    #expect(bucket.server.objects["small.html"]?.fields["expect"] == nil)
    #expect(bucket.server.objects["large.txt"]?.fields["expect"] == "100-continue")
  }

  @Test func aFileIsCopiedInPieces() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789", count: 20_000)
    try text.write(toFile: folder.path + "/a.txt", atomically: true, encoding: .utf8)
    let batch = try bucket.place().batch()
    guard let file = OpenFile(owning: open(folder.path + "/a.txt", O_RDONLY)) else { throw CancellationError() }
    try batch.copy(file, to: "a.txt")
    #expect(try batch.finish() == ["a.txt"])
    #expect(bucket.texts() == ["a.txt": text])
  }

  // MARK: - Removing

  @Test func whatNothingProducesIsDeletedOneRunLater() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let first = try bucket.place()
    try bucket.publish(["a.html": "1", "b.html": "1"], to: first)
    #expect(try first.remove(["a.html"]).later == ["a.html"])
    #expect(bucket.texts().keys.sorted() == ["a.html", "b.html"])
    let next = try bucket.place(at: .at("2026-12-01T07:05:00Z"))
    let removal = try next.remove(["a.html"])
    #expect(removal.removed == ["a.html"])
    #expect(removal.later == [])
    #expect(bucket.texts() == ["b.html": "1"])
    #expect(!next.exists("a.html"))
  }

  @Test func whatIsProducedAgainStays() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    let first = try bucket.place()
    try bucket.publish(["a.html": "1"], to: first)
    _ = try first.remove(["a.html"])
    _ = try bucket.place(at: .at("2026-12-01T07:05:00Z")).remove([])
    let later = try bucket.place(at: .at("2026-12-01T07:10:00Z")).remove(["a.html"])
    #expect(later.later == ["a.html"])
    #expect(bucket.texts() == ["a.html": "1"])
  }

  // MARK: - Several machines

  @Test func aMachineThatWasOvertakenStops() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1", "b.html": "1"], to: bucket.place())
    let stale = try bucket.place()
    try bucket.publish(["a.html": "newer", "b.html": "1"], to: bucket.place())
    #expect(throws: BucketFault.self) { try bucket.publish(["a.html": "stale", "b.html": "1"], to: stale) }
    #expect(bucket.texts()["a.html"] == "newer")
  }

  @Test func aNewObjectOfAnotherMachineIsNotOverwritten() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1"], to: bucket.place())
    let stale = try bucket.place()
    bucket.server.put("another's", at: "b.html")
    do {
      try bucket.publish(["b.html": "stale"], to: stale)
      Issue.record("it was put")
    } catch {
      #expect(
        "\(error)"
          == "s3://news: b.html was changed by another machine or program since it was last published; publishing stopped, "
          + "and the next run replaces it")
    }
    // The next run finds it announced, and looks.
    try bucket.publish(["b.html": "ours"], to: bucket.place())
    #expect(bucket.texts()["b.html"] == "ours")
  }

  /// The answer to a PUT is lost; its repetition meets the new object.
  @Test func anObjectThatWasPutWithoutAnAnswerIsRecognised() throws {
    var habits = BucketServer.Habits()
    let lost = BucketServer.error(412, "PreconditionFailed")
    habits.fault = { request, count in request == "PUT a.html" && count == 2 ? lost : nil }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1", "z.html": "1"], to: bucket.place())
    try bucket.publish(["a.html": "2", "z.html": "1"], to: bucket.place())
    // The third PUT has the bytes of the second: as if the record were older than the object.
    try bucket.ledger.record(["a.html": PublicObject(etag: "\"old\"", content: Fingerprint(bits: 0))])
    let place = try bucket.place()
    try bucket.publish(["a.html": "2", "z.html": "1"], to: place)
    #expect(try place.comparison() == PublicComparison())
  }

  @Test func aStoreWithoutConditionsIsAskedWithoutThem() throws {
    var habits = BucketServer.Habits()
    habits.knowsConditions = false
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1"], to: bucket.place())
    try bucket.publish(["a.html": "2", "b.html": "1"], to: bucket.place())
    #expect(bucket.texts() == ["a.html": "2", "b.html": "1"])
  }

  @Test func anObjectThatSomebodyDeletedIsPutAgain() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1", "b.html": "1"], to: bucket.place())
    bucket.server.remove("a.html")
    try bucket.publish(["a.html": "2"], to: bucket.place())
    #expect(bucket.texts() == ["a.html": "2", "b.html": "1"])
  }

  // MARK: - Runs that did not end

  /// Killed after the PUT of `a.html` and before anything was recorded.
  @Test func aRunAfterOneThatWasKilledComparesAndPutsTheRest() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1", "b.html": "1", "c.html": "1"], to: bucket.place())
    let before = try bucket.ledger.publicObjects()
    try bucket.publish(["a.html": "2"], to: bucket.place())
    try bucket.ledger.record(before)
    try bucket.ledger.announce(["a.html", "b.html", "new.html"])
    bucket.server.forgetRequests()
    let place = try bucket.place()
    try bucket.publish(["a.html": "2", "b.html": "2", "c.html": "1", "new.html": "1"], to: place)
    #expect(
      bucket.server.requests.sorted() == ["HEAD a.html", "HEAD b.html", "HEAD new.html", "PUT b.html", "PUT new.html"])
    #expect(bucket.texts() == ["a.html": "2", "b.html": "2", "c.html": "1", "new.html": "1"])
    #expect(try place.comparison() == PublicComparison())
  }

  @Test func whatWasPutBeforeAFaultIsOnRecord() throws {
    var habits = BucketServer.Habits()
    let fault = BucketServer.error(403, "AccessDenied")
    habits.fault = { request, count in request == "PUT 150.html" && count == 0 ? fault : nil }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    let files = Dictionary(uniqueKeysWithValues: (100..<200).map { ("\($0).html", "\($0)") })
    #expect(throws: BucketFault.self) { try bucket.publish(files, to: bucket.place()) }
    let done = bucket.texts()
    #expect(done.count < 100 && done.count >= 50)
    #expect(try Set(bucket.ledger.publicObjects().keys) == Set(done.keys))
  }

  @Test func anotherBucketBeginsWithoutARecord() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1"], to: bucket.place())
    var other = bucket.address
    other.prefix = "other"
    let place = BucketPlace(
      other, BucketWays { BucketKeys(id: "AKIDTEST", secret: "test/secret+key") }, record: bucket.ledger,
      now: .at("2026-12-01T07:05:00Z"))
    #expect(!place.exists("a.html"))
    try place.prepare()
    try bucket.publish(["a.html": "1"], to: place)
    #expect(bucket.texts() == ["a.html": "1", "other/a.html": "1"])
  }

  // MARK: - Looking

  @Test func aComparisonNamesWhatIsMissingChangedAndForeign() throws {
    var habits = BucketServer.Habits()
    habits.pageSize = 2
    let bucket = try BucketFixture(habits, prefix: "p")
    defer { bucket.server.stop() }
    let files = Dictionary(uniqueKeysWithValues: ["a", "b", "c & d", "e", "f"].map { ($0, "1") })
    try bucket.publish(files, to: bucket.place())
    bucket.server.remove("p/b")
    bucket.server.put("changed", at: "p/e")
    bucket.server.put("own", at: "p/robots.txt")
    bucket.server.put("outside", at: "q")
    var expected = PublicComparison()
    expected.missing = ["b"]
    expected.changed = ["e"]
    expected.foreign = ["robots.txt"]
    let place = try bucket.place()
    #expect(try place.comparison() == expected)
    try place.doubt(expected)
    try bucket.publish(files, to: bucket.place())
    expected = PublicComparison()
    expected.foreign = ["robots.txt"]
    #expect(try place.comparison() == expected)
  }

  @Test func questionsAreAnsweredByTheStoreIfTheRecordCannot() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    try bucket.publish(["a.html": "1"], to: bucket.place())
    bucket.server.put("own", at: "robots.txt")
    bucket.server.forgetRequests()
    let place = try bucket.place()
    #expect(place.exists("a.html") && !place.exists("robots.txt"))
    #expect(place.mayExist("robots.txt") && !place.mayExist("nothing"))
    #expect(place.place("a.html") == .file && place.place("robots.txt") == .file && place.place("nothing") == .free)
    #expect(bucket.server.requests == ["HEAD robots.txt", "HEAD nothing", "HEAD robots.txt", "HEAD nothing"])
  }

  /// Nobody waits for a store that does not answer, and nothing is taken for missing.
  @Test func aStoreThatDoesNotAnswerIsAskedOnce() throws {
    let bucket = try BucketFixture()
    bucket.server.stop()
    let place = try bucket.place()
    #expect(place.mayExist("a.html") && place.mayExist("b.html"))
    #expect(place.place("a.html") == .free)
    #expect(place.read("a.html") == nil)
  }
}
