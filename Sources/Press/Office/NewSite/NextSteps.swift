/// What the operator of a new site does next, as commands that can be copied.
package struct NextSteps {
  private let folder: String
  private let program: String
  private let user: String
  private let isAsked: Bool
  private let hasUnits: Bool

  /// - Parameter folder: an absolute path.
  /// - Parameter program: the absolute path of `courant`.
  /// - Parameter user: who owns the site.
  /// - Parameter wasAsked: whether the operator answered what only they know.
  /// - Parameter hasUnits: whether the units of the package are installed.
  package init(folder: String, program: String, user: String, wasAsked: Bool, hasUnits: Bool) {
    self.folder = folder
    self.program = program
    self.user = user
    isAsked = wasAsked
    self.hasUnits = hasUnits
  }

  package var lines: [String] {
    let site = "--site \(quoted(folder))"
    let edit = isAsked ? [] : ["edit \(folder)/schedule.conf: title, URL, postal address, sender"]
    let commands = [
      "\(quoted(program)) check \(site)    # what is missing",
      "\(quoted(program)) preview weekly --serve 8000 \(site)    # the next email, in a browser",
    ]
    return ["Next:"] + (edit + commands + regularly).map { "  " + $0 }
  }

  /// Runs every five minutes: by the timer of the package if it finds the site, otherwise by cron.
  private var regularly: [String] {
    if hasUnits, let name = instance { return ["sudo systemctl enable --now courant-run@\(name).timer"] }
    let command = "\(quoted(program)) run --quiet --site \(quoted(folder))"
    // In a crontab, a percent sign ends the command (crontab(5)).
    let line = "*/5 * * * * \(user) \(command.replacing("%", with: "\\%"))"
    return ["add this line to /etc/cron.d/courant:", line]
  }

  /// The site's name as the units know it.
  private var instance: Substring? {
    folder.wholeMatch(of: /\/var\/lib\/courant\/([A-Za-z0-9][A-Za-z0-9:_.-]*)/)?.1
  }
}

/// One word of a shell.
private func quoted(_ word: String) -> String {
  if word.wholeMatch(of: /[A-Za-z0-9_.,:=@%+\/-]+/) != nil { return word }
  return "'" + word.replacing("'", with: "'\\''") + "'"
}
