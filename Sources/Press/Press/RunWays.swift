package import Cards
package import Delivery
package import Model
package import PublicPlace

/// How a run meets the world outside its site and its ledger. Only a courier is needed.
package struct RunWays {
  /// Makes a courier for each connection, on the thread that will use it.
  package var courier: @Sendable () throws -> any Courier
  /// Calls WebSub hubs; nil if they are not called.
  package var hubCaller: (any HubCaller)?
  /// Fetches from sources over the network; nil if they are not fetched.
  package var fetcher: (any Fetcher)?
  /// Reads their responses; nil if they are not fetched.
  package var upstreams: (any UpstreamReader)?
  /// Draws social cards; nil if no cards are wanted.
  package var cards: LazyCardWriter?
  /// How many cards one run draws at most; fewer on a smaller site.
  package var mostCards = 250
  /// How many published files a run that has nothing to publish looks for at most.
  package var mostLookedAt = 20_000
  /// Where feeds and pages go; nil for the place in the settings.
  package var output: (any PublishingPlace)?
  /// True for a dry run: everything is published, regardless of what was published before.
  package var isRehearsal = false
  /// Whether the bucket is compared with the record first, so that what is missing or differs is put again.
  package var verifiesPublic = false
  /// Asks the run to end soon.
  package var stop = StopSignal()
  /// Measures the time that the run takes.
  package var stopwatch = Stopwatch.stopped
  /// Called from time to time with the number of deliveries that are done, and of all.
  package var progress: (Int, Int) -> Void = { _, _ in }
  /// Called at once with lines that must not be lost with the report if the run is killed.
  package var announce: (String) -> Void = { _ in }

  /// Called with each event; see ``LogEvent``.
  package var log: (LogEvent) -> Void = { _ in }

  package init(courier: @escaping @Sendable () throws -> any Courier) { self.courier = courier }
}
