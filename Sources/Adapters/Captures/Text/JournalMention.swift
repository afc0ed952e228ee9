internal import Foundation

/// The only trace of the source in a captured page: "journals like NAME often range from …".
struct JournalMention {
  /// As written, for example "Brain : a journal of neurology".
  let name: String
  /// Whether the sentence is the one at the end of every page of the site.
  let isBoilerplate: Bool

  init?(_ line: String) {
    guard line.contains("journals"), let found = line.firstMatch(of: Self.pattern) else { return nil }
    let name = String(found.output.1).trimmingCharacters(in: CharacterSet(charactersIn: " \"“”'‘’*_,"))
    guard name.count >= 2 else { return nil }
    self.name = name
    isBoilerplate = line[found.range.upperBound...].hasPrefix(" range")
  }

  private static var pattern: Regex<(Substring, Substring)> {
    /\bjournals (?:like|such as|including) ([^\n]{1,200}?) (?:often|usually|typically|frequently)\b/
  }
}
