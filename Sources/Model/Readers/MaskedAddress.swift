extension EmailAddress {
  /// `a…@e…e.org` for `ann@example.org`: its owner recognises it, but not someone to whom the mail was forwarded, or who reads
  /// it after the reader was erased.
  package var masked: String {
    let labels = domain.split(separator: ".")
    let name = labels.dropLast().joined(separator: ".")
    let end = name.count > 1 ? String(name.suffix(1)) : ""
    let last = labels.count > 1 ? "." + (labels.last ?? "") : ""
    return "\(localPart.prefix(1))…@\(name.prefix(1))…\(end)\(last)"
  }
}
