internal import Markdown
internal import Settings
internal import Text

/// A value under a key that can hide. A missing value and an empty string have no effect.
struct HidingValue {
  let setting: Setting

  init?(_ setting: Setting) {
    switch setting.value {
    case .null: return nil
    case .string(let text) where oneLine(text).isEmpty: return nil
    case .array(let elements) where elements.isEmpty: return nil
    default: self.setting = setting
    }
  }

  /// As read by YAML 1.1 and Go, even in quotes: an author who writes `published: "false"` means it.
  var truth: Bool? {
    switch setting.value {
    case .boolean(let isTrue): isTrue
    case .integer(0): false
    case .integer(1): true
    case .string: written.flatMap { Self.truths[$0.lowercased()] }
    default: nil
    }
  }

  /// A year written as a number.
  var yearText: String? { if case .integer(let year) = setting.value { "\(year)" } else { nil } }

  var isList: Bool { if case .array = setting.value { true } else { false } }

  /// A string or a date, on one line.
  var written: String? {
    switch setting.value {
    case .string(let text): oneLine(text)
    case .date(let text): text
    default: nil
    }
  }

  /// The words of one or several strings, in lower case.
  var words: [String] { strings(of: setting).flatMap { $0.lowercased().split { " ,;".contains($0) }.map(String.init) } }

  /// The labels of a list or string in comparable form, including `Drafts`, `#draft` and `status/draft`.
  ///
  /// - Parameter isOne: whether a string without commas is one label, not several separated by spaces.
  func labels(isOne: Bool) -> [String] {
    var labels = strings(of: setting)
    if case .string(let text) = setting.value {
      labels = text.split { text.contains(",") ? $0 == "," : !isOne && $0.isWhitespace }.map(String.init)
    }
    return labels.map { label in
      let last = label.split(separator: "/").last.map(String.init) ?? ""
      return dashed(oneLine(last).lowercased().drop { "#_@+".contains($0) })
    }
  }

  /// A state in comparable form: `In progress` becomes `in-progress`.
  var state: String? { written.map { dashed($0.lowercased()) } }

  /// A string or date, or a number of the same length.
  var dateText: String? { setting.dateText.map(oneLine) }

  /// In YAML every number is read as a string.
  var isNumber: Bool {
    switch setting.value {
    case .integer, .float: true
    case .string(let text): Double(oneLine(text)) != nil
    default: false
    }
  }

  private func dashed(_ word: some StringProtocol) -> String {
    String(word.map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static let truths = [
    "true": true, "yes": true, "on": true, "y": true, "t": true, "1": true,
    "false": false, "no": false, "off": false, "n": false, "f": false, "0": false,
  ]
}
