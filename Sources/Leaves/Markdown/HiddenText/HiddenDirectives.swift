/// Marks that begin with `@`, `#` or `\`: those of Blade, Razor, Angular, Velocity and LaTeX.
extension HiddenScan {
  /// Blade's `@if (x)` … `@endif`, Angular's and Razor's `@if (x) { … }`, Razor's `@* … *@`; not
  /// email addresses or names.
  mutating func takeDirective() -> Bool {
    guard !isLine, !isEscaped, !isBehindWord, position + 1 < bytes.count else { return false }
    if starts(with: "@*", at: position), let end = find("*@", from: position + 2) {
      drop(to: end + 2)
      return true
    }
    guard isLetter(byte(1)) else { return false }
    let (name, nameEnd) = name(from: position + 1)
    if name == "verbatim", ends.directives.contains(name), let end = find("@endverbatim", from: nameEnd) {
      passedOver = true
      show(until: end)
      return false
    }
    if name.hasPrefix("end"), HidingWord.bladeConditions.contains(String(name.dropFirst(3))) {
      return unclear.isEmpty && beginsLine ? ask(.condition) : false
    }
    if ends.directives.contains(name) { return HidingWord.bladeBlocks.contains(name) ? false : ask(.condition) }
    guard let close = endOfParameters(from: nameEnd) else { return false }
    let isBlock = HidingWord.braceConditions.contains(name) && isFollowed(by: UInt8(ascii: "{"), from: close)
    let isLine = beginsLine && HidingWord.bladeConditions.contains(name) && isFollowed(by: 0x0A, from: close)
    return isBlock || isLine ? ask(.condition) : false
  }

  private var isBehindWord: Bool {
    guard position > 0 else { return false }
    let before = bytes[position - 1]
    return isNameByte(before) || before >= 0x80 || "@./:".utf8.contains(before)
  }

  /// The position after the bracket that closes the one here; nil if none opens here or none closes it on this line.
  private func endOfParameters(from start: Int) -> Int? {
    var depth = 0
    let line = bytes[start...].prefix(400).prefix { $0 != 0x0A }
    guard line.first(where: { $0 != 0x20 }) == UInt8(ascii: "(") else { return nil }
    for index in line.indices {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0, bytes[index] != 0x20 { return index + 1 }
    }
    return nil
  }

  private func isFollowed(by sign: UInt8, from start: Int) -> Bool {
    let next = bytes[start...].first { $0 != 0x20 && $0 != 0x09 } ?? 0x0A
    return next == sign
  }

  /// Velocity's `#* … *#` and `#if (x)` … `#end`. `##` is a heading.
  mutating func takeVelocity() -> Bool {
    guard !isLine, !isEscaped, !isBehindWord, position + 2 < bytes.count else { return false }
    if starts(with: "#*", at: position), " \t\n*".utf8.contains(byte(2)),
      let end = find("*#", from: position + 2)
    {
      drop(to: end + 2)
      return true
    }
    guard isLetter(byte(1)) else { return false }
    let (name, nameEnd) = name(from: position + 1)
    guard HidingWord.velocityConditions.contains(name), endOfParameters(from: nameEnd) != nil else { return false }
    return find("#end", from: nameEnd) != nil ? ask(.condition) : false
  }

  /// LaTeX's `\begin{comment}` … `\end{comment}` and `\iffalse` … `\fi`; other conditions, such as
  /// `\ifdraft`, are unclear.
  mutating func takeTeX() -> Bool {
    guard !isEscaped, position + 1 < bytes.count, isLetter(byte(1)) else { return false }
    if starts(with: "\\begin{comment}", at: position) {
      guard let end = find("\\end{comment}", from: position) else { return ask(.neverEnds) }
      drop(to: end + 13)
      return true
    }
    if starts(with: "\\begin{", at: position) {
      let name = name(from: position + 7).text
      return HidingWord.isSuspect(name) ? ask(.condition) : false
    }
    guard starts(with: "\\if", at: position) else { return false }
    guard let end = find("\\fi", from: position + 3) else {
      return starts(with: "\\iffalse", at: position) && beginsLine ? ask(.neverEnds) : false
    }
    let inside = position + 3..<end
    let isPlain = inside.allSatisfy { !starts(with: "\\if", at: $0) && !starts(with: "\\else", at: $0) }
    guard starts(with: "\\iffalse", at: position), isPlain else { return ask(.condition) }
    drop(to: end + 3)
    return true
  }
}
