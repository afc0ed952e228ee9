import Compression
import Curl
import Model
import Text
import Time

/// Header fields of HTTP that say when to ask again (RFC 9110 §10.2.3, RFC 9111 §5).
extension HTTPResponse {
  /// The longer of `max-age` and `Expires`; nil if it says neither.
  func freshFor(at now: Instant) -> Duration? {
    [maxAge, first("expires").flatMap { time(until: $0, at: now) }].compactMap { $0 }.max()
  }

  /// Seconds, or a date.
  func retryAfter(at now: Instant) -> Duration? {
    guard let value = first("retry-after") else { return nil }
    return seconds(value) ?? time(until: value, at: now)
  }

  private var maxAge: Duration? {
    for directive in all("cache-control").flatMap({ $0.split(separator: ",") }) {
      let parts = directive.split(separator: "=", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, parts[0].lowercased() == "max-age" else { continue }
      return seconds(parts[1].filter { $0 != "\"" })
    }
    return nil
  }

  /// Counted from the server's own clock if it shows it.
  private func time(until date: String, at now: Instant) -> Duration? {
    guard let end = instant(date) else { return nil }
    return max(.zero, end - (first("date").flatMap(instant) ?? now))
  }
}

/// HTTP-date in each of its three forms (RFC 9110 §5.6.7).
private func instant(_ text: String) -> Instant? { WrittenDate(ofFeed: text)?.instant(in: .utc) }

/// Digits only; a number that is too large counts as a hundred years.
private func seconds(_ text: String) -> Duration? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
    return nil
  }
  let most: Int64 = 3_155_760_000
  return .seconds(min(Int64(text) ?? most, most))
}

/// Unpacks a body that is a gzip file although no field declares it: servers forget to, and sitemaps are stored like
/// this.
func unpackedOnce(_ body: [UInt8], most: Int) throws(FetchFailure) -> [UInt8] {
  guard body.starts(with: [0x1F, 0x8B, 0x08]) else { return body }
  switch gunzip(body, most: most) {
  case .bytes(let bytes): return bytes
  case .broken: return body
  case .tooLarge: throw FetchFailure(.tooLarge, "its document is larger than \(most / 1_000_000) MB")
  }
}
