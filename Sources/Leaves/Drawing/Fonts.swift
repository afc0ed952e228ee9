internal import CDrawing
internal import Synchronization

/// The fonts that drawing uses, set once per process: Fontconfig keeps them in a global variable.
struct Fonts {
  /// The names of the files and their versions, each once, in alphabetical order.
  let files: [String]

  /// - Parameter cache: see ``FontFamilies/configuration(cache:)``.
  init(_ library: borrowing DrawingLibrary, cache: String?) throws(MissingDrawing) {
    try Self.configure(library, FontFamilies.configuration(cache: cache))
    files = Self.files(library)
    let lacking = FontFamilies.needed.first { needed in !files.contains { $0.hasPrefix(needed) } }
    if let lacking {
      throw MissingDrawing(description: "the font \(lacking) is missing; install fonts-noto-core")
    }
  }

  private static let isConfigured = Mutex(false)

  /// Without the configuration of system and user, whose caches and rules differ from machine to machine.
  private static func configure(
    _ library: borrowing DrawingLibrary, _ configuration: String
  ) throws(MissingDrawing) {
    let functions = unsafe library.functions
    let isDone = isConfigured.withLock { isConfigured in
      if isConfigured { return true }
      guard let fonts = unsafe functions.pointee.FcConfigCreate() else { return false }
      isConfigured =
        unsafe functions.pointee.FcConfigParseAndLoadFromMemory(fonts, configuration, 0) != 0
        && functions.pointee.FcConfigBuildFonts(fonts) != 0 && functions.pointee.FcConfigSetCurrent(fonts) != 0
      if !isConfigured { unsafe functions.pointee.FcConfigDestroy(fonts) }
      return isConfigured
    }
    if !isDone { throw MissingDrawing(description: "Fontconfig cannot read the fonts; install fontconfig") }
  }

  private static func files(_ library: borrowing DrawingLibrary) -> [String] {
    let functions = unsafe library.functions
    let systemFonts: Int32 = 0
    guard let set = unsafe functions.pointee.FcConfigGetFonts(nil, systemFonts) else { return [] }
    var files = Set<String>()
    for place in 0..<Int(unsafe set.pointee.nfont) {
      let font = unsafe set.pointee.fonts[place]
      var path: UnsafeMutablePointer<UInt8>?
      var version: Int32 = 0
      guard unsafe functions.pointee.FcPatternGetString(font, "file", 0, &path) == 0, let path = unsafe path else {
        continue
      }
      _ = unsafe functions.pointee.FcPatternGetInteger(font, "fontversion", 0, &version)
      let name = unsafe String(cString: path).split(separator: "/").last ?? ""
      files.insert("\(name) \(version)")
    }
    return files.sorted()
  }
}
