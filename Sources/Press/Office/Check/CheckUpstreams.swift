internal import Foundation
internal import Model
internal import Press
internal import SiteFolder

/// Sources that are read over the network, as far as they can be checked without requests.
extension SiteCheck {
  func upstreamFindings() throws -> [Finding] {
    let polls = try readers.pollStates()
    return site.upstreams.flatMap { source in
      missingFiles(of: source) + [troubles(of: source, polls[source.name])].compactMap(\.self)
    }
  }

  private func missingFiles(of source: UpstreamSettings) -> [Finding] {
    var findings: [Finding] = []
    do throws(Finding) { _ = try source.credentials(in: folder) } catch { findings.append(error) }
    do throws(Finding) { _ = try source.interfaceKey(in: folder) } catch { findings.append(error) }
    if let file = source.caFile, !FileManager.default.isReadableFile(atPath: folder + "/" + file) {
      findings.append(Finding(file, "cannot be read, but `ca_file` of source `\(source.name)` names it; create it"))
    }
    return findings
  }

  private func troubles(of source: UpstreamSettings, _ poll: PollState?) -> Finding? {
    guard let poll else { return nil }
    let health = SourceHealth(source, poll, at: now, in: site.zone, key: site.settingsKey(of: source))
    return health.sentence.map { Finding("sources.\(source.name)", $0, weight: .warning) }
  }
}
