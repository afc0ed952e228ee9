/// The extensions a server offers in its reply to EHLO (RFC 5321 §4.1.1.1).
package struct Capabilities: Hashable, Sendable {
  /// Commands may be sent without waiting for replies (RFC 2920).
  package var hasPipelining = false
  /// RFC 6152.
  package var has8BitMIME = false
  /// RFC 6531.
  package var hasSMTPUTF8 = false
  /// Whether `SIZE=` may be declared (RFC 1870).
  package var hasSize = false
  /// The largest message accepted, in octets; nil if the server states none (RFC 1870 §4: 0 means none).
  package var maxSize: Int?
  /// SASL mechanisms for AUTH (RFC 4954), in capitals, in the server's order.
  package var mechanisms: [String] = []

  package init() {}

  /// Parses the reply to EHLO; its first line is a greeting. Keywords are case-insensitive (RFC 5321 §2.4).
  package init(hello reply: SMTPReply) {
    for line in reply.lines.dropFirst() {
      let words = line.split(separator: " ")
      switch words.first?.uppercased() {
      case "PIPELINING": hasPipelining = true
      case "8BITMIME": has8BitMIME = true
      case "SMTPUTF8": hasSMTPUTF8 = true
      case "SIZE":
        hasSize = true
        maxSize = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      case "AUTH": mechanisms += words.dropFirst().map { $0.uppercased() }
      // Sent by servers older than RFC 2554, and by later ones that still support clients of that time.
      case let word? where word.hasPrefix("AUTH="):
        mechanisms += [String(word.dropFirst(5))] + words.dropFirst().map { $0.uppercased() }
      default: break
      }
    }
  }
}
