import Model
import Testing

@testable import Gathering

/// `audio` in front matter.
@Suite struct AudioTests {
  private func read(_ lines: String, files: [String] = ["articles/ep 1.mp3"]) throws -> (Article.Sound?, [String]) {
    let text = "---\ntitle: A\ndate: 2026-11-20\n\(lines)\n---\nBody.\n"
    let site = try TemporarySite(["articles/a.md": text])
    for file in files { try site.write("sound", to: file) }
    let reading = withExtendedLifetime(site) { site.source().read("articles/a.md") }
    guard case .article(let article, let warnings) = reading else { return (nil, ["not an article"]) }
    return (article.audio, warnings.map(\.description))
  }

  @Test func aFileNextToTheArticleIsNamedByItsAddress() throws {
    let (sound, warnings) = try read("audio: ep 1.mp3")
    #expect(sound == Article.Sound(url: "https://example.org/news/articles/ep%201.mp3"))
    #expect(warnings == [])
  }

  @Test func aTableSaysMore() throws {
    let (sound, warnings) = try read(
      "audio: {url: 'https://cdn.example/1.m4a?x=1', duration: '1:02:03', length: 12345, episode: 3, season: 2, explicit: true}"
    )
    var expected = Article.Sound(url: "https://cdn.example/1.m4a?x=1")
    expected.duration = 3_723
    expected.length = 12_345
    expected.episode = 3
    expected.season = 2
    expected.explicit = true
    #expect(sound == expected)
    #expect(warnings == [])
  }

  @Test(arguments: [("90", 90), ("'12:34'", 754), ("'0:05'", 5)])
  func aDurationIsSecondsOrAClock(_ written: String, _ seconds: Int) throws {
    let (sound, warnings) = try read("audio: {url: ep 1.mp3, duration: \(written)}")
    #expect(sound?.duration == seconds)
    #expect(warnings == [])
  }

  @Test func aFileOfTheStaticFolderIsNamedFromTheRoot() throws {
    let (sound, warnings) = try read("audio: /podcast/1.mp3")
    #expect(sound?.url == "https://example.org/podcast/1.mp3" || sound?.url == "https://example.org/news/podcast/1.mp3")
    #expect(warnings == [])
  }

  @Test(arguments: [
    ("ep 1.vtt", "https://example.org/news/articles/ep%201.vtt"),
    ("ep 1.SRT", "https://example.org/news/articles/ep%201.SRT"),
    ("https://cdn.example/1.json?x=1", "https://cdn.example/1.json?x=1"),
  ])
  func aTranscriptBelongsToTheRecording(_ written: String, _ address: String) throws {
    let files = ["articles/ep 1.mp3", "articles/ep 1.vtt", "articles/ep 1.SRT"]
    let (sound, warnings) = try read("audio: ep 1.mp3\ntranscript: \(written)", files: files)
    #expect(sound?.transcript == address)
    #expect(warnings == [])
  }

  @Test(arguments: [
    (
      "audio: ep 1.mp3\ntranscript: notes.pdf",
      "5:13: `transcript` must be a file .vtt, .srt, .html, .txt or .json; it is ignored"
    ),
    (
      "audio: ep 1.mp3\ntranscript: true",
      "5:13: `transcript` must be a file .vtt, .srt, .html, .txt or .json; it is ignored"
    ),
    ("transcript: ep 1.vtt", "4:13: `transcript` belongs to a recording; name that under `audio`"),
    (
      "audio: ep 1.mp3\ntranscript: ep 2.vtt",
      "5:13: `transcript` is \"ep 2.vtt\", but no such file is published next to the article; put it there as .vtt or .srt, "
        + "or into `static/`"
    ),
  ])
  func aTranscriptThatCannotBeUsedIsTold(_ lines: String, _ warning: String) throws {
    let (sound, warnings) = try read(lines, files: ["articles/ep 1.mp3", "articles/ep 1.vtt"])
    #expect(sound?.transcript == nil)
    #expect(warnings == ["articles/a.md:" + warning])
  }

  @Test func mistakesAreToldByLineAndTheArticleIsPublished() throws {
    let (missing, first) = try read("audio: ep2.mp3")
    #expect(missing == nil)
    #expect(
      first == [
        "articles/a.md:4:8: `audio` is \"ep2.mp3\", but no such file is next to the article, which has no recording now"
      ])
    let (other, second) = try read("audio: notes.pdf")
    #expect(other == nil)
    #expect(
      second == ["articles/a.md:4:8: `audio` is \"notes.pdf\"; write a file such as .mp3 or .m4a, or an http(s) URL"])
    let (sound, rest) = try read(
      "audio:\n  url: ep 1.mp3\n  duration: 1:99\n  episode: 0\n  explicit: maybe\n  seson: 1")
    #expect(sound == Article.Sound(url: "https://example.org/news/articles/ep%201.mp3"))
    #expect(
      Set(rest) == [
        "articles/a.md:6:13: `audio.duration` must be seconds, 12:34 or 1:02:03; it is read from the file, if possible",
        "articles/a.md:7:12: `audio.episode` must be a whole number from 1 to 1000000; it is ignored",
        "articles/a.md:8:13: `audio.explicit` must be true or false; it is ignored",
        "articles/a.md:9:3: unknown key `audio.seson`; did you mean `season`?",
      ])
    let (none, last) = try read("audio: {episode: 3}")
    #expect(none == nil)
    #expect(last == ["articles/a.md:4:8: `audio` names no recording; write a file next to the article, or a URL"])
  }
}
