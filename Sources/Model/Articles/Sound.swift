extension Article {
  /// The recording of an article, such as the episode of a podcast.
  package struct Sound: Hashable, Sendable, Codable {
    /// Absolute http(s) URL.
    package var url: String
    /// In seconds; nil if its author did not write it, so that it must be read from the file.
    package var duration: Int?
    /// In bytes; likewise.
    package var length: Int64?
    package var episode: Int?
    package var season: Int?
    /// Nil for what the podcast as a whole is.
    package var explicit: Bool?
    /// What is said in it: absolute http(s) URL of a file of a ``transcriptType(ofFile:)``.
    package var transcript: String?

    package init(url: String) { self.url = url }
  }
}

extension Article.Sound {
  /// Media type, from the extension in the URL; nil if that is not one of a recording.
  package var type: String? { Self.type(ofFile: String(url.prefix { $0 != "?" && $0 != "#" })) }

  package static func type(ofFile path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return types[path[path.index(after: dot)...].lowercased()]
  }

  /// Media type, as Podcasting 2.0 names it; nil if programs cannot read such a file as a transcript.
  package static func transcriptType(ofFile address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return transcriptTypes[path[path.index(after: dot)...].lowercased()]
  }

  private static let transcriptTypes = [
    "vtt": "text/vtt", "srt": "application/x-subrip", "html": "text/html", "txt": "text/plain",
    "json": "application/json",
  ]

  private static let types = [
    "mp3": "audio/mpeg", "m4a": "audio/x-m4a", "mp4": "video/mp4", "m4v": "video/x-m4v", "aac": "audio/aac",
    "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac",
  ]
}
