import Experiments
import Platform

/// The file that keeps the learner's progress.
///
/// Nothing that goes wrong with it stops the program.
public struct ProgressFile: Sendable {
  /// Where it is; nil when there is no place for it.
  public let path: String?
  private var isKept = true
  /// What the file held when it was read: what has not changed since is another program's to say.
  private var loaded = LearnerProgress()

  /// The most bytes that a file of progress can have; one of all lessons has fifty thousand or so.
  private static let sizeLimit = 1_000_000

  /// The version of the file's form.
  static let version = 1

  /// A file at a place.
  public init(path: String?) { self.path = path }

  /// The file in `$XDG_STATE_HOME/downhill`, or in `~/.local/state/downhill`.
  public init(environment: [String: String]) {
    path = UserFolder.state.path(of: "progress.json", environment: environment)
  }

  /// The progress so far, and a sentence when something is to be said about it.
  public mutating func load() -> (progress: LearnerProgress, note: String?) {
    switch content {
    case .nothing: return (LearnerProgress(), nil)
    case .progress(let progress):
      loaded = progress
      return (progress, nil)
    case .damage: return (LearnerProgress(), setAside(path ?? ""))
    case .obstacle(let words):
      isKept = false
      return (LearnerProgress(), "Progress is not kept this time: \(path ?? "") \(words).")
    }
  }

  /// What is wrong with the file that is there, as the next start will find it; nil where nothing is.
  public var problem: String? {
    switch content {
    case .nothing, .progress: nil
    case .damage: "is damaged: the next start keeps it under another name and begins anew"
    case .obstacle(let words): "\(words): nothing is kept"
    }
  }

  /// What is found at the file's place.
  private enum Content {
    case nothing
    case progress(LearnerProgress)
    case damage
    /// What keeps it from being read and written, in a few words.
    case obstacle(String)
  }

  private var content: Content {
    guard let path, FileManager.default.fileExists(atPath: path) else { return .nothing }
    guard !Folder.isStream(path), let data = FileManager.default.contents(atPath: path) else {
      return .obstacle("cannot be read")
    }
    guard data.count <= Self.sizeLimit else { return .damage }
    guard Self.version(of: data) ?? 0 <= Self.version else {
      return .obstacle("is from a newer version")
    }
    let stored = try? JSONDecoder().decode(StoredProgress.self, from: data)
    return stored.map { .progress($0.progress) } ?? .damage
  }

  /// Writes the progress beside the file and puts it in its place at once; a sentence when that fails.
  ///
  /// What a second program has written there by now is kept as well, in the same lesson too.
  public func save(_ progress: LearnerProgress) -> String? {
    guard isKept else { return nil }
    guard let path else { return write(progress) }
    return FileLock.holding("\(path).lock") {
      let data = FileManager.default.contents(atPath: path)
      // A newer program may have written the file by now.
      guard data.flatMap(Self.version) ?? 0 <= Self.version else { return nil }
      return write(merged(progress, data))
    }
  }

  private func write(_ progress: LearnerProgress) -> String? {
    guard let path else { return "Progress is not kept: HOME is not set." }
    let file = URL(fileURLWithPath: path)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try encoder.encode(StoredProgress(progress)).write(to: file, options: .atomic)
      return nil
    } catch { return "Progress cannot be kept in \(path): \(SourceText.obstacle(error))." }
  }

  /// Forgets what was done in lessons, and nothing else; a sentence when that fails.
  public mutating func forget(_ lessons: Set<String>) -> String? {
    let (kept, note) = load()
    guard note == nil else { return note }
    var progress = kept
    progress.forget(lessons)
    loaded = progress
    return write(progress)
  }

  /// The version of a file, whatever else is in it; nil where it says none.
  private static func version(of data: Data) -> Int? {
    struct Head: Decodable { let version: Int }
    return (try? JSONDecoder().decode(Head.self, from: data))?.version
  }

  /// The progress with what the file holds by now.
  private func merged(_ progress: LearnerProgress, _ data: Data?) -> LearnerProgress {
    guard let data, let stored = try? JSONDecoder().decode(StoredProgress.self, from: data)
    else { return progress }
    var result = progress
    result.records.merge(stored.progress.records) { mine, _ in mine }
    for (lesson, theirs) in stored.progress.records {
      guard let mine = progress.records[lesson] else { continue }
      result.records[lesson] = mine.merged(with: theirs, since: loaded.record(of: lesson))
    }
    return result
  }

  /// Keeps a damaged file under another name.
  private mutating func setAside(_ path: String) -> String {
    if let kept = UserFolder.setAside(path) {
      return "The progress file was damaged; it is kept as \(kept)."
    }
    isKept = false
    return "Progress is not kept this time: \(path) is damaged and cannot be set aside."
  }
}

/// LearnerProgress as the file has it.
private struct StoredProgress: Codable {
  let version: Int
  let current: String?
  let lessons: [String: LearnerProgress.Record]

  init(_ progress: LearnerProgress) {
    version = ProgressFile.version
    current = progress.current
    lessons = progress.records
  }

  var progress: LearnerProgress {
    var progress = LearnerProgress()
    progress.current = current
    progress.records = lessons.filter { $0.value.page >= 0 }
    return progress
  }
}
