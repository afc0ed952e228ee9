internal import Foundation
internal import Model
internal import Time

/// What the ledger remembers of the last look at the site from outside.
enum OutsideRecord {
  private static let note = "seen from outside"

  /// Empty if nobody looked, or a later version did.
  static func facts(in ledger: any NoteBook) throws -> OutsideFacts {
    guard let note = try ledger.note(note) else { return OutsideFacts() }
    return (try? JSONDecoder().decode(OutsideFacts.self, from: Data(note.utf8))) ?? OutsideFacts()
  }

  static func note(_ facts: OutsideFacts, in ledger: any NoteBook) throws {
    try ledger.setNote(note, String(decoding: try JSONEncoder().encode(facts), as: UTF8.self))
  }
}
