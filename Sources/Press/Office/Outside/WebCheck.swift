package import Curl
package import DNS
package import Model
package import Press

/// `courant check --web`: sends the site's own address the requests that mail providers (RFC 8058) and readers send, over the
/// network and through the web server in front.
///
/// It changes nothing: its token belongs to no subscription.
package struct WebCheck {
  /// Sends a request and waits for the answer. A closure, so that tests can simulate slow answers without waiting.
  package typealias Asking = (HTTPRequest) -> HTTPExchange

  package struct Report {
    /// One line for each correct answer.
    package var right: [String] = []
    /// Findings; their paths are URLs.
    package var findings: [Finding] = []
    /// Whether the fault may be temporary, for example if a server is not reached.
    package var isUnreachable = false

    /// Whether there is a fault that only a change of settings can fix.
    package var isWrong = false
  }

  private let opened: OpenedSite
  private let token: String?
  private let names: any NameService
  private let ask: Asking

  /// - Parameter token: one that belongs to no subscription; nil if there is no ledger yet.
  package init(_ opened: OpenedSite, token: String?, names: any NameService, ask: @escaping Asking) {
    self.names = names
    self.opened = opened
    self.token = token
    self.ask = ask
  }

  package func report() -> Report {
    var report = Report()
    guard let mail = opened.site.mail, opened.site.web != nil || mail.oneClick != nil else {
      report.fault(
        "schedule.conf", "there is nothing to ask: add the table [web], or `one_click` to [mail] (docs/one-click.md)")
      return report
    }
    if token == nil {
      let sentence = "there is no ledger yet, so leaving was not tried; `courant run` creates it"
      report.findings.append(Finding("var", sentence, weight: .warning))
    }
    if mail.oneClick == nil {
      report.fault(
        "schedule.conf",
        "[site] url: mails have no one-click link, because mail providers send nothing to http; use https")
    }
    let questions = OutsideQuestions(site: opened.site, mail: mail, token: token).all
    report.findings += Set(questions.compactMap { HTTPAddress($0.url)?.host }).sorted().compactMap(lackOfIPv4)
    var round = OutsideRound(agent: "Courant/\(Courant.version) (+\(opened.site.url))", ask: ask)
    round.caFile = opened.site.web?.caFile.map { opened.folder + "/" + $0 }
    for question in questions {
      round.put(question, &report)
    }
    round.finish(&report)
    return report
  }

  /// A warning about a name with only IPv6, which some providers cannot reach. Also nil if DNS does not answer.
  private func lackOfIPv4(_ host: String) -> Finding? {
    do throws(NoAnswer) {
      guard IPAddress(host) == nil, try names.values(.a, at: host).isEmpty, try !names.values(.aaaa, at: host).isEmpty
      else { return nil }
    } catch {
      return nil
    }
    let sentence = "has no IPv4 address in DNS (record A), and some mail providers have no IPv6; publish one"
    return Finding(host, sentence, weight: .warning)
  }
}

extension WebCheck.Report {
  fileprivate mutating func fault(_ place: String, _ sentence: String) {
    findings.append(Finding(place, sentence))
    isWrong = true
  }
}

/// The requests of one check.
private struct OutsideRound {
  let agent: String
  let ask: WebCheck.Asking
  /// See ``WebSettings/caFile``.
  var caFile: String?
  /// Servers, as `HOST:PORT`, that cannot be reached at all; each is tried once.
  var closed: Set<String> = []
  /// Servers, as `HOST:PORT`, whose address is not on the internet.
  var inside: Set<String> = []
  /// Faults by kind: the place in the report, and how many more answers had the same fault.
  var faults: [String: (place: Int, more: Int)] = [:]

  mutating func put(_ question: OutsideQuestion, _ report: inout WebCheck.Report) {
    guard let url = HTTPAddress(question.url) else {
      return report.fault(
        question.url, "is no address that can be asked; correct `url` of [site] or `one_click` of [mail]")
    }
    let server = "\(url.host):\(url.port)"
    if closed.contains(server) { return }
    let exchange = exchange(question, url, server, &report)
    switch exchange.result {
    case .success(let response): judge(question, response, exchange.took, &report)
    case .failure(let failure):
      if ![.timedOut, .tooLarge, .broken].contains(failure.kind) { closed.insert(server) }
      report.note(failure, question)
    }
  }

  private mutating func exchange(
    _ question: OutsideQuestion, _ url: HTTPAddress, _ server: String, _ report: inout WebCheck.Report
  ) -> HTTPExchange {
    var request = HTTPRequest(url: url, userAgent: agent)
    request.body = question.body
    request.fields = question.fields
    request.mostBytes = 2_000_000
    request.timeout = .seconds(10)
    request.allowsPrivate = inside.contains(server)
    request.caFile = caFile
    let exchange = ask(request)
    guard case .failure(let failure) = exchange.result, failure.kind == .privateAddress else { return exchange }
    inside.insert(server)
    let sentence = "\(failure.sentence), so this is not what mail providers see; check from outside as well"
    report.findings.append(Finding("\(url.scheme)://\(server)/", sentence, weight: .warning))
    request.allowsPrivate = true
    return ask(request)
  }

  private mutating func judge(
    _ question: OutsideQuestion, _ response: HTTPResponse, _ took: Duration, _ report: inout WebCheck.Report
  ) {
    let judge = OutsideJudge(question: question, response: response, took: took)
    if let fault = judge.fault {
      note(Finding(question.url, "\(question.words) \(fault)"), of: judge.kind(of: fault), &report)
      if judge.isPassing { report.isUnreachable = true } else { report.isWrong = true }
      return
    }
    let doubts = judge.doubts
    for doubt in doubts {
      report.findings.append(Finding(question.url, "the answer to \(question.words) \(doubt)", weight: .warning))
    }
    if doubts.isEmpty {
      report.right.append("\(question.url): \(question.words) is answered \(response.status) in \(took.shown)")
    }
  }
}

extension OutsideRound {
  /// Reports the same fault of many answers as one finding: a server that is down is down for every request.
  private mutating func note(_ finding: Finding, of kind: String, _ report: inout WebCheck.Report) {
    guard let known = faults[kind] else {
      faults[kind] = (report.findings.count, 0)
      report.findings.append(finding)
      return
    }
    faults[kind] = (known.place, known.more + 1)
  }

  /// Adds to each fault how many more answers had it.
  func finish(_ report: inout WebCheck.Report) {
    for (place, more) in faults.values where more > 0 {
      let others = more == 1 ? "1 more request is" : "\(more) more requests are"
      report.findings[place].sentence += "; \(others) answered in the same way"
    }
  }
}

extension WebCheck.Report {
  fileprivate mutating func note(_ failure: HTTPFailure, _ question: OutsideQuestion) {
    let words = question.words
    switch failure.kind {
    case .certificate:
      fault(
        question.url,
        "\(failure.sentence.replacing("in `ca_file`", with: "in `ca_file` of [web]")); mail providers refuse it, so renew "
          + "it or install its intermediate certificates")
    case .badURL: fault(question.url, "cannot be asked: \(failure.sentence)")
    case .unreachable:
      let sentence =
        "\(failure.sentence); start the web server and `courant serve`, and check the name and the firewall"
      findings.append(Finding(question.url, sentence))
      isUnreachable = true
    case .timedOut, .tooLarge, .broken, .privateAddress:
      findings.append(
        Finding(question.url, "\(words) gets no answer: \(failure.sentence); see what the web server logs"))
      isUnreachable = true
    }
  }
}
