package import Model

extension SlotHold.Reason {
  /// Why a slot is held, as the end of a sentence: `it has more …`.
  package var sentence: String {
    switch self {
    case .many: "it has more new articles than `hold_above` allows"
    case .review: "each issue of this digest is looked at before it is mailed (review = \"always\")"
    case .delay: "this digest waits before the first message (`delay`)"
    case .changed: "its articles are no longer those that were released"
    }
  }
}
