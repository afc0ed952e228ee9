internal import Files
internal import Foundation
package import Cryptography
package import Model
internal import Settings

/// The private keys of a site in the order of ``DKIMSettings/keys``. Their files must be readable only by their owner,
/// and must not be published.
package func signingKeys(
  _ settings: DKIMSettings, folder: String, sources: [SourceSettings]
) throws(Finding) -> [SigningKey] {
  let domain = settings.table == "mail.dkim" ? "" : " --domain \(settings.domain)"
  let first = try signingKey(settings.key, type: domain, folder, sources)
  guard let second = settings.ed25519 else { return [first] }
  let table = settings.table
  let keys = [first, try signingKey(second, type: domain + " --type ed25519", folder, sources)]
  guard keys[1].kind == .ed25519 else {
    throw Finding(second.file, "[\(table).ed25519] needs an Ed25519 key; this one is RSA")
  }
  if first.kind == .ed25519 {
    throw Finding(settings.key.file, "with [\(table).ed25519], [\(table)] needs an RSA key; this one is Ed25519")
  }
  return keys
}

private func signingKey(
  _ key: DKIMSettings.Key, type: String, _ folder: String, _ sources: [SourceSettings]
) throws(Finding) -> SigningKey {
  let make = "courant dkim keygen\(type) --selector \(key.selector) --out \(key.file)"
  let path = key.file.hasPrefix("/") ? key.file : folder + "/" + key.file
  var status = stat()
  guard stat(path, &status) == 0 else {
    throw Finding(key.file, "there is no such key, but schedule.conf names it; create it with `\(make)`")
  }
  guard status.st_mode & 0o077 == 0 else {
    throw Finding(key.file, "others can read this key and sign in your name; run `chmod 600 \(key.file)`")
  }
  if let place = publishedFolder(of: path, folder: folder, sources: sources) {
    throw Finding(key.file, "this key is in \(place)/, whose files are published; move it and create a new one")
  }
  guard let pem = try? readFile(path) else {  // it exists, according to stat
    throw Finding(key.file, "cannot be read; it belongs to a different user than the one running courant")
  }
  do throws(SigningKeyFault) {
    return try SigningKey(pem: Array(pem.withoutByteOrderMark))
  } catch {
    throw Finding(key.file, "\(error); move it away and create another with `\(make)`")
  }
}

/// The published folder of the site, if any, that contains the file: `public/`, or the folder of a source, whose files
/// are copied to `public/` with its articles.
private func publishedFolder(of path: String, folder: String, sources: [SourceSettings]) -> String? {
  let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  return (["public"] + sources.map(\.folder)).first { place in
    file.hasPrefix(URL(fileURLWithPath: folder + "/" + place).resolvingSymlinksInPath().path + "/")
  }
}
