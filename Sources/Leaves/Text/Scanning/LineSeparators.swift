extension UnsafeBufferPointer<UInt8> {
  /// The JSON escape of U+2028 or U+2029, which end lines in scripts, if one begins at an index.
  package func lineSeparator(at index: Int) -> String? {
    guard unsafe self[index] == 0xE2, unsafe self[index + 1] == 0x80 else { return nil }
    return switch unsafe self[index + 2] {
    case 0xA8: "\\u2028"
    case 0xA9: "\\u2029"
    default: nil
    }
  }
}
