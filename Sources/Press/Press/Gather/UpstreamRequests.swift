internal import Crypto
internal import Model
internal import SiteFolder
internal import Time

/// Makes the requests of sources: who asks, with which password and which certificates.
struct UpstreamRequests {
  let site: Site
  /// Absolute path of the site folder.
  let folder: String
  let now: Instant

  /// See ``PollState/settingsKey``.
  func key(of settings: UpstreamSettings) -> String {
    var plain = settings
    plain.topicMap = [:]
    plain.zone = .utc
    let map = settings.topicMap.map { "\($0.key.text)=\($0.value.label)" }.sorted()
    let aliases = site.aliases.map { "\($0.key.text)=\($0.value.label)" }.sorted()
    let parts = [Courant.version, site.url, "\(plain)", settings.zone.name] + map + [""] + aliases
    return String(lowercaseHex(sha256(parts.joined(separator: "\u{0}").utf8)).prefix(16))
  }

  /// - Parameter state: under today's settings.
  func question(
    about settings: UpstreamSettings, _ rule: PollRule, _ state: PollState
  ) throws(Finding) -> UpstreamQuestion {
    let userAgent = settings.userAgent ?? "Courant/\(Courant.version) (+\(site.url))"
    var request = rule.request(state, at: now, userAgent: userAgent)
    // A place that the source has moved to may be another's.
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
