internal import Text

/// The lines of a captured text, by the part of the page that they belong to.
struct CaptureParts {
  private(set) var header: [CaptureLine] = []
  private(set) var takeaway: CaptureLine?
  private(set) var body: [CaptureLine] = []
  private(set) var topics: [CaptureLine] = []
  private(set) var related: [CaptureLine] = []
  private(set) var details: [CaptureLine] = []
  /// The text that every page of the site has.
  private(set) var rest: [CaptureLine] = []

  private enum Part { case header, takeaway, body, topics, related, details, rest }
  private var part = Part.header
  /// Whether a line after the title shows where the article's text begins.
  private let isLabelled: Bool

  init(_ lines: [CaptureLine]) {
    isLabelled = lines.contains { CaptureLabel($0.text) == .takeaway }
    let end = Self.startOfBoilerplate(lines)
    for (index, line) in lines.enumerated() {
      if index == end { part = .rest }
      add(line, before: index + 1 < lines.count ? lines[index + 1] : nil)
    }
    let last = related.lastIndex { CaptureLabel($0.text) == .more }
    if let last {
      rest = related[(last + 1)...] + rest
      related = Array(related[...last])
    }
  }

  /// The text about the site, with or without its heading, ends the page.
  private static func startOfBoilerplate(_ lines: [CaptureLine]) -> Int? {
    let labels: [CaptureLabel?] = [.takeaway, .topics, .related]
    let last = lines.lastIndex { labels.contains(CaptureLabel($0.text)) } ?? 0
    let rest = lines.indices.dropFirst(last + 1).filter { lines[$0].text != lines[0].text }
    if let heading = rest.first(where: { CaptureLabel(lines[$0].text) == .boilerplate }) { return heading }
    guard let found = rest.first(where: { JournalMention(lines[$0].text)?.isBoilerplate == true }) else { return nil }
    return CaptureBlock.isHeading(lines[found - 1], before: lines[found]) ? found - 1 : found
  }

  private mutating func add(_ line: CaptureLine, before next: CaptureLine?) {
    guard part != .rest else { return rest.append(line) }
    if let label = CaptureLabel(line.text), begin(label, in: line) { return }
    if let (label, text) = CaptureLabel.beginning(line.text), begin(label, in: line) {
      return addContent(CaptureLine(number: line.number, text: text, followsBlank: false), before: next)
    }
    addContent(line, before: next)
  }

  /// False if the line is not a label here: "Topics" and "Related" may be in the menu of a page.
  private mutating func begin(_ label: CaptureLabel, in line: CaptureLine) -> Bool {
    switch label {
    case .takeaway where takeaway == nil: part = .takeaway
    case .topics where topics.isEmpty && part != .related && (part != .header || line.text.contains(":")):
      part = .topics
    case .related where part != .header: part = .related
    case .details where part != .header && part != .related: part = .details
    default: return false
    }
    return true
  }

  private mutating func addContent(_ line: CaptureLine, before next: CaptureLine?) {
    switch part {
    case .header: addToHeader(line, before: next)
    case .takeaway:
      takeaway = line
      part = .body
    case .body: body.append(line)
    case .topics: addToTopics(line, before: next)
    case .related: related.append(line)
    case .details:
      // Sections may follow.
      part = CaptureBlock.isHeading(line, before: next) ? .body : .details
      if part == .body { body.append(line) } else { details.append(line) }
    case .rest: rest.append(line)
    }
  }

  private mutating func addToHeader(_ line: CaptureLine, before next: CaptureLine?) {
    let beginsText = CaptureBlock.isHeading(line, before: next) || !isLabelled && CaptureBlock.isText(line.text)
    let isTitle = header.isEmpty || header.contains { $0.text == line.text }
    guard beginsText, !isTitle else { return header.append(line) }
    part = .body
    body.append(line)
  }

  /// Sections may follow the topics.
  private mutating func addToTopics(_ line: CaptureLine, before next: CaptureLine?) {
    let isSection = line.followsBlank && CaptureBlock.isHeading(line, before: next)
    guard isSection || !topics.isEmpty && line.endsSentence && line.text.count >= 80 else {
      return topics.append(line)
    }
    part = .body
    body.append(line)
  }
}

extension CaptureLine {
  fileprivate var endsSentence: Bool { text.endsSentence }
}
