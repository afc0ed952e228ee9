internal import Cryptography
package import Drawing

/// A card writer that opens the libraries and reads the fonts when it is first used: a run that draws nothing does neither.
package final class LazyCardWriter {
  /// Equal keys mean that the same card comes out the same. Unlike ``CardWriter/version``, a key may change without a reason.
  package let key: String
  /// The writer, or the reason why nothing can be drawn.
  package private(set) lazy var writer = open()
  private let open: () -> Result<CardWriter, MissingDrawing>

  package init(key: String, open: @escaping () -> Result<CardWriter, MissingDrawing>) {
    self.key = key
    self.open = open
  }

  /// - Parameter fontCache: see ``CardWriter/init(fontCache:)``.
  package convenience init(fontCache: String?) {
    self.init(key: lowercaseHex(sha256((CardWriter.design + "\n" + DrawingStamp.now()).utf8))) {
      Result { () throws(MissingDrawing) in try CardWriter(fontCache: fontCache) }
    }
  }
}
