/// The operator's settings for the pages that answer readers (`[web]` in `schedule.conf`). The pages exist if the section does.
package struct WebSettings: Hashable, Sendable {
  /// `127.0.0.1:8080` or `unix:/run/courant/web.sock`.
  package var listen = "127.0.0.1:8080"
  /// The address of the proxy in front, whose `X-Forwarded-For` is trusted; on a unix socket it always is.
  package var trustedProxy: String?
  /// Origins (RFC 6454) of other sites to which a form may return.
  package var returnOrigins: [String] = []
  /// Whether consent events keep the client's address.
  package var recordsMachines = false
  package var limits = LetterLimits()
  /// Path of a PEM file with authorities that `courant check --web` trusts as well; absolute, or inside the site folder.
  package var caFile: String?
  /// The sender of letters; nil for the sender of digests.
  package var lettersFrom: Mailbox?

  package init() {}
}
