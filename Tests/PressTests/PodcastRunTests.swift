import CourantTesting
import Foundation
import Model
import PressTesting
import Testing

@testable import Press

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// A podcast from a file next to an article.
@Suite struct PodcastRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    try site.folder.write(
      """
      title = "Listen"
      description = "Recordings."
      podcast = { image = "/podcast.jpg", category = "Science" }

      """, to: "feeds/talk.toml")
    try site.article("a", dated: "2026-11-20", more: ["audio: {url: one.mp3, episode: 1}", "transcript: one.vtt"])
    try site.folder.write("WEBVTT\n", to: "articles/one.vtt")
    try site.article("b", dated: "2026-11-20")
    newsroom = try Newsroom(site)
    try copy("info.mp3")
    try image(1_400, 1_400)
  }

  /// The beginning of a PNG of this size.
  private func image(_ width: UInt32, _ height: UInt32, _ first: UInt8 = 0x89) throws {
    var bytes: [UInt8] = [first, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    for number in [width, height] { bytes += (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    bytes += [8, 2, 0, 0, 0, 0, 0, 0, 0]
    try FileManager.default.createDirectory(atPath: site.path + "/static", withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: site.path + "/static/podcast.jpg"))
  }

  @Test func anImageThatDirectoriesRefuseIsToldOnce() throws {
    let place = "feeds/talk.toml: [podcast] image: static/podcast.jpg "
    let rule = "; directories want a square of 1400 to 3000 pixels"
    let cases: [(UInt32, UInt32, UInt8, String?)] = [
      (1400, 1400, 0x89, nil), (3000, 3000, 0x89, nil), (1399, 1399, 0x89, "has 1399 × 1399 pixels" + rule),
      (3001, 3001, 0x89, "has 3001 × 3001 pixels" + rule), (1500, 1400, 0x89, "has 1500 × 1400 pixels" + rule),
      (1500, 1500, 0x47, "is neither JPEG nor PNG, so directories refuse it; save it as one"),
    ]
    for (number, one) in cases.enumerated() {
      try image(one.0, one.1, one.2)
      let expected = one.3.map { [place + $0] } ?? []
      let told = try newsroom.run("2026-11-22T12:0\(number):00Z").notices.filter { $0.contains("podcast") }
      #expect(told == expected)
      #expect(try newsroom.run("2026-11-22T12:0\(number):30Z").notices.filter { $0.contains("podcast") } == [])
      let press = try newsroom.press(sunday)
      #expect(try press.staticFindings().map(\.description).filter { $0.contains("[podcast]") } == expected)
    }
  }

  private func copy(_ fixture: String) throws {
    let tests = ((#filePath as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent
    let target = site.path + "/articles/one.mp3"
    if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
    try FileManager.default.createDirectory(atPath: site.path + "/articles", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: tests + "/SoundsTests/Fixtures/" + fixture, toPath: target)
  }

  private func problems() throws -> [String] { try newsroom.run(sunday, only: .publish).problems }

  private var rss: String { site.folder.text("public/feeds/talk/rss.xml") ?? "" }

  @Test func lengthAndDurationAreThoseOfTheFile() throws {
    #expect(try problems() == [])
    let url = "https://news.example.org/articles/one.mp3"
    #expect(rss.contains("<enclosure url=\"\(url)\" length=\"2864\" type=\"audio/mpeg\"/>"))
    #expect(rss.contains("<itunes:duration>1</itunes:duration>"))
    let words = "https://news.example.org/articles/one.vtt"
    #expect(rss.contains("<podcast:transcript url=\"\(words)\" type=\"text/vtt\" language=\"en\"/>"))
    #expect(site.folder.text("public/articles/one.vtt") == "WEBVTT\n")
    #expect(rss.matches(of: /<item>/).count == 1)
    #expect(site.folder.files().contains("public/articles/one.mp3"))
    #expect(try newsroom.run(sunday, only: .publish).filesWritten == [])
    try copy("plain.mp3")
    let written = try newsroom.run(sunday, only: .publish).filesWritten
    #expect(written.contains("feeds/talk/rss.xml") && written.contains("articles/one.mp3"))
    #expect(rss.contains("length=\"5120\""))
  }

  @Test func aRecordingThatIsNowhereIsReportedUntilItExists() throws {
    try site.article("c", dated: "2026-11-21", more: ["audio: /podcast/1.mp3"])
    try site.article("d", dated: "2026-11-21", more: ["audio: https://elsewhere.example/2.mp3"])
    let sentence =
      "static/podcast/1.mp3: does not exist, but is the recording or the transcript of “About c”; add it, or correct `audio` or "
      + "`transcript`"
    #expect(try problems() == [sentence])
    let report = try newsroom.run(sunday, only: .publish)
    #expect(report.problems == [sentence])
    #expect(report.lasting == [sentence], "cron hears of it once a day")
    try site.folder.write("x", to: "public/podcast/1.mp3")
    try site.article("e", dated: "2026-11-21")
    #expect(try problems() == [])
    try FileManager.default.removeItem(atPath: site.path + "/public/podcast")
    try site.folder.write("x", to: "static/podcast/1.mp3")
    #expect(try problems() == [])
    try FileManager.default.removeItem(atPath: site.path + "/static/podcast")
    #expect(try problems() == [sentence])
  }

  @Test(arguments: ["icon", "logo", "favicon"])
  func anImageOfTheSiteThatIsNowhereIsReportedUntilItExists(_ key: String) throws {
    let settings = try #require(site.folder.text("schedule.conf"))
    let url = "url = \"https://news.example.org\"\n"
    try site.folder.write(
      settings.replacing(url, with: url + "\(key) = \"/none.png\"\n"), to: "schedule.conf")
    try newsroom.reopen()
    let sentence =
      "static/none.png: does not exist, but `\(key)` in [site] of schedule.conf names it; add it, or correct `\(key)`"
    #expect(try problems() == [sentence])
    try site.folder.write("x", to: "static/none.png")
    #expect(try problems() == [])
  }

  @Test func thePodcastsImageMustExist() throws {
    try FileManager.default.removeItem(atPath: site.path + "/static/podcast.jpg")
    #expect(
      try problems() == [
        "static/podcast.jpg: does not exist, but `image` in feeds/talk.toml names it; add it, or correct `image`"
      ])
  }

  @Test func aRecordingThatIsNotNextToItsArticleIsReportedOnce() throws {
    try site.article("c", dated: "2026-11-21", more: ["audio: nine.mp3", "transcript: nine.vtt"])
    for (time, expected) in [(sunday, ["audio", "transcript"]), (monday, [])] {
      let notices = try newsroom.run(time, only: .publish).notices
      #expect(notices.compactMap { $0.firstMatch(of: /`(audio|transcript)` is "nine/)?.1 }.map(String.init) == expected)
    }
  }

  @Test func thePageHasAPlayerThatLoadsNothingAndTheMailALink() throws {
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let page = try #require(site.folder.text("public/articles/a/index.html"))
    let url = "https://news.example.org/articles/one.mp3"
    #expect(page.contains("<audio controls preload=\"none\" src=\"\(url)\"></audio>"))
    #expect(page.contains("<a href=\"https://news.example.org/articles/one.vtt\">Transcript</a>"))
    #expect(site.folder.text("public/articles/b/index.html")?.contains("<audio") == false)
    let mail = String(decoding: try #require(newsroom.mails.first).message, as: UTF8.self)
    #expect(mail.replacing("=\r\n", with: "").contains("Listen: \(url)"))
    #expect(mail.replacing("=\r\n", with: "").matches(of: /articles\/one\.mp3/).count == 2)
    #expect(!mail.contains("<audio"))
  }

  @Test func theGUIDStaysWhenTheAddressChanges() throws {
    _ = try newsroom.run(sunday, only: .publish)
    let guid = try #require(rss.firstMatch(of: /<podcast:guid>(.*)<\/podcast:guid>/)?.1)
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(
      settings.replacing("https://news.example.org", with: "https://other.example.org"), to: "schedule.conf")
    try newsroom.reopen()
    _ = try newsroom.run(monday, only: .publish)
    #expect(rss.contains("https://other.example.org/feeds/talk/"))
    #expect(rss.firstMatch(of: /<podcast:guid>(.*)<\/podcast:guid>/)?.1 == guid)
  }

  /// The example of the specification (podcastindex-org/podcast-namespace, `guid`).
  @Test func theGUIDIsThatOfTheSpecification() {
    #expect(podcastGUID(ofFeedAt: "https://mp3s.nashownotes.com/pc20rss.xml") == "917393e3-1b1e-5cef-ace4-edaa54e1f810")
    #expect(podcastGUID(ofFeedAt: "podnews.net/rss//") == "9b024349-ccf0-5f69-a609-6b82873eab3c")
  }
}
