import CourantTesting
import Foundation
import Cryptography
import Model
import SiteFolder
import Testing

struct SigningKeyFileTests {
  private let sources = [SourceSettings(name: "articles", folder: "articles")]

  private func read(_ files: [String: String], mode: Int = 0o600) throws -> [SigningKey] {
    try read("k.pem", nil, files, mode: mode)
  }

  private func read(
    _ key: String, _ second: String? = nil, _ files: [String: String], mode: Int = 0o600
  ) throws -> [SigningKey] {
    try withSite(files) { folder in
      for file in files.keys {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/" + file)
      }
      try FileManager.default.createSymbolicLink(atPath: folder + "/link.pem", withDestinationPath: "public/k.pem")
      let settings = DKIMSettings(
        domain: "example.org", key: .init(selector: "s", file: key),
        ed25519: second.map { .init(selector: "t", file: $0) })
      return try signingKeys(settings, folder: folder, sources: sources)
    }
  }

  @Test func theKeysAreReadInTheirOrder() throws {
    #expect(try read(["k.pem": SampleKeys.rsa]).map(\.kind) == [.rsa(bits: 2048)])
    #expect(try read(["k.pem": "\u{FEFF}" + SampleKeys.rsa]).map(\.kind) == [.rsa(bits: 2048)])
    #expect(try read(["k.pem": SampleKeys.ed25519], mode: 0o400).map(\.kind) == [.ed25519])
    let both = try read("k.pem", "e.pem", ["k.pem": SampleKeys.rsa, "e.pem": SampleKeys.ed25519])
    #expect(both.map(\.kind) == [.rsa(bits: 2048), .ed25519])
  }

  @Test func aMissingKeyIsReportedWithTheWayToMakeIt() {
    #expect(
      throws: Finding(
        "k.pem",
        "there is no such key, but schedule.conf names it; create it with `courant dkim keygen --selector s --out k.pem`"
      )
    ) { try read([:]) }
    #expect(
      throws: Finding(
        "e.pem",
        "there is no such key, but schedule.conf names it; create it with `courant dkim keygen --type ed25519 "
          + "--selector t --out e.pem`")
    ) { try read("k.pem", "e.pem", ["k.pem": SampleKeys.rsa]) }
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o601])
  func aKeyThatOthersCanReadIsRefused(mode: Int) {
    #expect(
      throws: Finding("k.pem", "others can read this key and sign in your name; run `chmod 600 k.pem`")
    ) { try read(["k.pem": SampleKeys.rsa], mode: mode) }
  }

  @Test(arguments: [("public/k.pem", "public"), ("link.pem", "public"), ("articles/x/k.pem", "articles")])
  func aPublishedKeyIsRefused(file: String, place: String) {
    #expect(
      throws: Finding(
        file, "this key is in \(place)/, whose files are published; move it and create a new one")
    ) { try read(file, nil, ["public/k.pem": SampleKeys.rsa, "articles/x/k.pem": SampleKeys.rsa]) }
  }

  @Test func anUnusableKeyIsRefused() throws {
    let way = "move it away and create another with `courant dkim keygen --selector s --out k.pem`"
    #expect(throws: Finding("k.pem", "\(SigningKeyFault.unreadable); \(way)")) { try read(["k.pem": "x"]) }
    let short = String(decoding: try SigningKey.newPEM(.rsa(bits: 1024)), as: UTF8.self)
    #expect(throws: Finding("k.pem", "this RSA key has 1024 bits; receivers want at least 2048; \(way)")) {
      try read(["k.pem": short])
    }
  }

  @Test func eachKeyHasItsPlace() {
    let files = ["r.pem": SampleKeys.rsa, "e.pem": SampleKeys.ed25519]
    #expect(throws: Finding("r.pem", "[mail.dkim.ed25519] needs an Ed25519 key; this one is RSA")) {
      try read("r.pem", "r.pem", files)
    }
    #expect(
      throws: Finding("e.pem", "with [mail.dkim.ed25519], [mail.dkim] needs an RSA key; this one is Ed25519")
    ) { try read("e.pem", "e.pem", files) }
  }
}
