internal import CCmarkGFM

/// Text and HTML that Markdown leaves unchanged wherever they occur.

/// Text on one line, written so that neither Markdown nor HTML finds markup in it.
func literalText(_ text: some StringProtocol) -> String {
  var literal = ""
  for scalar in text.unicodeScalars {
    let isPlain =
      scalar.value >= 0x80 || scalar == " " || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
    if isPlain { literal.unicodeScalars.append(scalar) } else { literal += "&#\(scalar.value);" }
  }
  return literal
}

/// A formula's source as inline code.
func inlineFormula(_ source: String) -> String {
  "<code class=\"language-math\">\(literalText(withoutEmptyComments(source)))</code>"
}

/// Markdown text, such as a caption, as HTML on one line.
func inlineHTML(_ markdown: String) -> String {
  let tree = Tree(parsing: markdown.split(whereSeparator: \.isNewline).joined(separator: " "))
  let html = String(decoding: tree.root.html(options: CMARK_OPT_UNSAFE), as: UTF8.self)
  return html.replacing("<p>", with: "").replacing("</p>", with: "").split(whereSeparator: \.isNewline)
    .joined(separator: " ")
}

/// The value of an attribute, written so that Markdown does not change it either.
func attributeValue(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(
    ">", with: "&gt;"
  ).split(whereSeparator: \.isNewline).joined(separator: " ")
}
