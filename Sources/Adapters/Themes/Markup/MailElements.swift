internal import Templates

/// Elements that mail programs drop, and what to write instead (caniemail.com).
enum MailElements {
  /// The rest of the message, by the element's name.
  static let refused: [String: String] = [
    "script": "does nothing in an email; remove it",
    "iframe": "does not appear in an email; link to its content",
    "frame": "does not appear in an email; link to its content",
    "frameset": "does not appear in an email; link to its content",
    "object": "does not appear in an email; link to its content",
    "embed": "does not appear in an email; link to its content",
    "applet": "does not appear in an email; link to its content",
    "portal": "does not appear in an email; link to its content",
    "canvas": "stays empty in an email; show an image instead",
    "form": "does not work in most mail programs, and some warn of it; link to a page that has it",
    "base": "would change every link of the email; write full URLs instead",
  ]

  private static let seldomShown: [String: String] = [
    "input": "does not work in most mail programs; link to a page that has it",
    "select": "does not work in most mail programs; link to a page that has it",
    "textarea": "does not work in most mail programs; link to a page that has it",
    "button": "does not work in most mail programs; write a link that looks like one",
    "video": "does not play in most mail programs; show an image that links to it",
    "audio": "does not play in most mail programs; link to it",
    "svg": "does not appear in most mail programs; show a PNG instead",
    "math": "does not appear in most mail programs; write it as text",
  ]

  /// Nil if the element may be in an email.
  static func refusal(_ tag: MarkupTag) -> String? {
    if let sentence = refused[tag.name] { return sentence }
    let rel = (tag.value(of: "rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    guard tag.name == "link", rel.contains("stylesheet") else { return nil }
    return "loads no styles in most mail programs, and tells another server who reads; write the styles into theme.css"
  }

  /// Nil if most mail programs support the element.
  static func unsafe(_ tag: MarkupTag) -> String? {
    if let sentence = seldomShown[tag.name] { return sentence }
    if tag.name == "meta", tag.value(of: "http-equiv")?.lowercased() == "refresh" {
      return "leads nowhere in an email; write a link"
    }
    return nil
  }
}
