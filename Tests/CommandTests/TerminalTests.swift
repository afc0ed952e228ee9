import CourantTesting
import Testing

/// External text is harmless when it reaches people's terminals, and exact when it reaches programs.
@Suite struct TerminalTests {
  private static let name = "Ann\u{1B}]0;x\u{7}\u{9B}31m\u{202E}rehcrA\nroot: all good\t!"

  @Test func aReadersNameCannotCommandATerminal() throws {
    let press = try PressRoom(readers: 1)
    try press.site.folder.write(
      "email,digest,status,name,origin\nann@example.org,weekly,confirmed,\"\(Self.name)\",\"\(Self.name)\"\n",
      to: "ann.csv")
    _ = try press.command("subscribers", "import", press.site.path + "/ann.csv")
    let shown = "Ann\u{FFFD}]0;x\u{FFFD}\u{FFFD}31m\u{FFFD}rehcrA\u{FFFD}root: all good !"
    #expect(
      try press.command("subscribers", "list").output == """
        ADDRESS          DIGEST  FEEDS  STATUS     NAME
        ann@example.org  weekly  *      confirmed  \(shown)
        r1@example.org   weekly  *      confirmed  \("")

        """)
    let why = try press.command("why", "ann@example.org").output.split(separator: "\n")
    #expect(why.count == 2)
    #expect(why.first?.hasSuffix(" (from \(shown))") == true)
    // A file or a pipe gets the recorded text unchanged.
    let exported = try press.command("subscribers", "export").output
    #expect(exported.contains("\"\(Self.name)\""))
  }

  @Test(arguments: [([], true), (["NO_COLOR=1"], false), (["TERM=dumb"], false), (["NO_COLOR="], true)])
  func aPreviewShowsMistakesInRed(_ variables: [String], _ isRed: Bool) throws {
    let site = try SampleSite()
    try site.folder.write("<p>\n{{#sections}}", to: "templates/digest.html")
    let words = ["preview", "weekly", "--site", site.path]
    let plain = try CourantProcess(words, variables: variables).wait()
    #expect(plain.code == 78)
    #expect(plain.errors.hasPrefix("templates/digest.html:2:1: "))
    let terminal = try PseudoTerminal()
    let process = try CourantProcess(words, variables: variables, on: terminal)
    let shown = terminal.conversation(typing: [])
    #expect(process.wait().code == 78)
    let lines = plain.errors.dropLast().split(separator: "\n").map { isRed ? "\u{1B}[31m\($0)\u{1B}[0m" : String($0) }
    #expect(shown == lines.joined(separator: "\n") + "\n")
  }

  @Test func aBadRowCannotPoseAsALineOfOurs() throws {
    let press = try PressRoom(readers: 1)
    try press.site.folder.write("email,digest\n\"x\u{1B}[2J\nroot: all good\",weekly\n", to: "bad.csv")
    let end = try press.command("subscribers", "import", press.site.path + "/bad.csv")
    #expect(
      end.errors
        == "\(press.site.path)/bad.csv:2: `x\u{FFFD}[2J\u{FFFD}root: all good` is not an email address (skipped)\n")
    #expect(end.code == 65)
  }
}
