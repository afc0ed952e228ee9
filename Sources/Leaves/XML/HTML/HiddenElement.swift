/// Whether an author hid an element with all its content. Mail programs show elements that a browser would not, because
/// they drop styles and do not support every attribute.
///
/// Hidden elements have the attribute `hidden` (HTML §6.1) or `popover` (§6.12) with any value, a style that hides (see
/// ``InlineStyle``), or a class with which frameworks hide elements, unless another class shows it on some screens. A
/// `<dialog>` that is not open is hidden too. An element with `aria-hidden` is visible, so it stays.
func isHiddenElement(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
  if name == "dialog", attributes.value(of: "open") == nil { return true }
  if attributes.value(of: "hidden") != nil || attributes.value(of: "popover") != nil { return true }
  if let style = attributes.value(of: "style"), InlineStyle(style).hides { return true }
  return attributes.value(of: "class").map(hides(classes:)) ?? false
}

/// The same for an element outside a tree. Names must be in lower case.
package func isHiddenElement(_ name: String, _ attributes: [(name: String, value: String)]) -> Bool {
  isHiddenElement(name, attributes.map { HTMLAttribute(name: $0.name, value: $0.value) })
}

private func hides(classes: String) -> Bool {
  let words = classes.split { $0.isWhitespace }
  let hiding: Set<Substring> = ["hidden", "hide", "invisible", "d-none", "is-hidden", "display-none", "uk-hidden"]
  guard words.contains(where: hiding.contains) else { return false }
  return !words.contains { word in
    ["sm", "md", "lg", "xl", "xxl", "2xl"].contains { size in
      word.hasPrefix(size + ":") && word != size + ":hidden" || word.hasPrefix("d-\(size)-") && word != "d-\(size)-none"
    }
  }
}
