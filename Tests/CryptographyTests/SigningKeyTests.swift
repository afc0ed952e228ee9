import CourantTesting
import Cryptography
import Testing

@Suite struct SigningKeyTests {
  private let rsa: SigningKey
  private let ed25519: SigningKey

  init() throws {
    rsa = try SigningKey(pem: Array(SampleKeys.rsa.utf8))
    ed25519 = try SigningKey(pem: Array(SampleKeys.ed25519.utf8))
  }

  @Test func aKeyKnowsItsKindAndItsPublicHalf() {
    #expect(rsa.kind == .rsa(bits: 2048))
    #expect(ed25519.kind == .ed25519)
    #expect(rsa.publicKey.count == 294)
    #expect(ed25519.publicKey.count == 32)
  }

  /// RFC 8032 §7.1, test 2.
  @Test func anEd25519SignatureIsThatOfTheStandard() throws {
    let key = try SigningKey(pem: Array(rfc8032Key.utf8))
    #expect(lowercaseHex(key.publicKey) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    #expect(
      lowercaseHex(try #require(key.signature(of: [0x72])))
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
  }

  @Test func aSignatureIsTheSameOnEveryThread() async throws {
    for key in [rsa, ed25519] {
      let message = Array("message".utf8)
      let signatures = await withTaskGroup(of: [[UInt8]?].self) { group in
        for _ in 0..<8 { group.addTask { (0..<20).map { _ in key.signature(of: message) } } }
        return await group.reduce(into: []) { $0 += $1 }
      }
      #expect(signatures.count == 160)
      #expect(Set(signatures).count == 1)
      #expect(signatures[0]?.count == (key.kind == .ed25519 ? 64 : 256))
    }
  }

  @Test(arguments: [SigningKey.Kind.rsa(bits: 2048), .rsa(bits: 3072), .ed25519])
  func aNewKeyIsRead(_ kind: SigningKey.Kind) throws {
    let pem = try SigningKey.newPEM(kind)
    #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(try SigningKey(pem: pem).kind == kind)
    #expect(try SigningKey.newPEM(kind) != pem)
  }

  @Test(arguments: ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", encryptedKey])
  func anUnreadableKeyIsRefused(_ pem: String) {
    #expect(throws: SigningKeyFault.unreadable) { try SigningKey(pem: Array(pem.utf8)) }
  }

  @Test func shortAndForeignKeysAreRefused() throws {
    let short = try SigningKey.newPEM(.rsa(bits: 1024))
    #expect(throws: SigningKeyFault.tooShort(bits: 1024)) { try SigningKey(pem: short) }
    #expect(throws: SigningKeyFault.otherKind) { try SigningKey(pem: Array(p256Key.utf8)) }
  }
}

private let rfc8032Key = """
  -----BEGIN PRIVATE KEY-----
  MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7
  -----END PRIVATE KEY-----

  """

private let encryptedKey = """
  -----BEGIN ENCRYPTED PRIVATE KEY-----
  MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjx4izwqMhN8gICCAAw
  DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJG990HyeB5jLF3yYVa59rEEQNQb
  5K7B/ul+N68SAkCUBZS5jxQgFPhaMLu71EcJBLCectrgEJeA95N8QRSOxp0ige98
  PbyJrFqyUahR7hWbp/U=
  -----END ENCRYPTED PRIVATE KEY-----

  """

private let p256Key = """
  -----BEGIN PRIVATE KEY-----
  MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzhngZckp0PY8zxm/
  JmiYB/FlYtK6fP/oKzSMFpDTdj6hRANCAAQvQWXPscd+EeMBxSSsJm8pjiMa4X6K
  3NKZCYBINrsV5WYEutwcwvGlJ4MNHS82zAeeRkdBOftJGjuWATtLuQe5
  -----END PRIVATE KEY-----

  """
