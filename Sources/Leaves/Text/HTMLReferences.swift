/// HTML text, or the value of a quoted attribute, with `&lt;`, `&gt;`, `&quot;`, `&#39;` and `&amp;` replaced by their
/// characters. Courant's own writers use only these references; others are left unchanged.
package func unescapedHTML(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
  // `&amp;` is last, so that `&amp;lt;` becomes `&lt;`, not `<`.
  return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
}
