internal import Model
internal import Text
internal import Time

/// Reads the rows of a history of consent below its header.
struct ConsentRow {
  struct Fault: Error {
    let sentence: String

    init(_ column: ConsentColumn, _ sentence: String) { self.sentence = "column `\(column.rawValue)`: \(sentence)" }

    init(_ sentence: String) { self.sentence = sentence }
  }

  /// The position of each column.
  private let places: [ConsentColumn: Int]
  private let count: Int
  private let now: Instant

  /// The longest value; more than any page or command writes.
  private static let longest = 4000

  init(header names: [String], at now: Instant) throws(Fault) {
    var places: [ConsentColumn: Int] = [:]
    for (place, name) in names.map({ $0.trimmed.lowercased() }).enumerated() {
      guard let column = ConsentColumn(rawValue: name) else {
        let known = ConsentColumn.allCases.map(\.rawValue)
        throw Fault(
          "column `\(forDisplay(name, atMost: 60))` is not one of a history of consent"
            + (nearest(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ": \(known.joined(separator: ", "))")
        )
      }
      guard places.updateValue(place, forKey: column) == nil else { throw Fault("column `\(name)` appears twice") }
    }
    if let missing = ConsentColumn.needed.first(where: { places[$0] == nil }) {
      throw Fault("column `\(missing.rawValue)` is missing; take the file that `export --events` writes")
    }
    self.places = places
    count = names.count
    self.now = now
  }

  func event(_ fields: [String]) throws(Fault) -> HistoricEvent {
    guard fields.count == count else {
      throw Fault("there are \(fields.count) fields, but \(count) columns; quote fields that contain a comma")
    }
    let cell = { (column: ConsentColumn) in places[column].map { unguarded(fields[$0]) } ?? "" }
    if let long = ConsentColumn.allCases.first(where: { cell($0).count > Self.longest }) {
      throw Fault(long, "has more than \(Self.longest) characters")
    }
    for column in ConsentColumn.texts {
      guard let stray = strayCharacter(cell(column), in: column) else { continue }
      throw Fault(column, "contains the control character \(stray); take the file that `export --events` writes")
    }
    guard let address = EmailAddress(cell(.email)) else {
      throw Fault(.email, "\(quoted(cell(.email))) is not an email address")
    }
    var event = ConsentEvent(try kind(cell(.event)), at: try moment(cell(.at)))
    event.digest = cell(.digest).isEmpty ? nil : cell(.digest)
    if !cell(.feeds).isEmpty {
      guard let follows = Following(cell(.feeds)) else {
        throw Fault(.feeds, "\(quoted(cell(.feeds))) is not a list of feeds; write names with commas, or `*`")
      }
      event.follows = follows
    }
    event.origin = cell(.origin)
    event.language = cell(.language).isEmpty ? nil : cell(.language)
    event.words = cell(.words).isEmpty ? nil : cell(.words)
    event.machine = cell(.machine).isEmpty ? nil : cell(.machine)
    return HistoricEvent(address, event)
  }

  private func moment(_ text: String) throws(Fault) -> Instant {
    guard let at = Instant(rfc3339: text) else {
      throw Fault(.at, "\(quoted(text)) is not a time; write it like 2026-11-23T07:00:05Z")
    }
    guard at >= Instant(seconds: 0) else { throw Fault(.at, "\(text) is before 1970; correct the year") }
    guard at <= now else { throw Fault(.at, "\(text) is in the future; no consent is given in advance") }
    return at
  }

  /// The first control character, as `U+0007`. The wording of a consent may have several lines.
  private func strayCharacter(_ text: String, in column: ConsentColumn) -> String? {
    let allowed: Set<Unicode.Scalar> = column == .words ? ["\n", "\r", "\t"] : []
    let stray = text.unicodeScalars.first { scalar in
      scalar.properties.generalCategory == .control && !allowed.contains(scalar)
    }
    guard let stray else { return nil }
    let digits = String(stray.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A forgotten reader has no address, so a file cannot contain that reader's history.
  private func kind(_ text: String) throws(Fault) -> ConsentEvent.Kind {
    let known = ConsentEvent.Kind.allCases.filter { $0 != .forgotten }
    if let kind = known.first(where: { $0.rawValue == text }) { return kind }
    throw Fault(.event, "\(quoted(text)) is not an event" + suggestion(for: text, among: known.map(\.rawValue)))
  }

  private func quoted(_ text: String) -> String { "`\(forDisplay(text, atMost: 60))`" }
}
