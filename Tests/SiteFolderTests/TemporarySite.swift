import Foundation

/// A site folder made of `path: text`, removed afterwards.
func withSite<Result>(_ files: [String: String], _ body: (_ folder: String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("courant-site-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (path, text) in files {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try body(folder.path)
}

/// A site without a mistake: two feeds and a weekly digest.
let soundSite = [
  "schedule.conf": """
  [site]
  title = "News"
  url = "https://news.example.org"
  time_zone = "Europe/London"
  publisher = "Trust, 1 High Street"

  [mail]
  from = "News <news@example.org>"

  [digest.weekly]
  cron = "0 7 * * MON"

  """,
  "feeds/all.toml": """
  title = "All"
  description = "Everything"

  """,
  "feeds/ms.toml": """
  title = "MS"
  description = "About MS"
  topics = ["MS"]

  """,
]
