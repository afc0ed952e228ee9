internal import Languages
internal import Templates

/// A part of a page: its text, then its forms and links.
struct WebPart {
  var heading = ""
  var texts: [String] = []
  var items: [String] = []
  var forms: [WebForm] = []
  var links: [WebLink] = []

  var record: TemplateValue {
    .record([
      "title": TemplateValue(heading),
      "texts": .list(texts.map { .record(["text": .text($0)]) }),
      "has_items": .flag(!items.isEmpty), "items": .list(items.map { .record(["item": .text($0)]) }),
      "forms": .list(forms.map(\.record)), "links": .list(links.map(\.record)), "has_links": .flag(!links.isEmpty),
    ])
  }
}

struct WebLink {
  let label: String
  let url: String

  init(_ label: String, _ url: String) {
    self.label = label
    self.url = url
  }

  var record: TemplateValue { .record(["label": .text(label), "url": .text(url)]) }
}

/// A form to a path of this server.
struct WebForm {
  struct Button {
    let label: String
    let name: String
    let value: String
  }

  struct Option {
    let label: String
    let name: String
    let value: String
    var isChosen = false
  }

  /// A field for an email address.
  struct AddressField {
    let label: String
    var value = ""
    /// A sentence about the mistake in the value; empty if there is none.
    var mistake = ""
  }

  let action: String
  var hidden: [(name: String, value: String)] = []
  var address: AddressField?
  var options: [Option] = []
  /// What the options are about, for screen readers.
  var legend = ""
  var buttons: [Button]
  /// Whether it changes nothing; it is then sent by GET, and several options may be chosen.
  var isQuestion = false
  /// Whether its first button is the one filled button of the page.
  var isMain = false

  init(to action: String, _ label: String, _ name: String = "do", _ value: String = "yes", isMain: Bool = false) {
    self.action = action
    buttons = [Button(label: label, name: name, value: value)]
    self.isMain = isMain
  }

  var record: TemplateValue {
    .record([
      "action": .text(action), "method": .text(isQuestion ? "get" : "post"),
      "option_input": .text(isQuestion ? "checkbox" : "radio"), "is_main": .flag(isMain),
      "hidden": .list(hidden.map { .record(["name": .text($0.name), "value": .text($0.value)]) }),
      "address": address.map { field in
        .record([
          "label": .text(field.label), "value": TemplateValue(field.value), "mistake": TemplateValue(field.mistake),
        ])
      } ?? .absent,
      "has_options": .flag(!options.isEmpty), "legend": .text(legend),
      "options": .list(
        options.map { option in
          .record([
            "label": .text(option.label), "name": .text(option.name), "value": .text(option.value),
            "is_chosen": .flag(option.isChosen),
          ])
        }),
      "buttons": .list(
        buttons.map { .record(["label": .text($0.label), "name": .text($0.name), "value": .text($0.value)]) }),
    ])
  }
}

/// A page that consists of parts.
struct WebMessage {
  let heading: String
  var status = 200
  var isError = false
  var parts: [WebPart] = []

  init(_ heading: String, status: Int = 200, _ texts: String...) {
    self.heading = heading
    self.status = status
    if !texts.isEmpty { parts = [WebPart(texts: texts)] }
  }
}

extension WebFace {
  func answer(_ message: WebMessage) throws(TemplateError) -> WebResponse {
    let content: TemplateRecord = ["parts": .list(message.parts.map(\.record))]
    let bytes = try page("web-message.html", heading: message.heading, isError: message.isError, content)
    return html(message.status, bytes)
  }

  func html(_ status: Int, _ bytes: [UInt8]) -> WebResponse {
    let fields: [WebResponse.Field] = [
      .init("Content-Type", "text/html; charset=utf-8"), .init("Content-Language", speech.tag),
    ]
    return WebResponse(status, fields, body: bytes)
  }
}
