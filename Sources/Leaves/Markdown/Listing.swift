/// Code in a tag of the author's generator, for example `{% highlight swift linenos %}` or `{{< highlight go >}}`.
struct Listing {
  /// The text in the tag after its name.
  let words: String
  let code: ArraySlice<UInt8>

  /// Hexo uses `lang:swift`, which may follow a title.
  var language: String {
    let words = words.split { $0 == " " || $0 == "\n" }
    let named = words.first { $0.hasPrefix("lang:") }?.dropFirst("lang:".count)
    let word = named ?? words.first ?? ""
    return String(word.filter { isLetterOrDigit($0) || "+-#._".contains($0) })
  }

  /// The length of the longest run of `~`.
  var longestFence: Int {
    var longest = 0
    var run = 0
    for byte in code {
      run = byte == UInt8(ascii: "~") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private func isLetterOrDigit(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
