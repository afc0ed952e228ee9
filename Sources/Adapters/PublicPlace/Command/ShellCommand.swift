internal import Files
internal import Foundation
internal import Glibc

/// Runs a command of the operator's with `/bin/sh`, in the site folder, with lines on its standard input.
package struct ShellCommand {
  private let text: String
  private let folder: String
  /// After this time, the command and everything that it started are ended.
  private let limit: Duration

  package init(_ text: String, in folder: String, limit: Duration) {
    self.text = text
    self.folder = folder
    self.limit = limit
  }

  /// Runs it and waits for its end.
  ///
  /// - Parameters:
  ///   - lines: without line breaks.
  ///   - isStopped: whether the run is to end soon; then the command is ended as well.
  /// - Returns: nil if it succeeded; otherwise what happened, for a message.
  package func fault(lines: [String], unless isStopped: () -> Bool = { false }) -> String? {
    let input: OpenScratch
    let output: OpenScratch
    do throws(FileFault) {
      input = try OpenScratch()
      output = try OpenScratch()
    } catch {
      return "no temporary file can be created: \(error)"
    }
    guard input.write(lines.map { $0 + "\n" }.joined()) else {
      return "its input cannot be written: \(String(cString: strerror(errno)))"
    }
    let process: pid_t
    switch spawn(input.descriptor, output.descriptor) {
    case .success(let started): process = started
    case .failure(let error): return "cannot be started: \(String(cString: strerror(error.code)))"
    }
    let deadline = ContinuousClock.now + limit
    while true {
      var status: Int32 = 0
      switch waitpid(process, &status, WNOHANG) {
      case process: return fault(of: status, output)
      case -1 where errno != EINTR: return "was lost: \(String(cString: strerror(errno)))"
      default: break
      }
      if isStopped() || ContinuousClock.now >= deadline {
        end(process)
        return isStopped()
          ? "was stopped with the run" : "did not end within \(limit.components.seconds) s, and was stopped"
      }
      usleep(Self.pause)
    }
  }

  /// Between two looks, in microseconds.
  private static let pause: UInt32 = 20_000
  private static let patience = Duration.seconds(2)

  private struct SystemError: Error {
    let code: Int32
  }

  /// In a process group of its own, without the signals that this process handles or ignores.
  private func spawn(_ input: Int32, _ output: Int32) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGTERM, SIGINT, SIGHUP, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let words = ["/bin/sh", "-c", "cd -- \"$1\" || exit; eval \"$2\"", "sh", folder, text]
    let code = withArguments(words) { arguments in
      withArguments(environment) { posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, $0) }
    }
    return code == 0 ? .success(process) : .failure(SystemError(code: code))
  }

  /// Everything but the relay's password: the command has nothing to do with mail.
  private var environment: [String] {
    ProcessInfo.processInfo.environment.filter { $0.key != "COURANT_SMTP_PASSWORD" }.map { "\($0.key)=\($0.value)" }
  }

  /// As C takes them: a list that ends with nil.
  private func withArguments(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return ENOMEM }
      return body(first)
    }
  }

  private func end(_ process: pid_t) {
    kill(-process, SIGTERM)
    let deadline = ContinuousClock.now + Self.patience
    var status: Int32 = 0
    while ContinuousClock.now < deadline, waitpid(process, &status, WNOHANG) == 0 { usleep(Self.pause) }
    // Also what it started and what ignores SIGTERM.
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Nil after exit code 0.
  private func fault(of status: Int32, _ output: OpenScratch) -> String? {
    if status == 0 { return nil }
    let last = output.lastLine.map { ": \($0)" } ?? ""
    let signal = status & 0x7F
    if signal != 0 { return "was ended by signal \(signal)\(last)" }
    return "ended with exit code \(status >> 8 & 0xFF)\(last)"
  }
}
