import ArgumentParser
import Foundation
import Glibc
import Office
import Press
internal import PublicPlace

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a site that is ready to run.",
    discussion: """
      Writes schedule.conf, feeds, a first article, drafts of pages such as About and Privacy, and next steps. Never \
      overwrites a file.

      On a terminal it asks for what no option states: title, URL, language, time zone, postal address, sender, mail \
      server and topics. Each question has a proposal, which Enter accepts. Elsewhere, and with --yes, these remain \
      examples, which `courant check` reports.
      """)

  @OptionGroup var moment: Moment
  @OptionGroup var output: Output
  @OptionGroup var options: AnswerOptions
  @Flag(name: .shortAndLong, help: "Ask nothing.") var yes = false
  @Argument(help: "The folder to create.") var folder: String

  func run() throws {
    if FileManager.default.fileExists(atPath: folder + "/schedule.conf") {
      throw CommandError("\(folder): already a site, with a schedule.conf; choose another folder")
    }
    let here = ThisMachine()
    let path = here.absolute(folder)
    let answers = try answers(here, path)
    try write(Scaffold(today: moment.instant, answers))
    let steps = NextSteps(
      folder: path, program: here.program, user: here.user, wasAsked: isAsking || options.areComplete,
      hasUnits: here.hasUnits)
    steps.lines.forEach(output.printResult)
  }

  private var isAsking: Bool {
    !yes && !output.isQuiet && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  private func answers(_ here: ThisMachine, _ path: String) throws -> SiteAnswers {
    let known = try options.answers()
    guard isAsking else { return known }
    let proposals = SiteProposals(
      folder: path, domain: here.mailDomain, timeZone: here.timeZone, locale: here.locale)
    do throws(Interview.Ended) {
      return try Interview(TerminalQuestioner(), proposals: proposals).answers(besides: known)
    } catch {
      print("")
      throw CommandError("the questions were not all answered; nothing was written")
    }
  }

  private func write(_ scaffold: Scaffold) throws {
    let target = PublicFolder(folder)
    for (path, text) in scaffold.files {
      guard !target.exists(path) else {
        output.printResult("\(folder)/\(path): already exists; left unchanged")
        continue
      }
      _ = try target.write(Array(text.utf8), to: path)
      output.printResult("\(folder)/\(path)")
    }
  }
}
