internal import Curl
internal import Model
internal import Text

/// An error of an object store, or no answer from it, with advice for the operator.
package struct BucketFault: PublishingFailure {
  package let description: String
  package private(set) var isForWantOfRoom = false

  /// - Parameter sentence: in lower case, without the name of the bucket.
  init(_ address: BucketAddress, _ sentence: String) { description = "\(address.text): \(sentence)" }

  init(_ address: BucketAddress, _ failure: HTTPFailure) {
    self.init(
      address, "the store at \(address.endpoint) does not answer: \(failure.sentence); the next run tries again")
  }

  /// What an answer other than 2xx means.
  ///
  /// - Parameters:
  ///   - verb: what was to be done: `write`, `read`, `delete` or `list`.
  ///   - keyID: of the keys that signed the request.
  init(_ address: BucketAddress, _ response: HTTPResponse, to verb: String, keyID: String) {
    let answer = StoreAnswer(response)
    self.init(address, Self.sentence(answer, response, address, verb, keyID))
    isForWantOfRoom = response.status == 507 || Self.codesOfFullStores.contains(answer.code)
  }

  private static let codesOfFullStores = ["QuotaExceeded", "XMinioStorageFull", "StorageFull", "EntityTooLarge"]

  private static func sentence(
    _ answer: StoreAnswer, _ response: HTTPResponse, _ address: BucketAddress, _ verb: String, _ keyID: String
  ) -> String {
    switch answer.code {
    case "InvalidAccessKeyId":
      "the store does not know the key \(keyID); correct AWS_ACCESS_KEY_ID or `credentials_file`"
    case "SignatureDoesNotMatch":
      "the store refuses the secret of the key \(keyID); correct AWS_SECRET_ACCESS_KEY or `credentials_file`"
    case "ExpiredToken", "InvalidToken", "TokenRefreshRequired":
      "the temporary key \(keyID) is no longer valid; set a new key and its AWS_SESSION_TOKEN"
    case "NoSuchBucket": "there is no such bucket; create it, or correct `place`"
    case "RequestTimeTooSkewed": clockSentence(response)
    case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException":
      "the bucket is in the region \(answer.region ?? "of another endpoint"), not in \(address.region); correct `region` in "
        + "`place`"
    default:
      if response.status == 507 || codesOfFullStores.contains(answer.code) {
        "the store is full (\(answer.words)); make room, then run again"
      } else if response.status == 403 || response.status == 405 {
        "the key \(keyID) may not \(verb) there (\(answer.words)); permit it, or check key and secret"
      } else {
        "cannot \(verb): the store answers \(answer.words)"
      }
    }
  }

  /// The store's own time is in its answer.
  private static func clockSentence(_ response: HTTPResponse) -> String {
    let date = response.first("date").map { ", which was at \(forDisplay($0, atMost: 40))" } ?? ""
    return "the clock of this machine differs too much from the store's\(date); set the clock"
  }
}

/// The parts of an error that messages use; text from outside.
struct StoreAnswer {
  /// Such as `NoSuchBucket`; empty if there is none, as in each answer to a HEAD.
  let code: String
  /// Where the bucket is; nil if the answer does not say.
  let region: String?
  /// The status, the code and the store's sentence, for a message.
  let words: String

  init(_ response: HTTPResponse) {
    let text = String(decoding: response.body.prefix(10_000), as: UTF8.self)
    code = Self.element("Code", in: text) ?? ""
    region = (response.first("x-amz-bucket-region") ?? Self.element("Region", in: text)).map {
      forDisplay($0, atMost: 40)
    }
    let sentence = Self.element("Message", in: text).map { ": " + forDisplay($0, atMost: 200) } ?? ""
    words = "\(response.status)" + (code.isEmpty ? "" : " " + forDisplay(code, atMost: 60)) + sentence
  }

  /// The text of the first element of this name. Errors are flat, so nothing else needs to be read of them.
  private static func element(_ name: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "<\(name)>"),
      let end = text[start.upperBound...].firstRange(of: "</\(name)>")
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }
}
