package import Web

extension DeskRoute {
  /// For logs and metrics: without secrets and numbers.
  var name: String {
    switch self {
    case .home: "desk-home"
    case .style: "desk-style"
    case .askLink: "desk-ask-link"
    case .link: "desk-sign-in"
    case .signOut: "desk-sign-out"
    case .held, .decide: "desk-held"
    case .previews, .preview, .previewDocument: "desk-preview"
    case .sendTest: "desk-send-test"
    case .issues: "desk-issues"
    case .issue, .issueAct: "desk-issue"
    case .undelivered: "desk-undelivered"
    case .readers: "desk-readers"
    case .reader, .readerAct: "desk-reader"
    case .growth: "desk-growth"
    case .destinations: "desk-destinations"
    case .deliverability: "desk-deliverability"
    case .findings: "desk-findings"
    case .audit: "desk-audit"
    case .alive: "desk-healthz"
    case .ready: "desk-readyz"
    case .metrics: "desk-metrics"
    }
  }
}

extension Desk {
  /// The name of the page that a request asks for; `desk-none` if there is no such page.
  package func routeName(of request: WebRequest) -> String { DeskRoute.read(request.path)?.route.name ?? "desk-none" }
}
