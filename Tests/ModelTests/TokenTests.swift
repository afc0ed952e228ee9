import Model
import Testing

@Suite struct TokenTests {
  /// A hash that is easy to compute, and the bytes in hexadecimal.
  private static func tokens(secret: UInt8 = 7) -> Tokens {
    Tokens(
      Tokens.Craft(
        hash: { bytes in
          (0..<32).map { place in bytes.reduce(secret &+ UInt8(place)) { $0 &* 31 &+ $1 } }
        }, areEqual: { $0 == $1 },
        text: { $0.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined() },
        bytes: { text in
          let digits = text.compactMap(\.hexDigitValue)
          guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
          return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        }))
  }

  @Test(arguments: [0, 1, 255, 256, 4_294_967_296, Int64.max])
  func aTokenNamesItsNumber(number: Int64) {
    for kind in Tokens.Kind.allCases {
      let token = Self.tokens().token(kind, of: number)
      #expect(Self.tokens().number(kind, in: token) == number)
      #expect(Self.tokens().token(kind, of: number) == token, "permanently the same")
    }
  }

  /// 8 bytes of the number, then 16 or 10 of the hash.
  @Test func aTokenBeginsWithItsNumber() {
    #expect(Self.tokens().token(.subscription, of: 258).prefix(16) == "0000000000000102")
    #expect(Self.tokens().token(.subscription, of: 258).count == 48)
    #expect(Self.tokens().token(.delivery, of: 258).count == 36)
  }

  @Test func aTokenOfOneKindIsNotOneOfTheOther() {
    let tokens = Self.tokens()
    #expect(tokens.number(.delivery, in: tokens.token(.subscription, of: 5)) == nil)
    #expect(tokens.number(.subscription, in: tokens.token(.delivery, of: 5)) == nil)
    // Nor if it is cut to the other's length.
    #expect(tokens.number(.delivery, in: String(tokens.token(.subscription, of: 5).prefix(36))) == nil)
  }

  @Test func tokensCannotBeForged() {
    let mine = Self.tokens()
    let token = mine.token(.subscription, of: 5)
    #expect(Self.tokens(secret: 8).number(.subscription, in: token) == nil)
    for place in token.indices {
      let other: Character = token[place] == "0" ? "1" : "0"
      let changed = token[..<place] + String(other) + token[token.index(after: place)...]
      #expect(mine.number(.subscription, in: String(changed)) == nil, "\(changed)")
    }
    for text in ["", "xyz", "00", String(repeating: "0", count: 48), token + "00", String(token.dropLast(2))] {
      #expect(mine.number(.subscription, in: text) == nil, "\(text)")
    }
  }
}
