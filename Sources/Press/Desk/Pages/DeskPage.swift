internal import Model
internal import Templates

/// A page that consists of parts.
struct DeskPage: Sendable {
  let title: String
  var status = 200
  var parts: [DeskPart] = []
  /// The command that shows or does the same; empty if there is none.
  var command = ""
  /// The path of the JSON version; empty if there is none.
  var json = ""
  /// The entry of the menu that the page belongs to; empty for none.
  var place = ""

  init(_ title: String, status: Int = 200, _ texts: String...) {
    self.title = title
    self.status = status
    if !texts.isEmpty {
      var part = DeskPart()
      part.texts = texts
      parts = [part]
    }
  }

  func record(on site: Site, for signed: SignedIn?) -> TemplateValue {
    .record([
      "site_title": .text(site.title), "title": .text(title), "command": TemplateValue(command),
      "json": TemplateValue(json), "parts": .list(parts.map { $0.record(token: signed?.token ?? "") }),
      "is_signed_in": .flag(signed != nil), "operator": .text(signed?.person.name ?? ""),
      "token": .text(signed?.token ?? ""),
      "menu": .list(
        signed == nil
          ? []
          : Self.menu.map { label, path in
            .record(["label": .text(label), "url": .text(path), "is_current": .flag(path == place)])
          }),
    ])
  }

  private static let menu = [
    ("Status", "/"), ("Issues", "/issues"), ("Readers", "/readers"), ("Growth", "/growth"),
    ("Destinations", "/destinations"), ("Preview", "/preview"), ("Deliverability", "/deliverability"),
    ("Findings", "/findings"), ("Audit", "/audit"),
  ]
}

/// A part of a page: its content, then the possible actions.
struct DeskPart: Sendable {
  /// A state is a symbol and words, never a colour alone.
  enum Tone { case plain, warning, fine }

  var tone = Tone.plain
  var title = ""
  var texts: [String] = []
  var facts: [Fact] = []
  var tables: [DeskTable] = []
  var charts: [DeskChart] = []
  var frames: [Frame] = []
  var forms: [DeskForm] = []
  var links: [DeskLink] = []
  /// A command, or text whose line breaks matter; empty if there is none.
  var code = ""

  struct Fact {
    let label: String
    let value: String
    var note = ""
  }

  /// A document shown inside the page.
  struct Frame {
    let title: String
    let url: String
    /// In CSS pixels, as on the devices that it represents.
    let width: Int
  }

  init(_ tone: Tone = .plain, _ title: String = "", _ texts: String...) {
    self.tone = tone
    self.title = title
    self.texts = texts
  }

  func record(token: String) -> TemplateValue {
    .record([
      "is_warning": .flag(tone == .warning), "is_fine": .flag(tone == .fine), "title": TemplateValue(title),
      "texts": .list(texts.map { .record(["text": .html(DeskText.markup(of: $0))]) }),
      "has_facts": .flag(!facts.isEmpty),
      "facts": .list(
        facts.map {
          .record(["label": .text($0.label), "value": .text($0.value), "note": TemplateValue($0.note)])
        }),
      "tables": .list(tables.map(\.record)), "charts": .list(charts.map(\.record)),
      "has_frames": .flag(!frames.isEmpty),
      "frames": .list(
        frames.map { .record(["title": .text($0.title), "url": .text($0.url), "width": .number($0.width)]) }),
      "code": TemplateValue(code), "forms": .list(forms.map { $0.record(token: token) }),
      "has_links": .flag(!links.isEmpty),
      "links": .list(links.map(\.record)),
    ])
  }
}

/// A link of a page.
struct DeskLink {
  let label: String
  /// A path of the desk, or an absolute URL.
  let url: String

  init(_ label: String, _ url: String) {
    self.label = label
    self.url = url
  }

  var record: TemplateValue { .record(["label": .text(label), "url": .text(url)]) }
}
