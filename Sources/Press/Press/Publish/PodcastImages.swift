internal import Files
internal import Gathering
internal import Model
internal import Pictures

/// The images of podcasts, by the rules of Apple, which other directories follow: JPEG or PNG, square, of 1400 to 3000 pixels.
extension PressRun {
  private static let least = 1400
  private static let most = 3000

  /// Warnings about images among the site's own files.
  func podcastImageFindings() -> [Finding] {
    site.feeds.compactMap { feed in
      guard let image = feed.podcast?.image, let fault = faultOfPodcastImage(image) else { return nil }
      return Finding("feeds/\(feed.name).toml", fault, weight: .warning)
    }
  }

  private func faultOfPodcastImage(_ address: String) -> String? {
    guard let path = publicPath(address), let file = statics.files.first(where: { $0.path == path }),
      let opened = try? file.open(),
      let bytes = try? opened.firstBytes(PictureSize.mostBytes)
    else { return nil }  // another site's or an article's file, or one that is reported when it is copied
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      return "[podcast] image: \(file.original) is neither JPEG nor PNG, so directories refuse it; save it as one"
    }
    guard let size = PictureSize(bytes) else { return nil }
    let rule = "directories want a square of \(Self.least) to \(Self.most) pixels"
    if size.width == size.height, (Self.least...Self.most).contains(size.width) { return nil }
    return "[podcast] image: \(file.original) has \(size.width) × \(size.height) pixels; \(rule)"
  }

  /// Each image is told once, until it changes.
  func tellPodcastImages(_ report: inout RunReport) throws {
    let lines = podcastImageFindings().map(\.description).sorted()
    let text = lines.joined(separator: "\n")
    guard try ledger.note(Self.toldPodcastImages) ?? "" != text else { return }
    report.notices += lines
    try ledger.setNote(Self.toldPodcastImages, text)
  }

  private static let toldPodcastImages = "told podcast images"
}
