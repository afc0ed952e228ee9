import Glibc
import Press

/// A command cannot do what was requested: one sentence and an exit code.
struct CommandError: Error {
  let sentence: String
  let code: ExitStatus

  init(_ sentence: String, _ code: ExitStatus = .usage) {
    self.sentence = sentence
    self.code = code
  }
}

func leave(_ code: ExitStatus) -> Never {
  guard fflush(nil) == 0 else {
    printError("standard output cannot be written: \(String(cString: strerror(errno)))")
    exit(ExitStatus.waiting.rawValue)
  }
  exit(code.rawValue)
}
