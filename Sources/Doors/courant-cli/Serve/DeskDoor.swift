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
import Web

/// The operators' listener of `courant serve`.
struct DeskDoor {
  private let desk: Desk
  private let address: ListenAddress

  init(_ served: ServedSite, on address: ListenAddress) {
    self.address = address
    let folder = served.folder
    var desk = Desk(
      acting: LedgerThread { try Clerk.existingLedger(in: folder) },
      reading: LedgerThread { try Clerk.existingLedger(in: folder) },
      house: { served.deskHouse }, clock: { Moment.clock })
    desk.ways.press = { ledger, now in
      served.opened.map { PressRun($0, ledger: ledger, now: now, clock: now, courier: { RecordingCourier() }) }
    }
    desk.ways.send = { parcel in try await Self.send(parcel, served) }
    desk.ways.senderFindings = { await Self.senderFindings(served) }
    // Until acts have a book of their own, each is a line of this program's output.
    desk.ways.record = { act in printError(act.sentence) }
    desk.ways.report = { printError($0) }
    desk.ways.formKey = randomBytes(32) ?? []
    desk.ways.randomSecret = { DeskSecret.make() }
    self.desk = desk
  }

  func door(listening: @escaping @Sendable (String) -> Void) -> HTTPDoor {
    let desk = desk
    return HTTPDoor(HTTPDoor.Address(address), listening: { listening("desk: \($0)") }, port: { await desk.answer($0) })
  }

  /// On a thread that may block.
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

extension HTTPDoor.Address {
  init(_ address: ListenAddress) {
    switch address {
    case .host(let name, let port): self = .host(name, port: port)
    case .socket(let path): self = .socket(path)
    }
  }
}
