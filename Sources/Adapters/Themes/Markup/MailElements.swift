internal import Templates

/// Elements that mail programs drop, and what to write instead (caniemail.com).
enum MailElements {
  /// The rest of the message, by the element's name.
  static let refused: [String: String] = [
    "script": "does nothing in a mail; take it out",
    "iframe": "does not appear in a mail; link to what it shows",
    "frame": "does not appear in a mail; link to what it shows",
    "frameset": "does not appear in a mail; link to what it shows",
    "object": "does not appear in a mail; link to what it shows",
    "embed": "does not appear in a mail; link to what it shows",
    "applet": "does not appear in a mail; link to what it shows",
    "portal": "does not appear in a mail; link to what it shows",
    "canvas": "stays empty in a mail; show an image instead",
    "base": "would move every link of the mail; write whole addresses instead",
  ]

  private static let seldomShown: [String: String] = [
    "form": "does not work in most mail programs; link to a page that has it",
    "input": "does not work in most mail programs; link to a page that has it",
    "select": "does not work in most mail programs; link to a page that has it",
    "textarea": "does not work in most mail programs; link to a page that has it",
    "button": "does not work in most mail programs; write a link that looks like one",
    "video": "does not play in most mail programs; show an image that links to it",
    "audio": "does not play in most mail programs; link to it",
    "svg": "does not appear in most mail programs; show a PNG instead",
    "math": "does not appear in most mail programs; write it as text",
  ]

  /// Nil if most mail programs support the element.
  static func unsafe(_ tag: MarkupTag) -> String? {
    if let sentence = seldomShown[tag.name] { return sentence }
    let rel = (tag.value(of: "rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    if tag.name == "link", rel.contains("stylesheet") {
      return "loads no style in most mail programs; write the styles into theme.css"
    }
    if tag.name == "meta", tag.value(of: "http-equiv")?.lowercased() == "refresh" {
      return "leads nowhere from a mail; write a link"
    }
    return nil
  }
}
