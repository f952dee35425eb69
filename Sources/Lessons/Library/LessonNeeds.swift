import Experiments
/// Which lesson builds on which: read from the heads of their files alone.
struct LessonNeeds {
  /// Where lessons are looked for: beside one another, in a folder that is named, then among the program's own.
  private let folders: [String]

  /// The needs of lessons in a folder, which may build on those of another one and on the program's own, too.
  init(folder: String, library: String? = nil) {
    let own = try? LessonLibrary.folder(given: nil, environment: [:])
    folders = [folder] + [library, own].compactMap { $0 }
  }

  /// The ids of all lessons that can be needed.
  var ids: [String] { files.keys.sorted() }

  /// Everything that lessons build on, themselves included; what is not at hand leads nowhere.
  func foundation(of ids: [String]) -> Set<String> {
    let files = files
    var found: Set<String> = []
    var open = ids
    while let id = open.popLast() {
      guard let path = files[id], found.insert(id).inserted else { continue }
      open += Self.needs(path)
    }
    return found
  }

  private var files: [String: String] {
    var paths: [String: String] = [:]
    for folder in folders {
      for file in (try? Folder.files(in: folder)) ?? [] {
        guard let name = LessonName(file: file), name.language == nil, paths[name.id] == nil else {
          continue
        }
        paths[name.id] = "\(folder)/\(file)"
      }
    }
    return paths
  }

  /// What a file's head says that it needs; nothing where it cannot be read.
  private static func needs(_ path: String) -> [String] {
    guard let source = try? SourceText(path: path), let parts = LessonParts(source),
      let root = YAMLSource(source).root(of: parts.head)
    else { return [] }
    return root.member("needs")?.items()?.compactMap(\.scalarText) ?? []
  }
}
