package import Time

/// The state of an upstream source between polls.
package struct PollState: Hashable, Sendable, Codable {
  /// The URL from the settings that was requested, to which everything here applies; nil before the first request.
  package var url: String?
  package var validators = Validators()
  /// SHA-256 of the last body that was read, in hexadecimal.
  package var bodyHash: String?
  /// Changes with Courant's version and the settings of the source; after a change the next request is unconditional.
  package var settingsKey = ""
  /// The ``settingsKey`` of the last document that was read.
  package var readKey: String?
  /// Whether the last document that was read had older items that were not.
  package var hasRest: Bool?
  /// Since when every document read has been truncated; nil if the last one was complete.
  package var cutOffSince: Instant?
  /// Oddities of the last document, and of those of the last weeks.
  package var remarks: [PollRemark]?
  /// When the first fetch that could be read was recorded; nil: it has never been read.
  package var begun: Instant?
  /// The last request.
  package var asked: Instant?
  /// The first request since the last recorded answer; nil if all were answered. Runs were killed after it.
  package var unanswered: Instant?
  /// The last unconditional request that was answered with a document.
  package var wholeAt: Instant?
  /// The last answer that could be used: a document that was read, or 304.
  package var succeeded: Instant?
  /// It is not polled before this time.
  package var next: Instant?
  /// Failed polls since the last success.
  package var failures = 0
  package var failingSince: Instant?
  /// The last failure, as a sentence.
  package var failure: String?
  /// Since when its host has asked to be left alone, with only such responses and failures since.
  package var waitingSince: Instant?
  /// When the failure was last reported.
  package var reported: Instant?
  /// Whether the source has ever offered a validator.
  package var hasOfferedValidators = false
  /// The permanent redirect that is being watched.
  package var moved: Move?
  /// When it first answered 410.
  package var goneSince: Instant?
  /// Whether it is ended: no longer polled.
  package var isEnded = false
  /// Whether it was ended before its settings changed, so that the operator knows.
  package var wasEnded: Bool?
  /// When it last had a new article.
  package var news: Instant?
  /// The usual time between two new articles, in seconds; nil until it is known.
  package var usualGap: Int64?
  /// The last document's hints on how often to ask; nil if it had none.
  package var pace: PaceHints?
  /// How long the server called the last answer fresh, in seconds.
  package var freshFor: Int64?

  /// Whether the record could not be read, so that this begins afresh, which is reported.
  package var isLost: Bool?

  package init() {}

  /// Replaces a record that cannot be read.
  package static var lost: PollState {
    var state = PollState()
    state.isLost = true
    return state
  }

  package struct Move: Hashable, Sendable, Codable {
    package var target: String
    package var since: Instant
    package var polls: Int
    /// Whether ``target`` is requested directly.
    package var isFollowed = false

    package init(target: String, since: Instant, polls: Int) {
      self.target = target
      self.since = since
      self.polls = polls
    }
  }
}

/// A host that asked to be left alone, until when.
package struct HostWait: Hashable, Sendable, Codable {
  package let host: String
  package let until: Instant
  /// How often in a row.
  package let times: Int

  package init(host: String, until: Instant, times: Int) {
    self.host = host
    self.until = until
    self.times = times
  }
}
