/// Parses `24h`, `30d`, `1h30m`: whole numbers with `w`, `d`, `h`, `m` or `s`, larger units first, each at most once.
///
/// Nil for any other text, and for more than 100 years.
package func duration(_ text: String) -> Duration? {
  let units: [(sign: Character, seconds: Int64)] = [("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
  var (remaining, seconds) = (units[...], Int64(0))
  var rest = text[...]
  repeat {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 10, let number = Int64(digits), let sign = rest.dropFirst(digits.count).first,
      let unit = remaining.firstIndex(where: { $0.sign == sign })
    else { return nil }
    seconds += number * units[unit].seconds
    remaining = remaining[(unit + 1)...]
    rest = rest.dropFirst(digits.count + 1)
  } while !rest.isEmpty
  return seconds <= 100 * 366 * 86_400 ? .seconds(seconds) : nil
}
