internal import Templates

/// A form that POSTs with the session's token, or one that only requests a page.
struct DeskForm {
  /// A single-line field.
  struct Line {
    let label: String
    let name: String
    var value = ""
    var hint = ""
    /// Whether a phone's keyboard should show digits.
    var isNumber = false
    /// A sentence about what is wrong with the value; empty if nothing is.
    var mistake = ""
  }

  let action: String
  let button: String
  var hidden: [(name: String, value: String)] = []
  var lines: [Line] = []
  /// Whether it only requests a page.
  var asks = false
  /// Whether its button is the page's filled one.
  var isMain = true

  init(to action: String, _ button: String) {
    self.action = action
    self.button = button
  }

  func record(token: String) -> TemplateValue {
    let own = asks || token.isEmpty ? hidden : hidden + [(DeskVisit.tokenField, token)]
    return .record([
      "action": .text(action), "button": .text(button), "is_main": .flag(isMain),
      "method": .text(asks ? "get" : "post"),
      "hidden": .list(own.map { .record(["name": .text($0.name), "value": .text($0.value)]) }),
      "lines": .list(lines.map(record)),
    ])
  }

  private func record(of line: Line) -> TemplateValue {
    .record([
      "label": .text(line.label), "name": .text(line.name), "value": .text(line.value),
      "hint": TemplateValue(line.hint), "is_number": .flag(line.isNumber), "mistake": TemplateValue(line.mistake),
    ])
  }
}
