/// A name server's response (RFC 1035 §4); its content is not trusted.
package struct DNSMessage {
  private struct Record {
    let type: UInt16
    let data: Range<Int>
  }

  private let bytes: [UInt8]
  private var answers: [Record] = []

  /// Nil if the message is truncated or malformed.
  package init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let questions = number(at: 4), let count = number(at: 6) else { return nil }
    var place = 12
    for _ in 0..<questions {
      guard let end = endOfName(at: place), end + 4 <= bytes.count else { return nil }
      place = end + 4
    }
    for _ in 0..<count {
      guard let end = endOfName(at: place), let type = number(at: end), let length = number(at: end + 8),
        end + 10 + Int(length) <= bytes.count
      else { return nil }
      place = end + 10 + Int(length)
      answers.append(Record(type: type, data: (end + 10)..<place))
    }
  }

  /// The values of all answers of this type, even those reached through aliases; unreadable ones are left out.
  package func values(_ type: RecordType) -> [String] {
    answers.filter { $0.type == type.rawValue }.compactMap { record in
      switch type {
      case .a: record.data.count == 4 ? bytes[record.data].map(String.init).joined(separator: ".") : nil
      case .aaaa: record.data.count == 16 ? ipv6Text(Array(bytes[record.data])) : nil
      case .ns, .ptr: name(at: record.data.lowerBound)
      case .mx: exchange(in: record.data)
      case .txt: text(in: record.data)
      }
    }
  }
}

extension DNSMessage {
  private func number(at place: Int) -> UInt16? {
    place + 2 <= bytes.count ? UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]) : nil
  }

  /// The end of a name; its last part may be a pointer (RFC 1035 §4.1.4).
  private func endOfName(at start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      let length = bytes[place]
      if length == 0 { return place + 1 }
      if length >= 0xC0 { return place + 2 <= bytes.count ? place + 2 : nil }
      guard length < 0x40 else { return nil }
      place += 1 + Int(length)
    }
    return nil
  }

  /// Pointers may only lead backwards, so every name ends.
  private func name(at start: Int) -> String? {
    var place = start
    var lowest = start
    var labels: [String] = []
    while place < bytes.count {
      let length = Int(bytes[place])
      if length == 0 { return labels.joined(separator: ".") }
      if length >= 0xC0 {
        guard let pointer = number(at: place).map({ Int($0 & 0x3FFF) }), pointer < lowest else { return nil }
        place = pointer
        lowest = pointer
      } else {
        guard length < 0x40, place + 1 + length <= bytes.count, labels.count < 128 else { return nil }
        labels.append(String(decoding: bytes[(place + 1)..<(place + 1 + length)], as: UTF8.self).lowercased())
        place += 1 + length
      }
    }
    return nil
  }

  private func exchange(in data: Range<Int>) -> String? {
    guard data.count > 2, let preference = number(at: data.lowerBound), let server = name(at: data.lowerBound + 2)
    else {
      return nil
    }
    return "\(preference) \(server.isEmpty ? "." : server)"
  }

  private func text(in data: Range<Int>) -> String? {
    var place = data.lowerBound
    var text: [UInt8] = []
    while place < data.upperBound {
      let end = place + 1 + Int(bytes[place])
      guard end <= data.upperBound else { return nil }
      text += bytes[(place + 1)..<end]
      place = end
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// RFC 5952: lower-case groups without leading zeros, the first longest run of two or more zero groups as `::`.
private func ipv6Text(_ bytes: [UInt8]) -> String {
  let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
  var best = 0..<0
  var start = 0
  for index in 0...8 where index == 8 || groups[index] != 0 {
    if index - start > max(best.count, 1) { best = start..<index }
    start = index + 1
  }
  let text = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
  return best.isEmpty ? text(groups[...]) : text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
}
