internal import Digests
package import Model

/// What a run leaves alone because its messages cannot be made or signed: a fault of one digest or of one sender does not stop
/// the mail of others.
extension PressRun {
  /// What is wrong with the keys, one finding for each domain.
  package var signingFaults: [Finding] { signers.faults }

  /// Why the messages of a digest cannot be signed; nil if they can or need not be.
  package func signingFault(of digest: Digest) -> Finding? { signers.fault(of: digest, on: site) }

  /// The same for letters.
  var signingFaultOfLetters: Finding? { signers.faultOfLetters(on: site) }

  /// Deliveries of frozen issues that wait for a key.
  var unsignedIssues: SetAside {
    SetAside(digests: Set(site.digests.filter { signingFault(of: $0) != nil }.map(\.name)))
  }

  /// Reports each key that keeps mail from leaving, once. False if nothing could be mailed: then nothing is frozen either.
  func canSign(_ report: inout RunReport) -> Bool {
    var waiting: [(fault: Finding, senders: [String])] = []
    func add(_ sender: String, _ fault: Finding?) {
      guard let fault else { return }
      if let place = waiting.firstIndex(where: { $0.fault == fault }) {
        waiting[place].senders.append(sender)
      } else {
        waiting.append((fault, [sender]))
      }
    }
    for digest in site.digests { add(digest.name, signingFault(of: digest)) }
    if hasLetters { add("letters", signingFaultOfLetters) }
    let isAll =
      !waiting.isEmpty && (!hasLetters || signingFaultOfLetters != nil)
      && site.digests.allSatisfy { signingFault(of: $0) != nil }
    for (fault, senders) in waiting {
      let consequence = isAll && waiting.count == 1 ? "" : " (\(senders.joined(separator: ", ")): nothing is mailed)"
      report.fail("\(fault)\(consequence)", .badConfiguration)
    }
    return !isAll
  }

  private var hasLetters: Bool { site.web != nil || !site.alerts.to.isEmpty }

  /// Reports what is wrong with single digests, each fault once.
  func tellFaultyDigests(_ report: inout RunReport) {
    for fault in Set(site.digests.flatMap(\.faults)).sorted() {
      let names = site.digests.filter { $0.faults.contains(fault) }.map(\.name)
      report.fail("\(fault) (\(names.joined(separator: ", ")): nothing is mailed)", .badConfiguration)
    }
  }

  /// Whether issues of the digest may be frozen. Why not was reported.
  func mayFreeze(_ digest: Digest) -> Bool { digest.faults.isEmpty && signingFault(of: digest) == nil }
}

extension MailSigners {
  /// Why the messages of a digest cannot be signed; nil if they can or need not be.
  func fault(of digest: Digest, on site: Site) -> Finding? { site.inMails(of: digest).mail.flatMap(fault(for:)) }

  /// The same for letters other than welcomes.
  func faultOfLetters(on site: Site) -> Finding? { site.mailOfLetters.flatMap(fault(for:)) }
}
