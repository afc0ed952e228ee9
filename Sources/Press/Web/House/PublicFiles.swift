internal import Files
package import Model
internal import Presentation

/// The files of `public/`, for trying out without a web server.
package struct PublicFiles: Sendable {
  private let folder: String
  /// The path of the site on its server.
  private let base: String

  private static let maxFile = 50_000_000

  package init(folder: String, below site: Site) {
    self.folder = folder
    base = site.folder
  }

  /// Nil if there is no such file, or the method reads none.
  package func answer(_ request: WebRequest) -> WebResponse? {
    guard request.isSafe, let path = path(of: request) else { return nil }
    for candidate in path.isEmpty || path.hasSuffix("/") ? [path + "index.html"] : [path, path + "/index.html"] {
      // If it cannot be read, the next is tried.
      guard let bytes = try? readFile(folder + "/" + candidate, most: Self.maxFile) else { continue }
      var response = WebResponse(200, [.init("Content-Type", MediaType.content(ofFile: candidate))], body: bytes)
      response.set("X-Content-Type-Options", "nosniff")
      response.set("Content-Length", "\(bytes.count)")
      if request.method == "HEAD" { response.body = [] }
      return response
    }
    return nil
  }

  /// Relative to the folder; nil if it is not plain, so that it never leads outside.
  private func path(of request: WebRequest) -> String? {
    guard request.path.hasPrefix(base) else { return nil }
    let encoded = Array(request.path.dropFirst(base.count).utf8)
    guard let path = try? FormFields(urlencoded: encoded.filter { $0 != UInt8(ascii: "&") }).pairs.first?.name ?? "",
      !path.contains("\\"),
      !path.split(separator: "/").enumerated().contains(where: {
        $1.hasPrefix(".") && !($0 == 0 && $1 == ".well-known")
      })
    else { return nil }
    return path
  }
}
