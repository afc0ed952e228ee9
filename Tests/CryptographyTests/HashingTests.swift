import Cryptography
import Testing

@Suite struct HashingTests {
  @Test func sha256OfABCIsThatOfFIPS180() {
    #expect(
      lowercaseHex(sha256("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      lowercaseHex(sha256("".utf8))
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func hmacIsThatOfRFC4231Case2() {
    #expect(
      lowercaseHex(hmacSHA256(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test(arguments: [
    ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"), ("fooba", "mzxw6ytb"),
    ("foobar", "mzxw6ytboi"),
  ])
  func base32IsThatOfRFC4648InLowerCase(_ plain: String, _ encoded: String) {
    #expect(base32(Array(plain.utf8)) == encoded)
    #expect(bytes(base32: encoded.uppercased()) == Array(plain.utf8))
  }

  @Test(arguments: ["m", "mzxw6y1", "mz", "my=="])
  func charactersOutsideBase32AreRefused(_ text: String) {
    #expect(bytes(base32: text) == nil)
  }

  @Test func comparisonSeesEachByte() {
    #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
    #expect(!constantTimeEqual([1, 2, 3], [1, 2, 4]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 4]))
  }

  @Test func randomBytesDiffer() throws {
    let (a, b) = (try #require(randomBytes(16)), try #require(randomBytes(16)))
    #expect(a.count == 16 && a != b)
  }
}
