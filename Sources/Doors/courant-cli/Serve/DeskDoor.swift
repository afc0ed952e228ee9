import Couriers
import Cryptography
import DNS
import Delivery
import Desk
import Foundation
import HTTPServing
import LedgerSQL
import Model
import Office
import Press
import Time
import Web

/// The operators' listener of `courant serve`.
struct DeskDoor {
  private let desk: Desk
  private let address: ListenAddress
  private let observed: ObservedPort

  /// - Parameter recorded: called after a letter was requested.
  init(
    _ served: ServedSite, on address: ListenAddress, recorded: @escaping @Sendable () -> Void, meter: WebMeter,
    log: EventLog?
  ) {
    self.address = address
    let folder = served.folder
    var desk = Desk(
      acting: LedgerThread { try SiteOptions.existingLedger(in: folder) },
      reading: LedgerThread { try SiteOptions.existingLedger(in: folder) },
      house: { served.deskHouse }, clock: { Moment.clock })
    desk.ways.press = { ledger, now in
      served.opened.map { PressRun($0, ledger: ledger, now: now, clock: now, courier: { RecordingCourier() }) }
    }
    desk.ways.send = { parcel in try await Self.send(parcel, served) }
    let sender = RememberedFindings()
    desk.ways.senderFindings = { await sender.findings(at: Moment.clock) { await Self.senderFindings(served) } }
    desk.ways.recorded = recorded
    desk.ways.report = { printError($0) }
    desk.ways.formKey = randomBytes(32) ?? []
    desk.ways.randomSecret = { DeskSecret.make() }
    desk.ways.moreMetrics = { meter.families }
    self.desk = desk
    observed = ObservedPort(
      meter: meter, log: log, routeName: { [desk] in desk.routeName(of: $0) },
      isFromProxy: { $0.isFrom(served.opened?.site.desk.trustedProxy) })
  }

  func door(listening: @escaping @Sendable (String) -> Void) -> HTTPDoor {
    let desk = desk
    return HTTPDoor(
      HTTPDoor.Address(address), listening: listening,
      port: observed.around { await desk.answer($0) })
  }

  /// Sends on a thread that may block.
  private static func send(_ parcel: Parcel, _ served: ServedSite) async throws -> Outcome {
    try await blocking {
      guard let opened = served.opened else { throw CommandError("schedule.conf has errors", .badConfiguration) }
      let courier = try opened.smtpCourier()
      defer { courier.close() }
      return try courier.carry(parcel, commit: {})
    }
  }

  private static func senderFindings(_ served: ServedSite) async -> [Finding] {
    let found = try? await blocking {
      served.opened.flatMap { SenderCheck($0, names: SystemResolver(seconds: 2)) }?.findings() ?? []
    }
    return found ?? []  // it throws nothing
  }

  private static func blocking<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Swift.Result { try body() }) }
    }
  }
}

/// Remembers DNS answers for some minutes, because pages must not wait for them each time.
private actor RememberedFindings {
  private var known: (findings: [Finding], at: Instant)?

  private static let memory = Duration.seconds(600)

  func findings(at now: Instant, _ find: @Sendable () async -> [Finding]) async -> [Finding] {
    if let known, now - known.at < Self.memory { return known.findings }
    let found = await find()
    known = (found, now)
    return found
  }
}

extension HTTPDoor.Address {
  init(_ address: ListenAddress) {
    switch address {
    case .host(let name, let port): self = .host(name, port: port)
    case .socket(let path): self = .socket(path)
    }
  }
}
