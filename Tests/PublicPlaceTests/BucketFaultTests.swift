import CourantTesting
import Foundation
import Model
import PublicPlace
import Synchronization
import Testing

/// What operators read if a store refuses.
@Suite struct BucketFaultTests {
  private static let inWords = ": In the store's words"

  private func sentence(_ status: Int, _ code: String) throws -> String? {
    var habits = BucketServer.Habits()
    let answer = BucketServer.error(status, code)
    habits.fault = { _, _ in answer }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    return sentence(bucket, try bucket.place())
  }

  private func sentence(_ bucket: BucketFixture, _ place: BucketPlace) -> String? {
    do {
      try bucket.publish(["a.html": "1"], to: place)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      403, "InvalidAccessKeyId",
      "the store does not know the key AKIDTEST; correct AWS_ACCESS_KEY_ID or `credentials_file`"
    ),
    (
      403, "AccessDenied",
      "the key AKIDTEST may not write there (403 AccessDenied\(inWords)); permit it, or check key and secret"
    ),
    (404, "NoSuchBucket", "there is no such bucket; create it, or correct `place`"),
    (
      403, "RequestTimeTooSkewed",
      "the clock of this machine differs too much from the store's, which was at Tue, 01 Dec 2026 07:00:00 GMT; set the "
        + "clock"
    ),
    (507, "XMinioStorageFull", "the store is full (507 XMinioStorageFull\(inWords)); make room, then run again"),
    (403, "QuotaExceeded", "the store is full (403 QuotaExceeded\(inWords)); make room, then run again"),
    (400, "ExpiredToken", "the temporary key AKIDTEST is no longer valid; set a new key and its AWS_SESSION_TOKEN"),
    (400, "InvalidRequest", "cannot write: the store answers 400 InvalidRequest\(inWords)"),
  ])
  func aRefusalSaysWhatToDo(_ status: Int, _ code: String, _ expected: String) throws {
    #expect(try sentence(status, code) == "s3://news: " + expected)
  }

  @Test func theRegionOfTheBucketIsNamed() throws {
    var habits = BucketServer.Habits()
    habits.fault = { _, _ in
      HTTPScript(301, [("x-amz-bucket-region", "eu-west-1")], text: "<Error><Code>PermanentRedirect</Code></Error>")
    }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    #expect(
      sentence(bucket, try bucket.place())
        == "s3://news: the bucket is in the region eu-west-1, not in us-east-1; correct `region` in `place`")
  }

  @Test func aWrongSecretIsNamed() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    #expect(
      sentence(bucket, try bucket.place(secret: "wrong"))
        == "s3://news: the store refuses the secret of the key AKIDTEST; correct AWS_SECRET_ACCESS_KEY or "
        + "`credentials_file`")
    #expect(bucket.texts() == [:])
  }

  @Test func aDeadEndpointIsNamed() throws {
    let bucket = try BucketFixture()
    bucket.server.stop()
    #expect(
      sentence(bucket, try bucket.place())
        == "s3://news: the store at \(bucket.server.endpoint) does not answer: cannot connect: Connection refused; the next "
        + "run tries again")
  }

  /// What the store says is hostile: no line breaks, no endless text.
  @Test func theStoresWordsAreMadeSafe() throws {
    var habits = BucketServer.Habits()
    let text =
      "<Error><Code>A\nB</Code><Message>\u{1B}[31m" + String(repeating: "x", count: 10_000) + "</Message></Error>"
    habits.fault = { _, _ in HTTPScript(400, text: text) }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    let words = try #require(sentence(bucket, try bucket.place()))
    #expect(words.count < 400 && !words.contains("\n") && !words.contains("\u{1B}"), "\(words)")
  }

  @Test(arguments: [(500, "InternalError"), (503, "SlowDown"), (429, "TooManyRequests"), (400, "RequestTimeout")])
  func aFaultThatPassesIsTriedAgain(_ status: Int, _ code: String) throws {
    var habits = BucketServer.Habits()
    let answer = BucketServer.error(status, code)
    habits.fault = { _, count in count < 3 ? answer : nil }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    #expect(try bucket.publish(["a.html": "1"], to: bucket.place()) == ["a.html"])
    #expect(bucket.server.requests == Array(repeating: "PUT a.html", count: 4))
  }

  @Test func aFaultThatStaysIsTriedSixTimes() throws {
    var habits = BucketServer.Habits()
    let answer = BucketServer.error(503, "SlowDown")
    habits.fault = { _, _ in answer }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    #expect(
      sentence(bucket, try bucket.place())
        == "s3://news: cannot write: the store answers 503 SlowDown: In the store's words")
    #expect(bucket.server.requests.count == 6)
  }

  @Test func aConnectionThatBreaksIsReplaced() throws {
    var habits = BucketServer.Habits()
    var cut = HTTPScript(200, text: "unfinished")
    cut.delivery = .cut(after: 3)
    let broken = cut
    habits.fault = { _, count in count == 0 ? broken : nil }
    let bucket = try BucketFixture(habits)
    defer { bucket.server.stop() }
    #expect(try bucket.publish(["a.html": "1"], to: bucket.place()) == ["a.html"])
    #expect(bucket.texts() == ["a.html": "1"])
  }

  @Test func aRunThatIsStoppedBeginsNoRequest() throws {
    let bucket = try BucketFixture()
    defer { bucket.server.stop() }
    #expect(
      sentence(bucket, try bucket.place(isStopped: { true }))
        == "s3://news: stopped by a signal; the next run continues")
    #expect(bucket.server.requests == [])
  }
}
