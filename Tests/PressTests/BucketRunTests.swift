import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import PublicPlace
import Testing

/// Runs of a site whose pages live in a bucket.
@Suite struct BucketRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let server: BucketServer

  init() throws {
    server = try BucketServer()
    site = try SampleSite()
    try site.article("a", dated: "2026-11-19")
    try site.article("b", dated: "2026-11-20")
    try site.folder.write(
      "[default]\naws_access_key_id = AKIDTEST\naws_secret_access_key = test/secret+key\n", to: "keys")
    try site.folder.restrict("keys")
    try site.publish("place = \"s3://news?endpoint=\(server.endpoint)\"\ncredentials_file = \"keys\"")
    newsroom = try Newsroom(site)
  }

  /// From the next run on.
  private func set(_ lines: String) throws {
    try site.publish(lines)
    try newsroom.reopen()
  }

  /// The paths under `public/`, without compressed files.
  private var inFolder: Set<String> {
    let paths = site.folder.files().filter { $0.hasPrefix("public/") && !$0.hasSuffix(".gz") }
    return Set(paths.map { String($0.dropFirst("public/".count)) })
  }

  /// The requests that changed something.
  private var changes: [String] { server.requests.filter { $0.hasPrefix("PUT ") || $0.hasPrefix("DELETE ") } }

  private func publish(_ now: String) throws -> RunReport { try newsroom.run(now, only: .publish) }

  @Test func everythingThatAFolderWouldHoldIsInTheBucket() throws {
    defer { server.stop() }
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(report.problems == [])
    let inBucket = server.objects.mapValues(\.body)
    #expect(site.publicFiles == [:])
    try set("")
    _ = try newsroom.run("2026-11-21T12:00:00Z", only: .publish)
    #expect(Set(inBucket.keys) == inFolder)
    #expect(inBucket["articles/a/index.html"] == site.folder.text("public/articles/a/index.html"))
  }

  @Test func pagesComeAfterWhatTheyShowAndBeforeWhatLeadsToThem() throws {
    defer { server.stop() }
    try site.folder.write("PNG", to: "articles/brain.png")
    let own = "---\ntitle: C\ndate: 2026-11-18\npermalink: /own/c/\n---\n\nText.\n"
    try site.folder.write(own, to: "articles/c.md")
    _ = try publish("2026-11-21T12:00:00Z")
    let puts = server.requests.filter { $0.hasPrefix("PUT ") }.map { $0.dropFirst(4) }
    for page in ["articles/a/index.html", "own/c/index.html"] {
      for list in ["index.html", "articles/index.html", "years/2026/index.html"] {
        let order = ["articles/brain.png", page, list, "feeds/all/rss.xml", "sitemap.xml"]
        let places = order.compactMap { path in puts.firstIndex { $0 == path } }
        #expect(places.count == order.count, "\(order) in \(puts)")
        #expect(places == places.sorted(), "\(order)")
      }
    }
  }

  @Test func staticFilesAreInTheBucketUntilTheyAreRemoved() throws {
    defer { server.stop() }
    try site.folder.write("x", to: "static/.well-known/security.txt")
    try site.folder.write("font", to: "static/fonts/a.woff2")
    try site.folder.write("mine", to: "static/robots.txt")
    #expect(try publish("2026-11-21T12:00:00Z").problems == [])
    #expect(server.objects[".well-known/security.txt"]?.body == "x")
    #expect(server.objects["robots.txt"]?.body == "mine")
    server.forgetRequests()
    #expect(try publish("2026-11-21T12:05:00Z").filesWritten == [])
    #expect(changes == [])
    try site.folder.remove("static")
    _ = try publish("2026-11-21T12:10:00Z")
    // Readers may still have pages that show a file, so it leaves one run later.
    _ = try publish("2026-11-22T12:10:00Z")
    #expect(server.objects["fonts/a.woff2"] == nil)
    #expect(server.objects["robots.txt"]?.body.contains("Made by Courant") == true)
  }

  /// Only whether there is an issue that the ledger does not know.
  @Test func aRunWithoutNewsAsksOneQuestion() throws {
    defer { server.stop() }
    _ = try publish("2026-11-21T12:00:00Z")
    server.forgetRequests()
    let report = try publish("2026-11-21T12:05:00Z")
    #expect(report.filesWritten == [] && report.problems == [])
    #expect(server.requests == ["HEAD archive/weekly/1/index.html"])
  }

  @Test func oneChangedBodyPutsItsPageAndTheFeedsThatHaveIt() throws {
    defer { server.stop() }
    _ = try publish("2026-11-21T12:00:00Z")
    server.forgetRequests()
    let text = site.folder.text("articles/b.md") ?? ""
    try site.folder.write(text + "\nOne more line.\n", to: "articles/b.md")
    _ = try publish("2026-11-21T12:05:00Z")
    let feeds = ["atom.xml", "feed.json", "rss.xml"].map { "PUT feeds/all/" + $0 }
    #expect(changes.sorted() == ["PUT articles/b/index.html"] + feeds)
  }

  @Test func whatIsWithdrawnIsReplacedAtOnceAndDeletedLater() throws {
    defer { server.stop() }
    try site.folder.write("PNG", to: "articles/brain.png")
    _ = try publish("2026-11-21T12:00:00Z")
    try site.folder.remove("articles/b.md")
    try site.folder.remove("articles/brain.png")
    _ = try publish("2026-11-21T12:05:00Z")
    #expect(server.objects["articles/b/index.html"]?.body.contains("The body of b") == false)
    #expect(server.objects["articles/brain.png"] != nil)
    let later = try publish("2026-11-21T12:10:00Z")
    #expect(later.filesRemoved.contains("articles/brain.png"))
    #expect(server.objects["articles/brain.png"] == nil)
    server.forgetRequests()
    #expect(try publish("2026-11-21T12:15:00Z").filesWritten == [])
    #expect(changes == [])
  }

  // MARK: - Faults

  @Test func withoutTheStoreNoIssueIsFrozen() throws {
    _ = try newsroom.run("2026-11-19T12:00:00Z")
    server.stop()
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(report.problems.count == 1 && report.problems[0].contains("does not answer"), "\(report.problems)")
    #expect(report.issues == [])
  }

  @Test func mailThatIsFrozenDoesNotWaitForTheStore() throws {
    let newsroom = try Newsroom(site) { _, before in
      before == 0
        ? .deferred(Reply(stage: .finalDot, code: 451, text: "later"))
        : .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
    }
    _ = try newsroom.run("2026-11-19T12:00:00Z")
    #expect(try newsroom.run("2026-11-23T07:00:00Z").issues.count == 1)
    server.stop()
    try site.article("c", dated: "2026-11-22")
    let report = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(report.deliveries[.accepted] == 1)
  }

  /// An older ledger was put in the place of one that had sent an issue.
  @Test func anIssueInTheBucketThatTheLedgerDoesNotKnowStopsMail() throws {
    defer { server.stop() }
    _ = try newsroom.run("2026-11-19T12:00:00Z")
    server.put("<div id=\"page:text\">", at: "archive/weekly/1/index.html")
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(report.issues == [])
  }

  @Test func missingKeysAreAFaultOfTheSettings() throws {
    defer { server.stop() }
    try site.folder.remove("keys")
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(report.exitCode == .badConfiguration)
    #expect(
      report.problems == ["keys: there is no such file, but `credentials_file` in schedule.conf names it; create it"])
    #expect(server.requests == [])
  }

  @Test(arguments: ["announce(_:)", "record(_:)", "confirm(_:)", "forget(_:)"])
  func aKilledRunIsMadeGoodByTheNext(_ write: String) throws {
    defer { server.stop() }
    _ = try publish("2026-11-21T12:00:00Z")
    try site.folder.remove("articles/b.md")
    try site.article("c", dated: "2026-11-20")
    let stopping = StoppingLedger(newsroom.ledger, stopping: .beforeFirst(of: write))
    _ = try newsroom.run("2026-11-21T12:05:00Z", only: .publish, on: stopping)
    for minute in ["10", "15"] { #expect(try publish("2026-11-21T12:\(minute):00Z").problems == []) }
    let inBucket = server.objects.mapValues(\.body)
    try set("")
    _ = try newsroom.run("2026-11-21T12:20:00Z", only: .publish)
    #expect(Set(inBucket.keys) == inFolder)
    for path in inBucket.keys where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      #expect(inBucket[path] == site.folder.text("public/" + path), "\(path)")
    }
  }

  // MARK: - Commands

  @Test func aCommandReadsWhatChangedAndOnlyOnce() throws {
    defer { server.stop() }
    try set("place = \"command: cat >> copied\"")
    _ = try publish("2026-11-21T12:00:00Z")
    let first = Set((site.folder.text("copied") ?? "").split(separator: "\n").map(String.init))
    #expect(first.filter { !$0.hasSuffix(".gz") } == inFolder)
    #expect(first.contains("feeds/all/rss.xml.gz"))
    try site.folder.remove("copied")
    _ = try publish("2026-11-21T12:05:00Z")
    #expect(site.folder.text("copied") == nil)
    try site.folder.remove("articles/b.md")
    _ = try publish("2026-11-21T12:10:00Z")
    let changed = (site.folder.text("copied") ?? "").split(separator: "\n").map(String.init)
    #expect(changed.contains("articles/b/index.html") && changed.contains("feeds/all/rss.xml"))
    #expect(!changed.contains("articles/a/index.html"))
    // A server that prefers compressed copies would show the old feed for good.
    #expect(changed.contains("feeds/all/rss.xml.gz") && changed.contains("sitemap.xml.gz"))
  }

  @Test func aCommandThatFailsIsToldAndTriedAgain() throws {
    defer { server.stop() }
    try set("place = \"command: cat > tried; test -e works\"")
    let failing = try publish("2026-11-21T12:00:00Z")
    #expect(failing.exitCode == .waiting)
    let count = (site.folder.text("tried") ?? "").split(separator: "\n").count
    #expect(
      failing.problems == [
        "schedule.conf: [public] place: the command ended with exit code 1; the next run tries again with \(count) changes"
      ])
    try site.folder.remove("tried")
    try site.folder.write("", to: "works")
    #expect(try publish("2026-11-21T12:05:00Z").problems == [])
    #expect((site.folder.text("tried") ?? "").split(separator: "\n").count == count)
    try site.folder.remove("tried")
    _ = try publish("2026-11-21T12:10:00Z")
    #expect(site.folder.text("tried") == nil)
  }

  @Test func cachesReadTheAddressesThatReadersUse() throws {
    defer { server.stop() }
    try set("purge = \"cat > purged\"")
    _ = try publish("2026-11-21T12:00:00Z")
    let purged = (site.folder.text("purged") ?? "").split(separator: "\n").map(String.init)
    #expect(purged.contains("https://news.example.org/"))
    #expect(purged.contains("https://news.example.org/articles/a/"))
    #expect(purged.contains("https://news.example.org/feeds/all/rss.xml"))
    #expect(!purged.contains { $0.hasSuffix("index.html") || $0.hasSuffix(".gz") })
  }

  @Test func aCacheThatIsNotReachedKeepsNoMailWaiting() throws {
    defer { server.stop() }
    _ = try newsroom.run("2026-11-19T12:00:00Z")
    try set("purge = \"exit 1\"")
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(report.exitCode == .waiting)
    #expect(report.issues.count == 1)
    #expect(report.deliveries[.accepted] == 1)
  }

  @Test func aDryRunTellsNobody() throws {
    defer { server.stop() }
    try set("place = \"command: cat > copied\"\npurge = \"cat > purged\"")
    var ways = RunWays { RecordingCourier(record: RecordingCourier.Record()) }
    ways.isRehearsal = true
    ways.output = PublicFolder(site.path + "/rehearsal")
    let opened = try OpenedSite(folder: site.path)
    _ = try PressRun(opened, ledger: newsroom.ledger, now: .at("2026-11-21T12:00:00Z"), ways: ways).run(only: .publish)
    #expect(site.folder.text("copied") == nil && site.folder.text("purged") == nil)
  }
}

extension SampleSite {
  /// Rewrites the table `[public]`.
  fileprivate func publish(_ lines: String) throws {
    let text = folder.text("schedule.conf") ?? ""
    let others = text.components(separatedBy: "\n# public\n")[0]
    try folder.write(others + "\n# public\n[public]\n\(lines)\n", to: "schedule.conf")
  }
}

extension TemporaryFolder {
  /// Only its owner may read it.
  fileprivate func restrict(_ file: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + "/" + file)
  }
}
