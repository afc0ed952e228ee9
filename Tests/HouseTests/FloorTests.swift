import CourantTesting
import Foundation
import Testing

/// Compares what `docs/architecture.md` states about the floors with the files.
@Suite struct FloorTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private let house: House

  init() throws { house = try House(root: Self.root) }

  /// Imports within a floor, from the importer to the imported. To add one, write here why it goes this way.
  private static let withinAFloor: Set<String> = [
    // Text is what all leaves are made with; XML reads and cleans the HTML that Markdown may hold.
    "XML → Text", "Markdown → Text", "Markdown → XML", "Languages → Text", "Templates → Text",
    // A misspelt key gets a suggestion.
    "Settings → Text",
    // A misspelt name of a month or time zone gets a suggestion.
    "Time → Text",
    // Templates measure and wrap text in the site's language.
    "Templates → Languages",
    // Digests and fingerprints of bytes.
    "MIME → Cryptography", "Curl → Cryptography", "DNS → Text",
    // Articles, issues and sites as templates see them, for pages and mails.
    "Pages → Presentation", "Digests → Presentation",
    // The last step of a run, which does not depend on the others.
    "Press → Delivery",
    // Explaining, checking and previewing do part of what a run would do.
    "Office → Press",
    // The operators' pages show and do what the office's commands do, behind the same port as readers' pages.
    "Desk → Office", "Desk → Press", "Desk → Web",
    // Runs on sample sites.
    "PressTesting → CourantTesting",
    // Pictures are compressed.
    "Drawing → Compression",
    // Titles, dates and colours as pages have them.
    "Cards → Presentation",
    // The looks of mails.
    "Digests → Themes",
    // Sources are feeds, or pages as imports read them.
    "Upstreams → FeedReading", "Upstreams → Captures",
    // `courant serve` opens a port.
    "courant-cli → HTTPServing",
  ]

  @Test func noTargetImportsFromAFloorAbove() {
    let rising = house.arrows.filter { arrow, _ in
      house.height(of: arrow.imported) > house.height(of: arrow.importer)
    }
    #expect(rising.isEmpty)
  }

  @Test func withinAFloorOnlyTheListedImportsExist() {
    let level = house.arrows.keys.filter { house.height(of: $0.imported) == house.height(of: $0.importer) }
    #expect(Set(level.map(\.description)) == Self.withinAFloor)
  }

  /// A C library is wrapped in one place. The functions of glibc that Swift omits are not a separate library.
  @Test func eachCLibraryHasOneImporter() {
    for library in house.targets(on: "C") where library != "CGlibc" {
      let importers = Set(house.arrows.keys.filter { $0.imported == library }.map(\.importer))
      #expect(importers.count == 1, "\(library) is imported by \(importers.sorted())")
    }
  }

  @Test func leavesAndAdaptersDoNotKnowTheLedgersDriver() {
    let drivers = house.outside.filter { $0.value.contains("GRDB") }.keys.sorted()
    #expect(drivers == ["LedgerSQL"])
  }

  @Test func onlyTheDoorsParseCommandLines() {
    #expect(house.outside.filter { $0.value.contains("ArgumentParser") }.keys.sorted() == ["courant-cli"])
  }

  /// The rules of the pages are tested without a socket, and the library can be replaced.
  @Test func onlyTheHTTPDoorKnowsItsLibrary() {
    for library in ["Hummingbird", "HummingbirdCore", "NIOCore", "HTTPTypes"] {
      #expect(house.outside.filter { $0.value.contains(library) }.keys.sorted() == ["HTTPServing"], "\(library)")
    }
  }

  /// The rules need neither a clock nor files nor the network.
  @Test func theModelImportsTimeAlone() {
    #expect(house.arrows.keys.filter { $0.importer == "Model" }.map(\.imported) == ["Time"])
    #expect(house.outside["Model"] == ["Foundation"])
  }

  /// `COURANT_GOLDEN=write` regenerates the diagram.
  @Test func theDiagramInTheDocumentMatchesTheSources() throws {
    let document = try repositoryText("docs/architecture.md")
    let shown = try #require(document.firstMatch(of: /```mermaid\n[^`]*```/))
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" {
      try document.replacing(shown.output, with: house.picture)
        .write(toFile: Self.root + "/docs/architecture.md", atomically: true, encoding: .utf8)
    } else {
      #expect(String(shown.output) == house.picture)
    }
  }

  @Test func theDocumentNamesEveryTarget() throws {
    let document = try repositoryText("docs/architecture.md")
    #expect(house.floors.keys.filter { !document.contains("`\($0)`") }.sorted() == [])
  }
}
