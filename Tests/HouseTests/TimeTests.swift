import Files
import Foundation
import Testing

/// People read times in the site's zone, as `Zone.shown` writes them; RFC 3339 is for programs.
@Suite struct TimeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The files of the press and its doors that write RFC 3339, and for whom.
  private static let forPrograms = [
    "Doors/courant-cli/Run.swift",  // a note in the ledger
    "Doors/courant-cli/Schedule.swift",  // --json
    "Doors/courant-cli/SourceVisit.swift",  // --json
    "Doors/courant-cli/Subscribers.swift",  // --json
    "Press/Desk/Pages/DestinationsPage.swift", "Press/Desk/Pages/IssuePages.swift",  // JSON
    "Press/Desk/Pages/ReaderPages.swift", "Press/Desk/Pages/UndeliveredPage.swift",  // JSON
    "Press/Office/Acts/AuditReport.swift", "Press/Office/Sheets/ConsentExport.swift",
    "Press/Office/Sheets/SubscriberExport.swift",  // CSV
    "Press/Office/SiteStatus.swift",  // --json; `status` shows it in the zone
    "Press/Office/Sources/SourceList.swift",  // --json
    "Press/Office/Webhooks/WebhookMessage.swift",  // JSON
    "Press/Press/Gather/UpstreamItems.swift",  // a fingerprint
    "Press/Press/GatheringMachine.swift",  // a note in the ledger
    "Press/Press/Issues/HoldOrphans.swift",  // a note in the ledger
    "Press/Press/Letters/AnswerReaders.swift",  // a note in the ledger
    "Press/Press/Log/DeliveryLog.swift", "Press/Press/Log/LogLine.swift",  // lines for machines
    "Press/Press/Publish/FeedFiles.swift",  // keys of files
    "Press/Press/Publish/SitemapFiles.swift",  // keys of files
    "Press/Press/RelayRecord.swift",  // a note in the ledger
    "Press/Press/RunRecord.swift",  // notes in the ledger
    "Press/Press/RunReport.swift",  // --json
    "Press/Web/Readers/Accessing.swift",  // a file that readers download
  ]

  @Test func onlyProgramsGetRFC3339() throws {
    var writers: [String] = []
    for floor in ["Doors", "Press"] {
      let folder = "\(Self.root)/Sources/\(floor)"
      for file in try House.swiftFiles(in: folder) {
        let text = String(decoding: try readFile(folder + "/" + file), as: UTF8.self)
        if text.contains(".rfc3339") { writers.append("\(floor)/\(file)") }
      }
    }
    #expect(writers.sorted() == Self.forPrograms)
  }
}
