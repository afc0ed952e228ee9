import ArgumentParser
import Languages

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Print the phrases of a language, to translate or change them.",
    discussion: """
      The output is a file for languages/TAG.toml of the site folder. Phrases that have no translation yet are comments in \
      English. Example: courant words cs > languages/cs.toml
      """)

  @Argument(help: ArgumentHelp("The language, as a BCP 47 tag: nl, pt-BR, zh-Hant.", valueName: "tag")) var tag: String

  func validate() throws {
    let isTag = tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil
    guard isTag else { throw ValidationError("`\(tag)` is not a language tag; write, for example, nl or pt-BR") }
  }

  func run() throws {
    let list = WordList(tag)
    if !list.isKnown {
      printError("CLDR has nothing for `\(tag)`: its dates and plural forms are those of English until you change them")
    }
    print(list.text, terminator: "")
  }
}
