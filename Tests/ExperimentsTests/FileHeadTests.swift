import Foundation
import TestProject
import Testing

@testable import Experiments

/// What a file begins with says what it is, however long it is.
@Suite struct FileHeadTests {
  private let folder: String

  init() throws { folder = try TestProject.temporaryFolder() }

  private func file(_ bytes: some Sequence<UInt8>) throws -> String {
    let path = "\(folder)/\(UUID().uuidString).txt"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  @Test func theMarkOfATextIsNoPartOfIt() throws {
    let path = try file([0xEF, 0xBB, 0xBF] + Array("data: xor\r\nhidden: [2]\r\n".utf8))
    #expect(SourceText.head(ofFile: path)?.text == "data: xor\nhidden: [2]\n")
    #expect(!CSVTable.isPath(path))
  }

  @Test func onlyTheBeginningIsRead() throws {
    let path = try file(String(repeating: "1,2,3\n", count: 1 << 20).utf8)
    #expect(SourceText.head(ofFile: path)?.text.utf8.count == 1 << 16)
    #expect(CSVTable.isPath(path))
  }

  @Test func whatIsNoFileHasNone() throws {
    let pipe = "\(folder)/pipe.txt"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(SourceText.head(ofFile: pipe)?.text == nil)
    #expect(SourceText.head(ofFile: pipe + "s")?.text == nil)
    #expect(SourceText.head(ofFile: folder)?.text.isEmpty != false)
  }
}
