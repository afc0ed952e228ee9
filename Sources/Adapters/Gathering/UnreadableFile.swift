/// Why a file cannot be read.
package struct UnreadableFile: Error, CustomStringConvertible {
  package let sentence: String

  /// Whether the file may be unchanged and only cannot be read at the moment: permissions, a faulty disk or network,
  /// too many open files.
  let isPassing: Bool

  init(_ sentence: String, isPassing: Bool = false) {
    self.sentence = sentence
    self.isPassing = isPassing
  }

  package var description: String { sentence }
}
