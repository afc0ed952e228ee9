import ArgumentParser
import Press

/// The command `courant`. One file per subcommand; each opens the site, calls Press, prints and exits.
@main struct CourantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "courant",
    abstract: "Turns a folder of dated articles into feeds and e-mail digests.",
    discussion: """
      Put these lines into /etc/cron.d/courant, with the user who owns the site, and that is all the operating there is:

        MAILTO=you@example.org
        */5 * * * * news /usr/local/bin/courant run --quiet --site /srv/news

      A run publishes what is new, and when a digest's slot falls due, mails it once to everybody who follows it.
      Running it once or a hundred times gives the same result.

      Every command takes the site from --site, or from the environment variable COURANT_SITE, or works in the current folder.
      Every command that changes something takes --quiet (-q), which prints problems only.

      Exit codes: 0 done; 64 usage; 65 some content was bad and skipped; 69 a source or the relay was unreachable;
      75 mail waits for a later run; 78 bad configuration.
      """,
    version: Courant.version,
    subcommands: [
      Init.self, Run.self, Check.self, PreviewCommand.self, SendTest.self, Schedule.self, Status.self, WhyCommand.self,
      Release.self, Cancel.self, Rename.self, Retire.self, Change.self, ResendCommand.self, Recover.self,
      Subscribers.self,
      BounceCommand.self,
      Unsubscribe.self, DKIM.self,
    ])

  /// Like `main()` of ParsableCommand, but an error of the site has its own exit code.
  static func main() {
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
