import Glibc
import Press

/// A command cannot do what was asked: one sentence and an exit code.
struct Complaint: Error {
  let sentence: String
  let code: Press.ExitCode

  init(_ sentence: String, _ code: Press.ExitCode = .usage) {
    (self.sentence, self.code) = (sentence, code)
  }
}

func printError(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

func leave(_ code: Press.ExitCode) -> Never {
  fflush(nil)
  exit(code.rawValue)
}
