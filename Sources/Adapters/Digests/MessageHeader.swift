internal import MIME
internal import Model

/// A header field that differs per reader.
enum MessageField: Sendable { case to, messageID, unsubscribe }

/// The header fields of an edition's messages, in order.
struct MessageHeader: Sendable {
  enum Part: Sendable {
    case field(HeaderField)
    case blank(MessageField)
  }

  private(set) var parts: [Part] = []
  private(set) var form = BlankForm<MessageField>()

  mutating func append(_ field: HeaderField) {
    parts.append(.field(field))
    form.append(field.bytes)
  }

  mutating func append(_ blank: MessageField) {
    parts.append(.blank(blank))
    form.append(blank)
  }
}

extension MessageHeader.Part {
  /// The form that a signature covers.
  var signed: DKIMHeader<MessageField>.Part {
    switch self {
    case .field(let field): .field(field)
    case .blank(.to): .blank("To", .to)
    case .blank(.messageID): .blank("Message-ID", .messageID)
    case .blank(.unsubscribe): .blank("List-Unsubscribe", .unsubscribe)
    }
  }
}
