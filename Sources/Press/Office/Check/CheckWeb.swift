internal import Model

/// The pages that answer readers, as far as settings can be checked. `courant check --web` requests the pages.
extension SiteCheck {
  var webFindings: [Finding] {
    guard site.web != nil, !site.url.isEmpty, !site.url.lowercased().hasPrefix("https://") else { return [] }
    let sentence =
      "[web] is on, but `url` is http: addresses and tokens are sent unencrypted, and emails have no one-click link "
      + "(RFC 8058); use https, except to try it out"
    return [Finding("schedule.conf", sentence, weight: .warning)]
  }
}
