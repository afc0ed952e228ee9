internal import Curl
package import Model
internal import Text

/// Notifies hubs over HTTP with `hub.mode=publish`. WebSub does not prescribe the form of the request (§6);
/// all hubs accept this one.
///
/// One request per document: Google's hub expects several as repeated `hub.url`, Superfeedr as `hub.url[]`, and hubs in
/// PHP read only the last one. `hub.topic` repeats the URL for hubs that follow Switchboard.
package final class WebSubCaller: HubCaller {
  private let agent: String
  private let connectTimeout: Duration
  /// For all documents of one call together.
  private let timeout: Duration

  package init(agent: String, connectTimeout: Duration = .seconds(5), timeout: Duration = .seconds(10)) {
    self.agent = agent
    self.connectTimeout = connectTimeout
    self.timeout = timeout
  }

  package func call(_ hub: String, about documents: [String]) -> HubCall {
    let end = ContinuousClock.now + timeout
    var call = HubCall()
    do throws(HTTPPost.Fault) {
      let post = try HTTPPost(to: hub, agent: agent, connectTimeout: connectTimeout)
      for document in documents {
        let remaining = end - .now
        guard remaining > .zero else { break }
        let status = try post.send(Self.form(document), timeout: remaining)
        if (200...299).contains(status) { call.notified.append(document) } else { call.note(status) }
      }
    } catch {
      call.fault = call.fault ?? error.sentence
    }
    return call
  }

  static func form(_ document: String) -> String {
    let address = percentEncoded(document)
    return "hub.mode=publish&hub.url=\(address)&hub.topic=\(address)"
  }
}

extension HubCall {
  fileprivate mutating func note(_ status: Int) {
    guard fault == nil else { return }
    fault = (300...399).contains(status) ? "it answered \(status), so it may have moved" : "it answered \(status)"
  }
}
