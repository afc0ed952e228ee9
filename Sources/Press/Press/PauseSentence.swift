package import Model
package import Time

extension SendingPause {
  /// One line for the operator.
  package func sentence(in zone: Zone) -> String {
    "sending has been paused since \(zone.shown(since)) by \(by): \(forDisplay(reason, atMost: 200)); "
      + (stopsLetters ? "" : "only letters that answer readers are sent; ") + "`courant resume` ends the pause"
  }
}
