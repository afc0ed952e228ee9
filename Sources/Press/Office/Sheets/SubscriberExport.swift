internal import Text
package import Model
internal import Time

/// Subscriptions and suppressions as lines of a CSV file that `import` reads back exactly.
package struct SubscriberExport {
  package static let header = csvLine(SheetColumn.own.map(\.rawValue))

  package static func line(_ subscription: Subscription) -> String {
    let fields = SheetColumn.own.map { field($0, of: subscription) ?? "" }
    return csvLine(fields, address: SheetColumn.own.firstIndex(of: .email))
  }

  private static func field(_ column: SheetColumn, of one: Subscription) -> String? {
    switch column {
    case .email: one.subscriber.address.description
    case .name: one.subscriber.name
    case .digest: one.digest
    case .feeds: one.follows.text
    case .status: one.standing.rawValue
    case .language: one.subscriber.language
    case .consentAt: one.consentAt?.rfc3339
    case .origin: one.origin
    case .endedAt: one.endedAt?.rfc3339
    case .reason: one.suppression?.reason.rawValue
    case .suppressedAt: one.suppression?.since.rfc3339
    case .pausedUntil: one.subscriber.pausedUntil?.rfc3339
    default: nil
    }
  }
}
