import CourantTesting
import Dispatch
import Foundation

/// A mail server that occasionally replies 451 or 550, or accepts a message and disconnects without a reply; it records the
/// recipients.
final class FaultyRelay: Sendable {
  /// Rings at the first event of this stage, or of any, from that event on.
  private struct Alarm {
    let event: Int
    let stage: SMTPEvent.Stage?
    let bell: DispatchSemaphore
  }

  private struct Record {
    var refused: Set<String> = []
    var unanswered: [String: Int] = [:]
    var events = 0
    var alarm: Alarm?
  }

  let server: SMTPServer
  private let record: Shared<Record>

  init() throws {
    let record = Shared(Record())
    self.record = record
    server = try SMTPServer { event in record.update { Self.note(event, in: &$0) } }
  }

  /// The readers refused with 550.
  var refused: Set<String> { record.value.refused }
  /// Recipients whose mail was accepted without a reply, and how often.
  var unanswered: [String: Int] { record.value.unanswered }

  /// Signals after this many more commands and messages, at the next one of that stage.
  func ring(_ bell: DispatchSemaphore, after events: Int, at stage: SMTPEvent.Stage?) {
    record.update { $0.alarm = Alarm(event: $0.events + events, stage: stage, bell: bell) }
  }

  private static func note(_ event: SMTPEvent, in record: inout Record) -> FaultAction? {
    record.events += 1
    if let alarm = record.alarm, alarm.event <= record.events, alarm.stage ?? event.stage == event.stage {
      alarm.bell.signal()
      record.alarm = nil
    }
    switch (event.stage, event.ordinal) {
    case (.recipient, let ordinal) where ordinal.isMultiple(of: 41):
      record.refused.insert(event.recipient)
      return .reply("550 5.1.1 no such mailbox")
    case (.recipient, let ordinal) where ordinal.isMultiple(of: 23): return .reply("451 4.7.1 try again later")
    case (.finalDot, let ordinal) where ordinal.isMultiple(of: 37):
      record.unanswered[event.recipient, default: 0] += 1
      return .storeThenClose
    default: return nil
    }
  }
}
