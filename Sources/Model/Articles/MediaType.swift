/// Media types of files (RFC 6838), known by the endings of their names.
package enum MediaType {
  /// Without parameters: `text/css`; nil if the ending is unknown.
  ///
  /// - Parameter name: a file's name, path or URL, without a query.
  package static func ofFile(_ name: String) -> String? { types[ending(of: name)] }

  /// As in the field Content-Type of an answer. Texts are in UTF-8.
  package static func content(ofFile name: String) -> String {
    guard let type = ofFile(name) else { return "application/octet-stream" }
    return isText(type) ? type + "; charset=utf-8" : type
  }

  /// Lower-case, without the dot; empty if there is none.
  package static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/")
      || ["application/json", "application/xml", "application/x-subrip"].contains(type)
  }

  private static let types = [
    "apng": "image/apng", "avif": "image/avif", "bmp": "image/bmp", "css": "text/css", "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "epub": "application/epub+zip",
    "flac": "audio/flac", "gif": "image/gif", "htm": "text/html", "html": "text/html", "ico": "image/x-icon",
    "ics": "text/calendar", "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript",
    "json": "application/json", "m4a": "audio/mp4", "m4v": "video/mp4", "mjs": "text/javascript",
    "mov": "video/quicktime", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odt": "application/vnd.oasis.opendocument.text",
    "oga": "audio/ogg", "ogg": "audio/ogg", "ogv": "video/ogg", "opus": "audio/ogg", "otf": "font/otf",
    "pdf": "application/pdf", "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "srt": "application/x-subrip", "svg": "image/svg+xml", "ttf": "font/ttf", "txt": "text/plain",
    "vcf": "text/vcard", "vtt": "text/vtt", "wasm": "application/wasm", "wav": "audio/wav",
    "webm": "video/webm", "webmanifest": "application/manifest+json", "webp": "image/webp", "woff": "font/woff",
    "woff2": "font/woff2", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml", "xsl": "text/xsl", "zip": "application/zip",
  ]
}
