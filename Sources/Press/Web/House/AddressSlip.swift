package import Model
internal import Text

/// The address that may be meant if the domain is a slip in one of the great providers'; nil if it looks right.
package func slip(in address: EmailAddress) -> EmailAddress? {
  let labels = address.domain.split(separator: ".").map(String.init)
  guard labels.count == 2, !known.contains(address.domain) else { return nil }
  let right = names[labels[1]] ?? []
  if let name = nearest(to: labels[0], among: right), name != labels[0] {
    return EmailAddress(localPart: address.localPart, domain: name + "." + labels[1])
  }
  guard slipsOfCom.contains(labels[1]), names["com"]?.contains(labels[0]) == true else { return nil }
  return EmailAddress(localPart: address.localPart, domain: labels[0] + ".com")
}

/// By their last label. Short names are left out: too many others are near to them.
private let names: [String: [String]] = [
  "com": ["gmail", "googlemail", "outlook", "hotmail", "yahoo", "icloud", "protonmail"],
  "de": ["t-online", "freenet", "yahoo"], "fr": ["orange", "wanadoo", "laposte", "hotmail", "yahoo"],
  "es": ["hotmail", "yahoo", "telefonica"],
]

/// Domains that are near to those, and exist.
private let known: Set<String> = ["ymail.com", "email.com", "mail.com", "fastmail.com", "tmail.com", "hmail.com"]

private let slipsOfCom: Set<String> = ["con", "cmo", "ocm", "cm", "co", "om", "comm", "vom", "xom", "cim"]
