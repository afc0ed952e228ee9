/// The fonts to use: only the Noto fonts, so that the same packages give the same images, regardless of what else is installed.
enum FontFamilies {
  static let folders = ["/usr/share/fonts", "/usr/local/share/fonts"]

  /// Read instead of the system's and the user's configuration. `emoji` is the name that Pango requests.
  ///
  /// - Parameter cache: a folder for entries missing from the system's cache, which the package `fontconfig` keeps up to date
  ///   except for fonts copied by hand. Without a folder, Fontconfig would then complain on stderr in every run.
  static func configuration(cache: String?) -> String {
    let caches = ["/var/cache/fontconfig"] + (cache.map { [$0] } ?? [])
    return """
      <?xml version="1.0"?>
      <fontconfig>
      \(folders.map { "<dir>\($0)</dir>" }.joined(separator: "\n"))
      \(caches.map { "<cachedir>\(escaped($0))</cachedir>" }.joined(separator: "\n"))
      <selectfont>
      <rejectfont><glob>*.*</glob></rejectfont>
      <acceptfont><glob>*/Noto*.*</glob></acceptfont>
      </selectfont>
      <alias binding="same">
      <family>emoji</family>
      <prefer><family>Noto Color Emoji</family></prefer>
      </alias>
      </fontconfig>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// The beginnings of the names of files without which nothing is drawn.
  static let needed = ["NotoSerif-Bold", "NotoSans-Regular"]

  /// In Pango's notation. The weight is given once, at the end: after each family, it would make commas and spaces come from
  /// another font, and increase the line spacing.
  static func description(of typeface: TextBlock.Typeface, language: String) -> String {
    switch typeface {
    case .boldSerif: (serifs + ["Noto Serif CJK \(region(language))"]).joined(separator: ",") + " Bold"
    case .sans: (sans + ["Noto Sans CJK \(region(language))"]).joined(separator: ",")
    }
  }

  /// The region whose forms of Chinese characters a language uses.
  private static func region(_ language: String) -> String {
    let tag = language.lowercased()
    switch tag.prefix(2) {
    case "ja": return "JP"
    case "ko": return "KR"
    case "zh" where ["hant", "tw", "hk", "mo"].contains(where: tag.contains): return "TC"
    default: return "SC"
    }
  }

  private static let scripts = [
    "Hebrew", "Armenian", "Georgian", "Ethiopic", "Devanagari", "Bengali", "Gujarati", "Gurmukhi", "Kannada",
    "Malayalam", "Tamil", "Telugu", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar",
  ]
  private static let serifs = ["Noto Serif", "Noto Naskh Arabic"] + scripts.map { "Noto Serif " + $0 }
  private static let sans = ["Noto Sans", "Noto Naskh Arabic"] + scripts.map { "Noto Sans " + $0 }
}
