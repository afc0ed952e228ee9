/// The letters and digits of ASCII.
func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

/// RFC 5322 §3.2.3 `atext`: letters, digits and these characters.
func isAtext(_ byte: UInt8) -> Bool {
  switch byte {
  // !  # $ % & '    * +    -     /     =     ?     ^ _ `        { | } ~
  case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
  default: isAlphanumeric(byte)
  }
}

/// RFC 5322 §3.2.3 `dot-atom-text`: atoms with single dots between them.
func isDotAtom(_ text: some Sequence<UInt8>) -> Bool {
  var isInAtom = false
  for byte in text {
    let isDot = byte == UInt8(ascii: ".")
    guard isDot ? isInAtom : isAtext(byte) else { return false }
    isInAtom = !isDot
  }
  return isInAtom
}

/// The parts before and after the only `@`; nil if there is none, or more than one.
func halves(atSignIn text: Substring.UTF8View) -> (left: Substring.UTF8View, right: Substring.UTF8View)? {
  guard let sign = text.firstIndex(of: UInt8(ascii: "@")) else { return nil }
  let right = text[text.index(after: sign)...]
  return right.contains(UInt8(ascii: "@")) ? nil : (text[..<sign], right)
}

/// Whether all bytes are printable: U+0020–U+007E.
func isPrintable(_ text: some Sequence<UInt8>) -> Bool { text.allSatisfy { (0x20...0x7E).contains($0) } }

func upperHex(_ byte: UInt8) -> [UInt8] { [upperHexDigit(byte >> 4), upperHexDigit(byte & 15)] }

/// The argument is 0–15.
func upperHexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
