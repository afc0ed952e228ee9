internal import Model

/// Step 6 of a run: what is queued, or due for another attempt, leaves.
extension PressRun {
  func deliver(_ report: inout RunReport) throws {
    guard let mail = site.mail else { return }
    try recover(mail, &report)
    let due = try ledger.due(at: now)
    guard due > 0 else { return }
    var round = try DeliveryRound(press: self, mail: mail, total: due)
    try round.run(&report)
  }

  private func recover(_ mail: MailSettings, _ report: inout RunReport) throws {
    let consequence = mail.uncertain == .resend ? "it is sent again with the same Message-ID" : "it is not sent again"
    let recovery = try ledger.recover(mail.uncertain, at: now) { address in
      tell(
        "the last run ended while \(address)'s mail was in its final exchange: sent or not is uncertain; \(consequence)"
      )
    }
    if !recovery.uncertain.isEmpty, mail.uncertain == .skip {
      report.deliveries[.uncertain, default: 0] += recovery.uncertain.count
    }
  }
}
