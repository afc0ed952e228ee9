package import Model
internal import Text
package import Time

extension LogEvent {
  /// One line, without its end.
  package func line(_ format: LogFormat, at now: Instant) -> String {
    let head: [(String, Value)] = [("time", .text(now.rfc3339)), ("event", .text(name))]
    let all = head + fields.map { ($0.name, $0.value) }
    switch format {
    case .logfmt: return all.map { "\($0)=\($1.logfmt)" }.joined(separator: " ")
    case .json: return "{" + all.map { "\(quoted($0)):\($1.json)" }.joined(separator: ",") + "}"
    }
  }
}

extension LogEvent.Value {
  fileprivate var logfmt: String {
    guard case .text(let text) = self else { return json }
    let isPlain = text.wholeMatch(of: /[A-Za-z0-9._:\/@#+-]+/) != nil
    return isPlain ? text : quoted(text)
  }

  fileprivate var json: String {
    switch self {
    case .text(let text): quoted(text)
    case .whole(let number): "\(number)"
    case .seconds(let time): decimal(time)
    }
  }
}

/// In seconds, with six decimals.
private func decimal(_ time: Duration) -> String {
  let (whole, attoseconds) = time.components
  let micros = "\(attoseconds / 1_000_000_000_000)"
  return "\(whole)." + String(repeating: "0", count: max(0, 6 - micros.count)) + micros
}

/// A string of JSON, in which nothing can end the line or move a cursor.
private func quoted(_ text: String) -> String {
  var writer = JSONWriter(.compact, .feed)
  writer.string(forDisplay(text))
  return String(decoding: writer.finish(), as: UTF8.self)
}
