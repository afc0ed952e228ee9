import Bounces
import CourantTesting
import Model
import Testing

/// Randomly damaged messages: nothing traps, and the results keep their promises.
@Suite struct BounceFuzzTests {
  private static let rounds = 30

  @Test func brokenMessagesNeverTrap() throws {
    var numbers = SeededNumbers(seed: .random(in: 0...UInt64.max))
    print("seed of brokenMessagesNeverTrap: \(numbers.seed)")
    let mails = try Fixtures.names.map(Fixtures.mail)
    for mail in mails {
      for _ in 0..<Self.rounds {
        let broken = mutated(mail, among: mails, &numbers)
        guard case .bounces(let bounces) = BounceReader.read(broken) else { continue }
        #expect(!bounces.isEmpty, "seed \(numbers.seed)")
        for bounce in bounces { #expect(keepsItsPromises(bounce), "seed \(numbers.seed): \(bounce)") }
      }
    }
  }

  private func keepsItsPromises(_ bounce: Bounce) -> Bool {
    bounce.words.unicodeScalars.count <= Bounce.maxWords
      && !bounce.words.unicodeScalars.contains { $0.properties.generalCategory == .control }
      && bounce.token.map { $0.utf8.count == 29 } ?? true
      && bounce.status.map { $0.first == "4" || $0.first == "5" } ?? true
  }

  private func mutated(_ mail: [UInt8], among mails: [[UInt8]], _ numbers: inout SeededNumbers) -> [UInt8] {
    var mail = mail
    for _ in 0..<Int.random(in: 1...8, using: &numbers) {
      let at = Int.random(in: 0...mail.count, using: &numbers)
      let end = min(mail.count, at + Int.random(in: 0...60, using: &numbers))
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: mail.removeSubrange(at..<end)
      case 1: mail.insert(contentsOf: mail[at..<end], at: at)
      case 2: mail.insert(.random(in: 0...255, using: &numbers), at: at)
      case 3 where at < mail.count: mail[at] = .random(in: 0...255, using: &numbers)
      case 4: mail.insert(contentsOf: pieces.randomElement(using: &numbers)!.utf8, at: at)
      default: mail = mail.prefix(at) + (mails.randomElement(using: &numbers) ?? []).suffix(mail.count - at)
      }
    }
    return mail
  }
}

private let pieces = [
  "\n\n", "\r", "\0", "--", "=?utf-8?Q?=", "?=", "<", ">", "@", ";", "\"", "\\x{FFFFFFFF}", "\\x{D800}", "=\r\n",
  "5.1.1", "Final-Recipient: ", "Content-Transfer-Encoding: base64\n", "Content-Type: multipart/mixed; boundary=\n",
  "\u{FEFF}",
  "é́",
]
