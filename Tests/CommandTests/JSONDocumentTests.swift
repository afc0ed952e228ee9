import CourantTesting
import Foundation
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `docs/json.md` names every field that a command prints.
@Suite struct JSONDocumentTests {
  private let press: PressRoom

  /// A site with something under every field that is a list.
  init() throws {
    press = try PressRoom(readers: 1)
    try press.site.folder.write("---\ntitle: T\ndate: never\n---\n", to: "articles/faulty.md")
    _ = try press.run(sunday)
  }

  /// The words in code in a command's row.
  private func documented(_ command: String) throws -> Set<String> {
    let lines = try repositoryText("docs/json.md").split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("| `\(command)` |") })
    return Set(row.matches(of: /`([^`]+)`/).map { String($0.1) })
  }

  /// The keys of an object and of those in it, without the objects whose keys are states, subjects and the like.
  private func keys(of value: Any) -> Set<String> {
    if let elements = value as? [Any] { return Set(elements.flatMap(keys)) }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, member in
      found.insert(member.key)
      if member.key != "deliveries" { found.formUnion(keys(of: member.value)) }
    }
  }

  @Test(arguments: [
    ("run", ["run", "--json", "--now", monday], ["issues", "slots", "problems"]),
    ("status", ["status", "--json"], ["digests", "faults"]),
    ("schedule", ["schedule", "--json", "--now", sunday], ["digests"]),
    ("check", ["check", "--offline", "--json", "--now", sunday], ["findings", "weight"]),
    ("why", ["why", "articles/a.md", "--json"], ["lines"]),
    ("sources", ["sources", "--json"], ["sources", "kind"]),
    ("audit", ["audit", "--json"], ["acts", "who"]),
    ("subscribers list", ["subscribers", "list", "--json"], ["email"]),
  ])
  func everyFieldIsDocumented(_ command: String, _ words: [String], _ some: [String]) throws {
    let end = try CourantProcess(words + ["--site", press.site.path]).wait()
    let printed = keys(of: try JSONSerialization.jsonObject(with: Data(end.output.utf8)))
    #expect(printed.isSuperset(of: some), "\(end)")
    #expect(printed.subtracting(try documented(command)).sorted() == [])
  }
}
