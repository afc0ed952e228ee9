internal import Text

/// Shows lines to someone, and asks for lines.
package protocol Questioner {
  func say(_ line: String)
  /// The line typed after the prompt, without its end; nil if there will be no more.
  func ask(_ prompt: String) -> String?
}

/// Asks the operator of a new site what only they know. Each question has a proposal, which an empty line accepts; an
/// invalid answer is explained, and the question asked again.
package struct Interview {
  private let questioner: any Questioner
  private let proposals: SiteProposals

  /// The operator stopped answering.
  package struct Ended: Error {}

  package init(_ questioner: any Questioner, proposals: SiteProposals) {
    self.questioner = questioner
    self.proposals = proposals
  }

  /// - Parameter known: answers that need no question.
  package func answers(besides known: SiteAnswers) throws(Ended) -> SiteAnswers {
    var answers = known
    let open = SiteQuestion.allCases.filter { !known.isGiven($0) }
    if !open.isEmpty { questioner.say("Enter accepts what is in brackets. All of it can be changed later.") }
    for question in open { try ask(question, &answers) }
    return answers
  }

  private func ask(_ question: SiteQuestion, _ answers: inout SiteAnswers) throws(Ended) {
    let proposal = proposals.answer(to: question, after: answers)
    let shown = proposal.isEmpty ? "none" : proposal
    while true {
      guard let line = questioner.ask("\(question.words) [\(shown)]: ") else { throw Ended() }
      guard let fault = answers.take(["", shown].contains(line.trimmed) ? proposal : line, to: question) else { return }
      questioner.say("  " + fault)
    }
  }
}
