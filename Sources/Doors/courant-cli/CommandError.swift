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
    printError("cannot write to standard output: \(String(cString: strerror(errno)))")
    exit(ExitStatus.waiting.rawValue)
  }
  exit(code.rawValue)
}

extension String {
  /// Advice about settings, as advice about the options of a command that has the same ones.
  var advisingOptions: String {
    replacing("allow_private = true permits", with: "--allow-private permits")
  }
}
