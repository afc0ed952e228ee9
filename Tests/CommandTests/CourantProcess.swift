import CourantTesting
import Foundation
import Glibc
import Synchronization

/// The binary `courant`, started as a separate process.
final class CourantProcess: Sendable {
  let pid: pid_t
  private let output: TemporaryFolder

  /// Its exit code and output.
  struct End: Equatable {
    /// The exit code; 128 plus the signal for a process that was killed, as in a shell.
    let code: Int32
    let output: String
    let errors: String
  }

  /// Starts it without waiting. Its environment contains only `variables` and ``sanitizerOptions``.
  ///
  /// - Parameter user: the number of the user who runs it, if that is another than the one who tests.
  /// - Parameter terminal: where it reads and writes, in place of files.
  init(
    _ arguments: [String], as user: uid_t? = nil, variables: [String] = [], on terminal: PseudoTerminal? = nil
  ) throws {
    output = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      for descriptor in Int32(0)...2 {
        posix_spawn_file_actions_addopen(&actions, descriptor, terminal.path, O_RDWR | O_NOCTTY, 0)
      }
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output.path + "/out", O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, output.path + "/err", O_WRONLY | O_CREAT, 0o600)
    }
    // A socket of another test would stay open as long as this process lives.
    for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // A shell that starts the tests in the background ignores SIGINT, and every process below it would.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var ends = sigset_t()
    sigemptyset(&ends)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ends, signal) }
    posix_spawnattr_setsigdefault(&attributes, &ends)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let setting = user.map { ["setpriv", "--reuid=\($0)", "--regid=\($0)", "--clear-groups", Self.binary] }
    let words = ((setting ?? ["courant"]) + arguments).map { strdup($0) }
    let environment = (variables + [Self.sanitizerOptions]).map { strdup($0) }
    defer { (words + environment).forEach { free($0) } }
    var child = pid_t()
    let program = user == nil ? Self.binary : Self.setpriv
    let result = posix_spawn(&child, program, &actions, &attributes, words + [nil], environment + [nil])
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .ENOEXEC) }
    pid = child
  }

  /// A command ends by `exit` with its values alive. The address sanitizer of `make asan` takes some of them for leaked, since
  /// it does not know the bits by which Swift marks pointers to payloads of enums; the tests of the other targets, which free
  /// all that they allocate, look for leaks.
  private static let sanitizerOptions = "ASAN_OPTIONS=detect_leaks=0"

  /// Whether it can be run as another user.
  static func runs(as user: uid_t) -> Bool {
    guard geteuid() == 0, access(setpriv, X_OK) == 0 else { return false }
    return (try? CourantProcess(["--version"], as: user).wait().code) == 0  // not here is an answer
  }

  /// From util-linux; root may read everything, so only another user is subject to permissions.
  private static let setpriv = "/usr/bin/setpriv"

  /// Runs it to its end.
  static func run(_ arguments: String...) throws -> End { try CourantProcess(arguments).wait() }

  /// Its output so far.
  var said: String { output.text("out") ?? "" }

  /// The first line of its output. Waits for it until the process writes, at most ten seconds at a time.
  func firstLine() throws -> String {
    let changes = inotify_init()
    defer { close(changes) }
    inotify_add_watch(changes, output.path + "/out", UInt32(IN_MODIFY))
    var events = [UInt8](repeating: 0, count: 4096)
    while true {
      if let end = said.firstIndex(of: "\n") { return String(said[..<end]) }
      var waiting = pollfd(fd: changes, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 10_000) == 1 else { throw Silence(said: said) }
      _ = read(changes, &events, events.count)
    }
  }

  /// It printed no line.
  struct Silence: Error { let said: String }

  func wait() -> End {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return End(
      code: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: output.text("out") ?? "",
      errors: output.text("err") ?? "")
  }

  /// `kill -9`, and waits until it is dead; ``wait()`` returns the result.
  func kill() {
    Glibc.kill(pid, SIGKILL)
    awaitEnd()
  }

  /// Returns when it has ended; ``wait()`` returns the result.
  func awaitEnd() {
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
  }

  /// Next to the running tests, where the build puts both.
  static let binary: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (tests as NSString).deletingLastPathComponent + "/courant"
  }()
}

/// A value that threads of a test share.
final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  var value: Value {
    get { mutex.withLock { $0 } }
    set { mutex.withLock { $0 = newValue } }
  }

  func update<Result: Sendable>(_ change: (inout sending Value) -> Result) -> Result {
    mutex.withLock { change(&$0) }
  }
}
