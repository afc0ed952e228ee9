internal import Model

/// What holds an article, or everything below a folder, back from readers.
struct Hold: Hashable, Sendable {
  var isHidden = false
  /// Hidden before.
  var from: Instant?
  /// Hidden from then on.
  var until: Instant?

  static let none = Hold()

  func isOpen(at now: Instant) -> Bool {
    if isHidden { return false }
    if let from, from > now { return false }
    if let until, until <= now { return false }
    return true
  }

  /// What both hold back: hidden if one is, the later embargo and the earlier expiry.
  func and(_ other: Hold) -> Hold {
    Hold(
      isHidden: isHidden || other.isHidden, from: [from, other.from].compactMap(\.self).max(),
      until: [until, other.until].compactMap(\.self).min())
  }
}

/// What one key says about an article.
enum HidingOutcome: Hashable, Sendable {
  case shown, hidden
  case from(Instant)
  case until(Instant)
}

extension Hold {
  init(_ outcomes: some Sequence<HidingOutcome>) {
    for outcome in outcomes {
      switch outcome {
      case .shown: break
      case .hidden: isHidden = true
      case .from(let instant): from = max(from ?? instant, instant)
      case .until(let instant): until = min(until ?? instant, instant)
      }
    }
  }
}
