import TerminalCanvas
import Testing

@testable import TutorApp

@Suite struct KeyTableTests {
  @Test(arguments: KeyContext.allCases)
  func aKeyMeansOneThingInEachPlace(context: KeyContext) {
    let keys = KeyTable.bindings.filter { $0.contexts.contains(context) }.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: KeyContext.allCases)
  func everyRowIsDispatched(context: KeyContext) {
    for binding in KeyTable.bindings where binding.contexts.contains(context) {
      for key in binding.keys
      where !(context == .typing && key.isCharacter) && !(context == .answering && key == "0") {
        #expect(KeyTable.message(for: key, in: context) == binding.message)
      }
    }
  }

  @Test(arguments: KeyContext.allCases.filter { $0 != .typing })
  func everyPlaceCanBeLeft(context: KeyContext) {
    #expect(KeyTable.message(for: .control("c"), in: context) == .quit)
  }

  @Test func theHelpNamesTheDigitsInOneLine() {
    let lines = helpLines(for: .lesson).map(\.plain)
    #expect(lines.count { $0.contains("Commit to a choice") } == 1)
    #expect(lines.contains { $0.hasPrefix("  1 … 9 ") })
  }

  @Test func theHelpShowsEveryRow() {
    for context in [KeyContext.list, .lesson, .sandbox] {
      let text = helpLines(for: context).map(\.plain).joined(separator: "\n")
      for binding in KeyTable.bindings where binding.contexts.contains(context) {
        #expect(text.contains(binding.help))
      }
    }
  }
}

extension Key {
  fileprivate var isCharacter: Bool { if case .character = self { true } else { false } }
}
