extension FolderSource {
  /// The version of how files become articles. When it changes, the next run reads all files again.
  ///
  /// Raise it whenever the same bytes may give another article, or when other data is recorded about a file: a new key
  /// of front matter, another rule about what hides, another reading of Markdown. `ReadingVersionTests` notices a change
  /// of the keys, and nothing else.
  package static let readingVersion = 12
}
