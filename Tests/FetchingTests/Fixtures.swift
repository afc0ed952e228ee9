import CourantTesting
import Fetching
import Model
import Time

let start = Instant(seconds: 1_795_417_205)  // 2026-11-23T07:00:05Z

/// Requests one after the other, with their answers.
struct Script: Conversation {
  var requests: [FetchRequest]
  private(set) var answers: [FetchAnswer] = []

  init(_ requests: [FetchRequest]) { self.requests = requests }

  mutating func next(after answer: FetchAnswer?) -> FetchRequest? {
    if let answer { answers.append(answer) }
    return answers.count < requests.count ? requests[answers.count] : nil
  }
}

extension FetchRequest {
  /// To a server on this machine.
  static func local(_ url: String) -> FetchRequest {
    var request = FetchRequest(url: url, userAgent: "Courant/test (+https://news.example.org/)")
    request.allowsPrivate = true
    return request
  }
}

/// The answers of each list of requests, in the order in which the lists ended.
func fetch(
  _ lists: [[FetchRequest]], pause: Duration = .zero, limit: Duration = .seconds(60)
) throws -> [(position: Int, answers: [FetchAnswer])] {
  var ended: [(Int, [FetchAnswer])] = []
  let fetcher = CurlFetcher(pause: pause) { start }
  try fetcher.run(lists.map { Script($0) }, limit: limit) { position, conversation in
    ended.append((position, (conversation as? Script)?.answers ?? []))
  }
  return ended
}

func fetch(_ request: FetchRequest, limit: Duration = .seconds(60)) throws -> FetchAnswer {
  try fetch([[request]], limit: limit)[0].answers[0]
}

func fetch(_ url: String) throws -> FetchAnswer { try fetch(.local(url)) }

/// A server that answers each path as written.
func server(_ answers: [String: HTTPScript], identity: TLSIdentity? = nil) throws -> HTTPServer {
  try HTTPServer(identity: identity) { request in
    .response(answers[request.path] ?? HTTPScript(404))
  }
}

extension HTTPServer.Request {
  var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
}

extension FetchAnswer {
  var text: String? {
    guard case .document(let bytes) = result else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  var failure: FetchFailure? {
    guard case .failed(let failure) = result else { return nil }
    return failure
  }
}
