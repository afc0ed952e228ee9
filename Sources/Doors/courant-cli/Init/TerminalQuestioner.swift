import Foundation
import Glibc
import Model
import Office

/// The person at the terminal.
struct TerminalQuestioner: Questioner {
  func say(_ line: String) { print(line) }

  func ask(_ prompt: String) -> String? {
    Swift.print(forDisplay(prompt), terminator: "")
    fflush(nil)
    return readLine()
  }
}
