/// A site folder like an operator's: `schedule.conf`, `feeds/`, `articles/`, on disk and deleted after the test.
package final class SampleSite: Sendable {
  package let folder: TemporaryFolder
  package var path: String { folder.path }

  /// A site in London, with feeds as name → topics, and digests as name → settings in TOML.
  ///
  /// - Parameters:
  ///   - relay: the port of the mail server on 127.0.0.1.
  ///   - mail: further settings of `[mail]`.
  package init(
    feeds: [String: [String]] = ["all": ["*"]], digests: [String: String] = ["weekly": weekly], relay: Int = 9,
    mail: String = ""
  ) throws {
    folder = try TemporaryFolder()
    for (name, topics) in feeds {
      try folder.write(
        "title = \"Feed \(name)\"\ndescription = \"What \(name) holds.\"\ntopics = \(topics)\n",
        to: "feeds/\(name).toml")
    }
    try schedule(digests, relay: relay, mail: mail)
  }

  /// Mondays at seven.
  package static let weekly = "cron = \"0 7 * * MON\"\n"

  private func schedule(_ digests: [String: String], relay: Int, mail: String) throws {
    let sections = digests.sorted { $0.key < $1.key }.map { "\n[digest.\($0.key)]\n\($0.value)" }
    try folder.write(
      """
      [site]
      title = "Research news"
      url = "https://news.example.org"
      time_zone = "Europe/London"
      publisher = "Example Trust, 1 High Street, London"

      [mail]
      from = "Research news <news@example.org>"
      smtp = "smtp://127.0.0.1:\(relay)"
      tls = "off"
      \(mail)
      [sources.articles]
      folder = "articles"

      """ + sections.joined(), to: "schedule.conf")
  }

  /// Changes the sender's address from now on.
  package func sendFrom(_ address: String) throws {
    let settings = (folder.text("schedule.conf") ?? "").replacing("<news@example.org>", with: "<\(address)>")
    try folder.write(settings, to: "schedule.conf")
  }

  /// Writes `articles/ID.md`, or another file with the article of this id.
  ///
  /// - Parameter dated: as an author writes it, for example `2026-11-20` or `2026-11-20T09:00:00Z`.
  /// - Parameter more: further lines of front matter.
  package func article(
    _ id: String, dated: String, title: String? = nil, topics: [String] = [], more: [String] = [], file: String? = nil
  ) throws {
    let lines = ["id: \(id)", "title: \(title ?? "About \(id)")", "date: \(dated)", "topics: \(topics)"] + more
    try folder.write(
      "---\n" + lines.joined(separator: "\n") + "\n---\n\nThe body of \(id).\n", to: file ?? "articles/\(id).md")
  }
}
