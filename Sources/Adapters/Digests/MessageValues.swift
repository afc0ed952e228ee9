internal import MIME
internal import Model
internal import Templates

/// One reader's own values, as inserted into an edition.
struct MessageValues {
  /// The approximate number of bytes that all of them need, in header and body.
  static let room = 1024

  let to: HeaderField
  let messageID: HeaderField
  let unsubscribe: HeaderField
  let address: String
  let unsubscribeURL: String
  let preferencesURL: String
  let signedUp: String

  func field(_ blank: MessageField) -> HeaderField {
    switch blank {
    case .to: to
    case .messageID: messageID
    case .unsubscribe: unsubscribe
    }
  }

  func append(_ parts: MultipartAlternative<Edition.Blank>, to out: inout [UInt8]) {
    parts.append(to: &out, text: value(of:)) { value(of: $0).htmlEscaped }
  }

  private func value(of blank: Edition.Blank) -> String {
    switch blank {
    case .readerAddress: address
    case .unsubscribeURL: unsubscribeURL
    case .preferencesURL: preferencesURL
    case .signedUp: signedUp
    }
  }
}
