import ArgumentParser
import Delivery
import Foundation
import HTTPServing
import Leaving
import LedgerSQL
import Model
import Press
import Web

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer readers on the web: sign up, confirm, choose, leave and search.",
    discussion: """
      Answers requests for pages below the site's URL: /subscribe, /preferences, /unsubscribe/TOKEN, \
      /search, /feeds/of/… and the links of letters. Needs the table [web] in schedule.conf. A web server in front of \
      it serves public/ and passes these paths on (docs/web.md).

      Records readers' requests, then sends their letters within seconds. Notices changed settings by itself; if they \
      have errors, the last valid ones stay in use. Leaving works even without any. After SIGTERM, requests that have \
      begun may finish, for at most ten seconds.

      Every minute, it checks whether operators must be notified ([alerts]), for example because runs have stopped.

      Prints the address it listens on, then only problems; with --log-format, one line per request without the path \
      or any address. Under systemd, use Type=notify and, if wanted, WatchdogSec=.
      """)

  @OptionGroup var options: SiteOptions
  @Option(
    help: ArgumentHelp(
      "HOST:PORT or unix:/PATH (default: `listen` of [web], or 127.0.0.1:8080).", valueName: "address"))
  var listen: String?
  @Option(
    help: ArgumentHelp(
      "Also serve the operators' pages: unix:/PATH or an address of this machine (default: `listen` of [desk]).",
      valueName: "address"))
  var desk: String?
  @Flag(help: "Also serve public/, to try it out.") var `static` = false
  @OptionGroup var logging: LogOption

  func run() throws {
    let stop = StopSignal.ofThisProcess()
    let served = try ServedSite(folder: options.site)
    let address = try address(of: served)
    let deskAddress = try deskAddress(of: served)
    let log = logging.log(of: served.opened?.site)
    let meter = WebMeter()
    let clerk = Clerk(served, stop: stop, log: log)
    let recorded = clerk.door.ways.recorded
    let desk = deskAddress.map { address in
      DeskDoor(served, on: address, recorded: recorded, meter: meter, log: log)
        .door(listening: { announce($0, forOperators: true, log) })
    }
    let manager = ServiceManager()
    let door = HTTPDoor(
      address,
      listening: {
        announce($0, log)
        manager.send(.ready)
        manager.startHeartbeat()
      }, port: observed(clerk, served, meter, log).around(port(of: clerk, served)))
    clerk.start()
    defer { clerk.finish() }
    try wait {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await door.run(until: {
            await stop.raised()
            manager.send(.stopping)
          })
        }
        if let desk { group.addTask { try await desk.run(until: { await stop.raised() }) } }
        // If one cannot listen, the other must not continue alone.
        while let ended = await group.nextResult() {
          if case .failure = ended { stop.raise() }
          try ended.get()
        }
      }
    }
  }

  /// Nil if there is no desk.
  private func deskAddress(of served: ServedSite) throws -> ListenAddress? {
    guard let text = desk ?? served.opened?.site.desk.listen else { return nil }
    guard let address = ListenAddress(text), address.isOnThisMachine else {
      throw CommandError(
        "--desk `\(text)`: write unix:/PATH or an address of this machine, for example 127.0.0.1:8081")
    }
    return address
  }

  private func address(of served: ServedSite) throws -> HTTPDoor.Address {
    let text = listen ?? served.house.site.web?.listen ?? WebSettings().listen
    guard let address = ListenAddress(text) else {
      throw CommandError("--listen `\(text)`: write HOST:PORT or unix:/PATH, for example 127.0.0.1:8080")
    }
    return HTTPDoor.Address(address)
  }

  private func observed(
    _ clerk: Clerk, _ served: ServedSite, _ meter: WebMeter, _ log: EventLog?
  ) -> ObservedPort {
    ObservedPort(
      meter: meter, log: log, routeName: { [door = clerk.door] in door.routeName(of: $0) },
      isFromProxy: { $0.isFrom(served.house.site.web?.trustedProxy) })
  }

  private func port(of clerk: Clerk, _ served: ServedSite) -> WebPort {
    let door = clerk.door
    guard self.static else { return { await door.answer($0) } }
    return { request in
      let files = PublicFiles(folder: served.folder + "/public", below: served.house.site)
      if let file = files.answer(request) { return file }
      return await door.answer(request)
    }
  }

  /// Blocks this thread until `work` ends.
  private func wait(_ work: @escaping @Sendable () async throws -> Void) throws {
    do { try awaited(work) } catch {
      throw CommandError(
        "cannot listen on \(listen ?? "the address of [web]")\(desk.map { " or \($0)" } ?? ""): \(error)", .waiting)
    }
  }
}

private func announce(_ address: String, forOperators: Bool = false, _ log: EventLog?) {
  if let log {
    var event = LogEvent("listening")
    event.add("address", address)
    event.add("to", forOperators ? "operators" : "readers")
    return log.write(event)
  }
  print(forOperators ? "desk: \(address)" : address)
  fflush(nil)
}
