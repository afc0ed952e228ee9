internal import Templates

/// A table whose first column names its rows.
struct DeskTable {
  struct Cell: ExpressibleByStringLiteral {
    let text: String
    /// The target of its link; empty for no link.
    var url = ""
    /// Whether it is right-aligned.
    var isNumber = false

    init(_ text: String, to url: String = "") {
      self.text = text
      self.url = url
    }

    init(_ number: Int) {
      text = grouped(number)
      isNumber = true
    }

    init(stringLiteral text: String) { self.init(text) }

    var record: TemplateValue {
      .record(["text": .text(text), "url": TemplateValue(url), "is_number": .flag(isNumber)])
    }
  }

  /// For screen readers, unless it is visible.
  let caption: String
  let head: [String]
  var rows: [[Cell]] = []
  /// Whether it is collapsed until opened.
  var isFolded = false

  init(_ caption: String, _ head: [String]) {
    self.caption = caption
    self.head = head
  }

  var record: TemplateValue {
    .record([
      "caption": .text(caption), "is_folded": .flag(isFolded),
      "head": .list(head.map { .record(["text": .text($0)]) }),
      "rows": .list(
        rows.map { row in
          .record([
            "first": row.first?.record ?? .absent, "rest": .list(row.dropFirst().map(\.record)),
          ])
        }),
    ])
  }
}

/// `1,204`.
func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
}
