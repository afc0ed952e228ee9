import Captures
import Model
import Time

/// The visible text of a page as a person copies it, invented for these tests.
let capturedText = """
  How Salt Changes Sleep

  How Salt Changes Sleep
  Credibility
  Interest
  Key Takeaway

  New research shows that salt at night can make sleep lighter.

  What They Found

  The study looked at how salt, eaten late, changes the sleep of mice. They found that it made sleep lighter for hours.

  Who Should Care and Why

  This matters to people who sleep badly. If salt isn’t needed, it’s easy to leave out; speak with your doctor first.

  Important Considerations

  The study was conducted on mice, so the results may not apply to people.

  Article Topics:
  Na‐channelssleep–wake cyclesalt metabolism

  You May Also Like

  Tea and Sleep: What You Need to Know
  Tea and Sleep: What You Need to Know

  12/31/2026

  Learn how tea in the evening can change the way people sleep and what this means for a good many da

  Read More
  A Short Walk
  A Short Walk

  5/1/2026

  Study finds that walking helps.

  Read More
  Understanding Sleep Research

  Studies published in respected medical journals like Journal of examples : invented often range from early work to trials.

  However, not all research is created equal.
  """

extension ImportedFile {
  /// Made on 30 November 2026 from a file that was last changed ten days before.
  init(
    _ text: String, known: [String] = [], path: String = "page", _ change: (inout CaptureSettings) -> Void = { _ in }
  ) throws(PageRefusal) {
    var settings = CaptureSettings()
    settings.topics = KnownTopics(known)
    change(&settings)
    try self.init(
      Array(text.utf8), path: path, settings: settings,
      dates: Dates(written: nil, modified: CivilTime(2026, 11, 20), today: CivilTime(2026, 11, 30)))
  }

  /// Values that must be confirmed or are missing.
  var questions: [String] { findings.filter { $0.weight != .notice }.map(\.description) }

  /// The front matter, without its fences.
  var matter: [String] {
    (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix { $0 != "---" }.map(
      String.init)
  }

  /// The line of a key.
  func line(_ key: String) -> String? { matter.first { $0.hasPrefix(key + ":") } }

  /// The text after the front matter.
  var body: String {
    let text = text ?? ""
    guard let end = text.firstRange(of: "\n---\n") else { return "" }
    return String(text[end.upperBound...].drop { $0 == "\n" })
  }
}
