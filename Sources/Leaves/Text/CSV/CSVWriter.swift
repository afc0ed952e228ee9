/// One line of CSV, with fields quoted where necessary, ending in CRLF (RFC 4180 §2). No field can be read as a formula
/// by a spreadsheet: see ``guarded(_:)``.
///
/// - Parameter address: the index of a field that is an email address; see ``guardedAddress(_:)``.
package func csvLine(_ fields: [String], address: Int? = nil) -> String {
  fields.enumerated().map { index, field in
    quoted(index == address ? guardedAddress(field) : guarded(field))
  }.joined(separator: ",") + "\r\n"
}

/// The field without its guard; a field without a guard is unchanged.
package func unguarded(_ field: String) -> String { isGuarded(field) ? String(field.dropFirst()) : field }

/// A spreadsheet reads a field that begins with `=`, `+`, `-` or `@` as a formula, so it gets a leading apostrophe. So
/// does a field that already looks guarded, so that ``unguarded(_:)`` restores it exactly.
private func guarded(_ field: String) -> String { isFormula(field) || isGuarded(field) ? "'" + field : field }

/// An address must be the same for every program that reads it, so `+4917…@example.org` stays unchanged. To
/// do more than fail, a formula needs `!`, `|` or parentheses; no address contains parentheses, and one
/// with `!` or `|` is guarded.
private func guardedAddress(_ field: String) -> String {
  let acts = isFormula(field) && field.utf8.contains { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "|") }
  return acts || isGuarded(field) ? "'" + field : field
}

private func isFormula(_ field: some StringProtocol) -> Bool {
  guard let first = field.unicodeScalars.first else { return false }
  return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
}

private func isGuarded(_ field: String) -> Bool {
  field.utf8.first == UInt8(ascii: "'") && isFormula(field[...].drop { $0 == "'" })
}

private func quoted(_ field: String) -> String {
  let special: Set<UInt8> = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D]
  guard field.utf8.contains(where: special.contains) else { return field }
  return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
