/// The letters and digits of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

/// RFC 5322 §3.2.3 `atext`: letters, digits and these signs.
func isAtext(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || atextSigns.contains(byte) }

private let atextSigns = Array("!#$%&'*+-/=?^_`{|}~".utf8)

/// RFC 5322 §3.2.3 `dot-atom-text`: atoms with single dots between them.
func isDotAtom(_ text: some StringProtocol) -> Bool {
  text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtext) }
}

/// Two digits.
func upperHex(_ byte: UInt8) -> [UInt8] { [upperHexDigit(byte >> 4), upperHexDigit(byte & 15)] }

/// For 0–15.
func upperHexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
