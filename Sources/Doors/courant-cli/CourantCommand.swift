import ArgumentParser
import Office
import Press

/// The command `courant`. One file per subcommand; each opens the site, calls Press, prints and exits.
@main struct CourantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "courant",
    abstract: "Publish dated articles as feeds, web pages and email digests.",
    discussion: """
      To begin, `courant init /srv/news` makes a site, `courant check` says what it lacks, `courant preview weekly` \
      shows the next email, and `courant run` publishes what changed and mails each due digest once to each of its \
      readers. Running it a hundred times gives the same result as once, so let cron do it (/etc/cron.d/courant, \
      with the user who owns the site):

        MAILTO=you@example.org
        */5 * * * * news /usr/local/bin/courant run --quiet --site /srv/news

      Every command uses the site given by --site, by the environment variable COURANT_SITE, or the current folder. \
      Every command that changes something accepts --quiet (-q), which prints only problems.

      Exit codes: 0 success; 64 usage error; 65 some content was skipped; 69 source or relay unreachable; 75 try again \
      later, unsent mail stays queued; 78 configuration error.
      """,
    version: Courant.versionAndCommit,
    groupedSubcommands: [
      CommandGroup(
        name: "Everyday",
        subcommands: [
          Init.self, Check.self, PreviewCommand.self, SendTest.self, Run.self, Status.self, WhyCommand.self,
          Schedule.self, Simulate.self, Release.self, Cancel.self, ResendCommand.self, Pause.self, Resume.self,
        ]),
      CommandGroup(
        name: "Reader",
        subcommands: [Subscribers.self, Change.self, Unsubscribe.self, BounceCommand.self, Rename.self, Retire.self]),
      CommandGroup(
        name: "Content and theme",
        subcommands: [
          SourcesCommand.self, ImportArticle.self, ThemeCommand.self, TemplatesCommand.self, WordsCommand.self,
        ]),
      CommandGroup(
        name: "Server and operator",
        subcommands: [
          DKIM.self, Serve.self, Work.self, FormCommand.self, Login.self, Logout.self, Audit.self, MetricsCommand.self,
        ]),
      CommandGroup(
        name: "Ledger",
        subcommands: [Backup.self, Restore.self, Recover.self, Prune.self, LedgerCommand.self]),
    ])

  /// Like `main()` of ParsableCommand, but an error of the site has its own exit code.
  static func main() {
    // Alone, before the parser learns all commands: scripts and monitoring ask often.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      print(Courant.versionAndCommit)
      leave(.done)
    }
    keepFreedMemory()
    do {
      var command = try parseAsRoot()
      try command.run()
      leave(.done)
    } catch let fault as OpenedSite.Faults {
      fault.lines.forEach(printError)
      leave(.badConfiguration)
    } catch let fault as CommandError {
      printError(fault.sentence)
      leave(fault.code)
    } catch let refusal as HeldSlots.SlotError {
      printError(refusal.sentence)
      leave(.usage)
    } catch  where exitCode(for: error) != .failure {
      exit(withError: error)  // help, the version, or arguments that do not parse
    } catch {
      printError("courant: \(error)")
      leave(.waiting)
    }
  }
}
