/// Which way a language is written.
enum WritingDirection: String {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// - Parameter language: BCP 47. A script subtag (`az-Arab`, `ku-Latn`) outweighs the language's usual script.
  init(language: String) {
    let subtags = language.lowercased().split(separator: "-").map(String.init)
    let script = subtags.dropFirst().prefix { $0.utf8.count != 1 }.first {
      $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x39 }
    }
    let isRightToLeft = script.map(Self.scripts.contains) ?? Self.languages.contains(subtags.first ?? "")
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// Of the page's sides, where lines start and end.
  var start: String { self == .leftToRight ? "left" : "right" }
  var end: String { self == .leftToRight ? "right" : "left" }

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
  private static let scripts: Set<String> = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]
}
