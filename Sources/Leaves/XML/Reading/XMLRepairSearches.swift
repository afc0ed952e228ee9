internal import Text

extension XMLRepair {
  /// Strings that end markup: comments, instructions, CDATA sections and quoted values.
  enum Searched: Int, CaseIterable {
    case comment, instruction, section, quote, apostrophe

    private var bytes: (UInt8, UInt8, UInt8) {
      switch self {
      case .comment: (UInt8(ascii: "-"), UInt8(ascii: "-"), UInt8(ascii: ">"))
      case .instruction: (UInt8(ascii: "?"), UInt8(ascii: ">"), 0)
      case .section: (UInt8(ascii: "]"), UInt8(ascii: "]"), UInt8(ascii: ">"))
      case .quote: (UInt8(ascii: "\""), 0, 0)
      case .apostrophe: (UInt8(ascii: "'"), 0, 0)
      }
    }

    /// The next index; the length of the input if there is none.
    @unsafe func place(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      let (first, second, third) = bytes
      let length = second == 0 ? 1 : third == 0 ? 2 : 3
      var index = unsafe input.firstIndex(from: start) { $0.equal(to: first) }
      while index + length <= input.count {
        let isSecond = unsafe second == 0 || input[index + 1] == second
        let isThird = unsafe third == 0 || input[index + 2] == third
        if isSecond, isThird { return index }
        index = unsafe input.firstIndex(from: index + 1) { $0.equal(to: first) }
      }
      return input.count
    }
  }
}
