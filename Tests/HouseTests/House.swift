import Files
import Foundation

/// The targets under `Sources/`, their floors, and which imports which, as the files say.
struct House {
  /// From the ground up. `Model` is a separate floor; `Testing` is only for tests.
  static let floors = ["C", "Leaves", "Model", "Adapters", "Press", "Doors", "Testing"]

  struct Arrow: Hashable, Comparable, CustomStringConvertible {
    let importer: String
    let imported: String

    var description: String { "\(importer) → \(imported)" }

    static func < (one: Arrow, other: Arrow) -> Bool {
      (one.importer, one.imported) < (other.importer, other.imported)
    }
  }

  /// By target.
  let floors: [String: String]
  /// Each arrow with the files that make it, relative to the repository.
  let arrows: [Arrow: [String]]
  /// By target, what comes from outside the package: Swift packages and the toolchain's own modules.
  let outside: [String: Set<String>]

  /// - Parameter root: the folder of the repository.
  init(root: String) throws {
    let sources = root + "/Sources"
    var floors = ["Model": "Model"]
    for floor in Self.floors where floor != "Model" {
      for target in try FileManager.default.contentsOfDirectory(atPath: sources + "/" + floor) {
        floors[target] = floor
      }
    }
    var arrows: [Arrow: [String]] = [:]
    var outside: [String: Set<String>] = [:]
    for (target, floor) in floors {
      let folder = floor == "Model" ? sources + "/Model" : "\(sources)/\(floor)/\(target)"
      for file in try Self.swiftFiles(in: folder) {
        for module in Self.imports(in: String(decoding: try readFile(folder + "/" + file), as: UTF8.self)) {
          if floors[module] != nil {
            arrows[Arrow(importer: target, imported: module), default: []].append("\(target)/\(file)")
          } else {
            outside[target, default: []].insert(module)
          }
        }
      }
    }
    self.floors = floors
    self.arrows = arrows.mapValues { $0.sorted() }
    self.outside = outside
  }

  static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
  }

  /// The modules that a file imports; imports are at its top, one per line.
  private static func imports(in text: String) -> [String] {
    text.matches(of: /(?m)^(?:@testable )?(?:(?:package|internal|private|public) )?import (\w+)$/).map { String($0.1) }
  }

  func targets(on floor: String) -> [String] { floors.filter { $0.value == floor }.keys.sorted() }

  /// The height of a target's floor; 0 is the ground.
  func height(of target: String) -> Int { floors[target].flatMap(Self.floors.firstIndex) ?? 0 }

  /// The arrows that do not follow from a chain of others.
  var reducedArrows: [Arrow] {
    let imports = Dictionary(grouping: arrows.keys, by: \.importer).mapValues { Set($0.map(\.imported)) }
    func reaches(_ target: String) -> Set<String> {
      (imports[target] ?? []).reduce(into: []) { reached, next in
        reached.insert(next)
        reached.formUnion(reaches(next))
      }
    }
    return arrows.keys.filter { arrow in
      let others = (imports[arrow.importer] ?? []).subtracting([arrow.imported])
      return !others.contains { reaches($0).contains(arrow.imported) }
    }.sorted()
  }

  /// The diagram in `docs/architecture.md`: one box per floor, without the arrows that follow from others, C libraries
  /// and test helpers.
  var picture: String {
    let shown = Self.floors.filter { !["C", "Testing"].contains($0) }
    var lines = ["```mermaid", "flowchart TD"]
    for floor in shown.reversed() {
      lines.append("  subgraph floor_\(floor)[\"\(floor)\"]")
      lines += targets(on: floor).map { "    \(box($0))" }
      lines.append("  end")
    }
    for arrow in reducedArrows where shown.contains(floors[arrow.importer]!) && shown.contains(floors[arrow.imported]!)
    {
      lines.append("  \(name(arrow.importer)) --> \(name(arrow.imported))")
    }
    return (lines + ["```"]).joined(separator: "\n")
  }

  private func box(_ target: String) -> String { "\(name(target))[\"\(target)\"]" }

  private func name(_ target: String) -> String { target.replacing("-", with: "_") }
}
