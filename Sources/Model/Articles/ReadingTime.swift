/// How long an article takes to read.
///
/// Adults read about 238 words a minute; the estimate is for tired ones, who read fewer. Arabic words say more than
/// European ones. Chinese and Japanese have no spaces between words, so their characters are counted instead.
package struct ReadingTime: Hashable, Sendable {
  package private(set) var words = 0
  package private(set) var arabicWords = 0
  /// Han, hiragana and katakana.
  package private(set) var ideographs = 0

  /// Whole minutes, rounded up; 0 only if there is nothing to read.
  package var minutes: Int { Self.minutes(ofWords: words, arabicWords: arabicWords, ideographs: ideographs) }

  /// 180 words, 150 Arabic words or 400 ideographs take a minute.
  package static func minutes(ofWords words: Int, arabicWords: Int = 0, ideographs: Int = 0) -> Int {
    // The parts add up before they are rounded: 3,600 is the least common multiple of the three rates.
    (words * 20 + arabicWords * 24 + ideographs * 9 + 3599) / 3600
  }

  /// - Parameter body: an HTML fragment; the inside of tags does not count.
  package init(ofHTML body: String) {
    var isInTag = false
    var isInWord = false
    for scalar in body.unicodeScalars {
      if isInTag {
        isInTag = scalar != ">"
      } else if scalar == "<" || Self.isSpace(scalar.value) {
        isInTag = scalar == "<"
        isInWord = false
      } else if Self.isIdeograph(scalar.value) {
        ideographs += 1
        isInWord = false
      } else if !isInWord, Self.beginsWord(scalar.value) {
        isInWord = true
        if Self.isArabic(scalar.value) { arabicWords += 1 } else { words += 1 }
      }
    }
  }
}

extension Article {
  package var readingTime: ReadingTime { ReadingTime(ofHTML: body) }

  /// ``minutes``; counted now if unknown. 0 if there is nothing to read, or if the body is not available.
  package var readingMinutes: Int { minutes ?? readingTime.minutes }
}

extension ReadingTime {
  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
  }

  /// A letter or a digit: a dash between spaces is not a word. Roughly, beyond ASCII: all but punctuation.
  private static func beginsWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xC0, 0x2010...0x206F, 0x2190...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F: false
    default: true
    }
  }

  private static func isArabic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }

  private static func isIdeograph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
