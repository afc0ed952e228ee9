import CourantTesting
import Foundation
import PublicPlace
import Testing

@Suite struct ShellCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func fault(_ text: String, _ lines: [String] = [], limit: Duration = .seconds(60)) -> String? {
    ShellCommand(text, in: folder.path, limit: limit).fault(lines: lines)
  }

  private func content(_ name: String) throws -> String {
    try #require(folder.text(name))
  }

  @Test func itReadsTheLinesInTheGivenFolder() throws {
    #expect(fault("cat > seen", ["a/index.html", "ä b"]) == nil)
    #expect(try content("seen") == "a/index.html\nä b\n")
  }

  @Test func aFailureIsToldWithTheLastLine() {
    #expect(
      fault("echo first; echo 'no route to host' >&2; echo; exit 23") == "ended with exit code 23: no route to host")
    #expect(fault("exit 1") == "ended with exit code 1")
    #expect(fault("kill -9 $$") == "was ended by signal 9")
    #expect(fault("no-such-command-here 2>/dev/null") == "ended with exit code 127")
  }

  /// It need not read its input, nor end its output: neither is a pipe.
  @Test func muchInputAndOutputBlockNothing() {
    let lines = (0..<100_000).map { "articles/\($0)/index.html" }
    #expect(fault("true", lines) == nil)
    #expect(fault("cat; cat", lines) == nil)
  }

  @Test func aCommandThatDoesNotEndIsStoppedWithItsChildren() throws {
    // Everything that it started has the writing end open.
    try #require(mkfifo(folder.path + "/alive", 0o600) == 0)
    let alive = open(folder.path + "/alive", O_RDONLY | O_NONBLOCK)
    defer { close(alive) }
    #expect(
      fault("exec 9> alive; echo x >&9; trap '' TERM; sh -c 'exec sleep 600' & sleep 600", limit: .seconds(1))
        == "did not end within 1 s, and was stopped")
    var words = [UInt8](repeating: 0, count: 2)
    #expect(read(alive, &words, 2) == 2)
    var state = pollfd(fd: alive, events: Int16(POLLIN), revents: 0)
    #expect(poll(&state, 1, 30_000) == 1)
    #expect(state.revents & Int16(POLLHUP) != 0)
  }

  @Test func theRelaysPasswordIsNotPassedOn() throws {
    setenv("COURANT_SMTP_PASSWORD", "secret", 1)
    defer { unsetenv("COURANT_SMTP_PASSWORD") }
    #expect(fault("printenv COURANT_SMTP_PASSWORD > seen; true") == nil)
    #expect(try content("seen") == "")
  }

  @Test func aRunThatIsStoppedStopsIt() {
    let command = ShellCommand("sleep 600", in: folder.path, limit: .seconds(60))
    #expect(command.fault(lines: [], unless: { true }) == "was stopped with the run")
  }
}
