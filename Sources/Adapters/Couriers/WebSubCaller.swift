internal import Curl
package import Model

/// Calls hubs over HTTP: `hub.mode=publish`, which WebSub leaves to hubs (§6), in the one form that all of them take.
///
/// One request for each document: Google's hub wants several as repeated `hub.url`, Superfeedr as `hub.url[]`, and hubs in
/// PHP see only the last. `hub.topic` says the same for hubs that follow Switchboard.
package final class WebSubCaller: HubCaller {
  private let agent: String
  private let connectTimeout: Duration
  /// For all documents of one call.
  private let timeout: Duration

  package init(agent: String, connectTimeout: Duration = .seconds(5), timeout: Duration = .seconds(10)) {
    (self.agent, self.connectTimeout, self.timeout) = (agent, connectTimeout, timeout)
  }

  package func call(_ hub: String, about documents: [String]) -> HubCall {
    let end = ContinuousClock.now + timeout
    var call = HubCall()
    do throws(HTTPPost.Fault) {
      let post = try HTTPPost(to: hub, agent: agent, connectTimeout: connectTimeout)
      for document in documents {
        let left = end - .now
        guard left > .zero else { break }
        let status = try post.send(Self.form(document), timeout: left)
        if (200...299).contains(status) { call.heard.append(document) } else { call.note(status) }
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

  /// All but what RFC 3986 §2.3 calls unreserved.
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}

extension HubCall {
  fileprivate mutating func note(_ status: Int) {
    guard fault == nil else { return }
    fault = (300...399).contains(status) ? "it answered \(status), so it may have moved" : "it answered \(status)"
  }
}
