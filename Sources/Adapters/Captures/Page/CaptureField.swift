internal import XML

/// The parts of a page that a selector may select.
package enum CaptureField: String, CaseIterable, Sendable {
  case title, date, updated, summary, topics, authors, image, credibility, interest, journal, doi, body
  /// The elements left out of the body.
  case remove
}

/// `body=.entry-content`, as on the command line.
package struct FieldSelector: Sendable {
  package let field: CaptureField
  package let written: String
  let selector: CSSSelector

  package struct Unreadable: Error {
    package let sentence: String
  }

  package init(_ text: String) throws(Unreadable) {
    guard let sign = text.firstIndex(of: "=") else {
      throw Unreadable(sentence: "`\(text)` has no selector; write FIELD=SELECTOR, for example body=.entry-content")
    }
    let name = String(text[..<sign])
    guard let field = CaptureField(rawValue: name) else {
      let names = CaptureField.allCases.map(\.rawValue).joined(separator: ", ")
      throw Unreadable(sentence: "`\(name)` is not a field; the fields are \(names)")
    }
    self.field = field
    written = String(text[text.index(after: sign)...])
    do throws(SelectorError) {
      selector = try CSSSelector(written)
    } catch {
      throw Unreadable(sentence: "`\(written)`: \(error)")
    }
  }
}

/// Values of fields from one kind of place on a page.
struct PageFacts {
  private(set) var values: [CaptureField: [Found<String>]] = [:]

  subscript(_ field: CaptureField) -> [Found<String>] { values[field] ?? [] }

  mutating func add(_ field: CaptureField, _ text: String, _ origin: String, line: Int?) {
    let value = text.trimmedWords
    guard !value.isEmpty, value.utf8.count <= 20_000 else { return }
    // More than a few hundred cannot be topics or authors.
    guard values[field, default: []].count < 300, !self[field].contains(where: { $0.value == value }) else { return }
    values[field, default: []].append(Found(value, origin, line: line))
  }
}
