internal import Cryptography
package import Model
internal import SiteFolder
internal import Time

/// Makes the requests of sources, with the user agent, passwords and certificates.
struct UpstreamRequests {
  let site: Site
  /// Absolute path of the site folder.
  let folder: String
  let now: Instant

  /// - Parameter state: under today's settings.
  func question(
    about settings: UpstreamSettings, _ rule: PollRule, _ state: PollState
  ) throws(Finding) -> UpstreamQuestion {
    let userAgent = settings.userAgent ?? "Courant/\(Courant.version) (+\(site.url))"
    var request = rule.request(state, at: now, userAgent: userAgent)
    // The place to which the source has moved may belong to someone else.
    if WebOrigin(request.url) == WebOrigin(settings.url) { request.credentials = try settings.credentials(in: folder) }
    request.follow(settings, in: folder)
    var question = UpstreamQuestion(source: settings, first: request, now: now)
    question.isFirst = state.begun == nil
    question.bodyHash = state.bodyHash
    question.key = try settings.interfaceKey(in: folder)
    question.contact = site.mail.map { "\($0.from.address)" }
    return question
  }
}

extension Site {
  /// See ``PollState/settingsKey``.
  package func settingsKey(of source: UpstreamSettings) -> String {
    var plain = source
    plain.topicMap = [:]
    plain.zone = .utc
    let map = source.topicMap.map { "\($0.key.text)=\($0.value.label)" }.sorted()
    let aliases = aliases.map { "\($0.key.text)=\($0.value.label)" }.sorted()
    let parts = [Courant.version, url, "\(plain)", source.zone.name] + map + [""] + aliases
    return String(lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8)).prefix(16))
  }
}
