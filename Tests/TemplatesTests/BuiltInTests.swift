import Testing

@testable import Templates

struct BuiltInTests {
  @Test func everyBundledTemplateIsListedAsBuiltIn() {
    let all = String(decoding: TemplateSet.allBuiltIn, as: UTF8.self)
    let parts = all.split(separator: "\0", omittingEmptySubsequences: false)
    let expected = TemplateSet.builtInNames.flatMap { [$0, TemplateSet.builtIn($0) ?? ""] }
    #expect(
      parts.map { String($0) } == expected + [
        "style.css", TemplateSet.builtInStyle, "web.css", TemplateSet.formStyle, "desk.css", TemplateSet.deskStyle, "",
      ])
  }
}
