import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Screens as files: pictures and films.
@Suite struct PictureTests {
  private let shell: Shell

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init() throws { shell = try Shell() }

  /// The README's pictures are what the program draws today; `make pictures` draws them anew.
  @Test(arguments: ["dark", "light"]) func thePicturesAreNotStale(theme: String) throws {
    let folder = Self.root.appending(path: "docs/pictures")
    let list = try String(contentsOf: folder.appending(path: "pictures.txt"), encoding: .utf8)
    let rows = list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(!rows.isEmpty)
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    for row in rows {
      let name = "\(row[0])-\(theme).svg"
      let committed = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let outcome = try shell.run(
        all: ["picture"] + row.dropFirst() + ["--theme", theme, "-o", "-"])
      #expect(outcome.status == 0 && outcome.output == committed, "\(name): run 'make pictures'")
      #expect(readme.contains("docs/pictures/\(name)"))
    }
  }

  @Test func aPictureHoldsWhatIsOnTheScreen() throws {
    let text = shell.folder.path + "/x.txt"
    let outcome = try shell.run(
      "picture", shell.file("x.yaml", Samples.experiment), "--keys", "uu", "--size", "80x24", "-o",
      text)
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome)")
    let lines = try String(contentsOfFile: text, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 25 && lines.contains { $0.contains("update 2") })
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func asciiAndNoColorHoldInPictures() throws {
    let path = shell.folder.path + "/x.txt"
    let arguments = ["picture", "moons", "--glyphs", "ascii", "--no-color", "-o", path]
    #expect(try shell.run(all: arguments).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.contains("moons") && text.contains("update 0"))
  }

  /// Text, faint text, and the background of the whole.
  @Test func aPictureWithoutColorsHasNone() throws {
    let picture = try shell.run(all: ["picture", "moons", "--keys", "u", "--no-color", "-o", "-"])
    let colors = Set(picture.output.matches(of: /#[0-9a-f]{6}/).map { String($0.output) })
    #expect(colors.count <= 3, "\(colors)")
  }

  @Test func aThemeHoldsInPictures() throws {
    let pictures = try ["dark", "light"].map {
      try shell.run(all: ["picture", "xor", "--theme", $0, "-o", "-"]).output
    }
    #expect(pictures.allSatisfy { $0.hasPrefix("<svg") } && pictures[0] != pictures[1])
  }

  /// A second at the pace that a run begins with is ten updates; the vector picture writes what the text does.
  @Test func aVectorPictureIsADocument() throws {
    let arguments = ["picture", "moons", "--keys", "p<1s>", "-o"]
    let document = XMLParser(data: Data(try shell.run(all: arguments + ["-"]).output.utf8))
    let letters = Letters()
    document.delegate = letters
    #expect(document.parse(), "\(String(describing: document.parserError))")
    let path = shell.folder.path + "/x.txt"
    #expect(try shell.run(all: arguments + [path]).status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let status = try #require(lines.first { $0.contains("update 10 ") })
    #expect(status.contains("▶ 10 updates/s"))
    #expect(letters.text.contains(status.prefix { $0 != "▶" }.filter { !$0.isWhitespace }))
  }

  @Test func aFilmIsAnAsciicast() throws {
    let outcome = try shell.run("record", "xor", "--keys", "u<1s>u", "--size", "80x24", "-o", "-")
    let lines = try outcome.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let head = lines[0] as? [String: Any]
    #expect(head?["version"] as? Int == 2 && head?["width"] as? Int == 80)
    let events = lines.dropFirst().compactMap { $0 as? [Any] }
    #expect(events.count == 3 && events.allSatisfy { $0.count == 3 && $0[1] as? String == "o" })
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted() && times.count == 3)
    #expect((events[1][2] as? String)?.contains("update 1") == true)
  }

  @Test(arguments: [
    (["moons", "-o", "x.gif"], "ends in .svg, .txt, .ansi"),
    (["moons", "--lesson", "xor", "-o", "-"], "Give a file or a lesson, not both."),
    (["moons", "--at", "3", "-o", "-"], "--at needs --lesson."),
    (["--lesson", "xor", "--at", "99", "-o", "-"], "The lesson 'xor' has "),
    (["moons", "--size", "9x9", "-o", "-"], "120x40"),
    (["moons", "--keys", "<Nothing>", "-o", "-"], "<Nothing>"),
    (["moons", "-o", "/nowhere/x.svg"], "/nowhere/x.svg: The file cannot be written"),
  ])
  func whatIsWrongIsSaid(arguments: [String], words: String) throws {
    let outcome = try shell.run(all: ["picture"] + arguments)
    #expect(outcome.status != 0 && outcome.errors.contains(words), "\(outcome)")
  }
}

/// What a document writes, without its gaps.
private final class Letters: NSObject, XMLParserDelegate {
  private(set) var text = ""

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string.filter { !$0.isWhitespace }
  }
}
