internal import Text

/// One element of a field's list: `*`, `5`, `MON-FRI`, `*/5`, `10-40/10` or `5/15`.
struct CronElement {
  let position: CronPosition
  let text: Substring

  func values() throws(CronError) -> CronValues {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw CronError(at: parts[2], "`\(text)` has more than one step") }
    let step = parts.count == 2 ? try self.step(parts[1]) : nil
    let range = try self.range(parts[0], isOpen: step != nil)
    let values = stride(from: range.lowerBound, through: range.upperBound, by: step ?? 1)
    return CronValues(position == .dayOfWeek ? values.map { $0 % 7 } : Array(values))
  }
}

private extension CronElement {
  /// - Parameter isOpen: whether a single value begins a range to the end, as in `5/15`.
  func range(_ part: Substring, isOpen: Bool) throws(CronError) -> ClosedRange<Int> {
    if part == "*" { return position.span }
    let ends = part.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2 else { throw CronError(at: ends[2], "`\(part)` has more than two ends") }
    let lower = try value(ends[0])
    guard ends.count == 2 else { return lower...(isOpen ? max(lower, position.span.upperBound) : lower) }
    let upper = try value(ends[1])
    if lower <= upper { return lower...upper }
    // The week may end on Sunday: FRI-SUN is 5-7.
    if position == .dayOfWeek, ends[1].uppercased() == "SUN" { return lower...7 }
    let hint = position == .dayOfWeek && upper == 0 ? "; write 7 for Sunday at the end of a range" : "; swap its ends"
    throw CronError(at: part, "the range `\(part)` runs backwards\(hint)")
  }

  func value(_ part: Substring) throws(CronError) -> Int {
    if part.isEmpty { throw CronError(at: part, "`\(text)` lacks a value") }
    if let index = position.names.firstIndex(of: part.uppercased()) { return position.range.lowerBound + index }
    guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw CronError(at: part, notAValue(part)) }
    guard let number = Int(part), position.range.contains(number) else {
      let end = Int(part).map { $0 < position.range.lowerBound } ?? false ? "from" : "to"
      throw CronError(at: part, "the \(position.name) ranges from \(bounds), not \(end) \(part)")
    }
    return number
  }

  /// As in cronie, a step cannot exceed the largest value: `*/90` would mean every hour, which is never intended.
  func step(_ part: Substring) throws(CronError) -> Int {
    let greatest = position.range.upperBound
    guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let step = Int(part), (1...greatest).contains(step)
    else {
      throw CronError(at: part, "the \(position.name) step must be from 1 to \(greatest); found `\(part)`")
    }
    return step
  }

  var bounds: String { "\(position.range.lowerBound) to \(position.range.upperBound)" }

  func notAValue(_ part: Substring) -> String {
    if part == "?" { return "`?` is not supported; write `*` for any \(position.name)" }
    if position == .dayOfMonth, part.uppercased() == "L" {
      return "`L`, the last day of the month, cannot have a range or a step"
    }
    guard let first = position.names.first, let last = position.names.last else {
      return "`\(part)` is not a valid \(position.name); write a number from \(bounds)"
    }
    // Names have three letters, so MONDAY and Sept match theirs.
    let hint = suggestion(for: part.prefix(3).uppercased(), among: position.names)
    return "`\(part)` is not a valid \(position.name); write a number from \(bounds) or a name from \(first) to "
      + "\(last)\(hint)"
  }
}
