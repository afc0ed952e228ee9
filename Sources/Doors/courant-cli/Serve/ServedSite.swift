import Desk
import Foundation
import Model
import Press
import Synchronization
import Templates
import Web

/// The site as `courant serve` shows it: its settings and templates as they were last read without a fault.
final class ServedSite: Sendable {
  private struct State {
    var house: WebHouse
    var opened: OpenedSite?
    var desk: DeskHouse?
    var stamp: String
    var reported: [String] = []
  }

  let folder: String
  private let state: Mutex<State>

  /// Throws if the settings are valid but have no table [web].
  init(folder: String) throws {
    self.folder = folder
    let stamp = SettingsStamp(folder).text
    do {
      let opened = try OpenedSite(folder: folder)
      guard opened.site.web != nil else {
        throw CommandError(
          "schedule.conf: `courant serve` needs the table [web]; add a line [web]", .badConfiguration)
      }
      state = Mutex(
        State(house: try Self.house(opened), opened: opened, desk: try DeskHouse(opened), stamp: stamp))
    } catch let faults as OpenedSite.Faults {
      faults.lines.forEach(printError)
      state = Mutex(State(house: try WebHouse.bare(), opened: nil, stamp: stamp, reported: faults.lines))
    }
  }

  var house: WebHouse { state.withLock { $0.house } }

  /// Nil until valid settings have been read.
  var opened: OpenedSite? { state.withLock { $0.opened } }

  /// The same, for the operators' pages.
  var deskHouse: DeskHouse? { state.withLock { $0.desk } }

  /// Reads the settings again if a file of them changed. Faults are printed once and change nothing.
  func refresh() {
    let stamp = SettingsStamp(folder).text
    guard stamp != state.withLock({ $0.stamp }) else { return }
    do {
      let opened = try OpenedSite(folder: folder)
      guard opened.site.web != nil else {
        throw OpenedSite.Faults("schedule.conf: the table [web] is gone; the pages stay as they were")
      }
      let house = try Self.house(opened)
      let desk = try DeskHouse(opened)
      state.withLock { state in
        state.house = house
        state.desk = desk
        state.opened = opened
        state.reported = []
      }
    } catch {
      let lines = (error as? OpenedSite.Faults)?.lines ?? ["\(error)"]
      let reported = state.withLock { state in
        defer { state.reported = lines }
        return state.reported
      }
      if reported != lines { lines.forEach(printError) }
    }
    state.withLock { $0.stamp = stamp }
  }

  private static func house(_ opened: OpenedSite) throws -> WebHouse {
    var house = try WebHouse(opened.site) { language throws(TemplateErrors) in try opened.templates(in: language) }
    house.blockedDomains = opened.blockedDomains
    return house
  }
}
