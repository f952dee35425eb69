import Experiments
import Platform

/// The files that keep what was open in the playground, one a session, so that it can be gone on with whatever happens.
///
/// Nothing that goes wrong with them stops the program.
public struct SessionFolder: Sendable {
  /// Where they are, with a slash at the end; nil when there is no place for them.
  public let path: String?
  /// How many are kept.
  public static let most = 5
  private static let suffix = ".yaml"

  /// The folder `$XDG_STATE_HOME/downhill`, or `~/.local/state/downhill`.
  public init(environment: [String: String]) {
    path = UserFolder.state.path(of: "", environment: environment)
  }

  /// What was kept, the newest first, and a sentence for each that cannot be read; that is set aside, and nothing takes its
  /// place.
  public func load() -> (sessions: [Session], notes: [String]) {
    var (sessions, notes): ([Session], [String]) = ([], [])
    for name in names {
      guard let file = file(of: name) else { continue }
      do {
        var session = try Session(SourceText(path: file))
        session.id = name
        sessions.append(session)
      } catch { notes.append(Self.setAside(file)) }
    }
    return (Array(sessions.prefix(Self.most)), notes)
  }

  private static func setAside(_ path: String) -> String {
    let place =
      UserFolder.setAside(path).map { "it is kept as \($0)" }
      ?? "\(path) stands until another one is kept"
    return "What was open in the playground last cannot be read; \(place)."
  }

  /// The names of all sessions, the one that was written last first.
  private var names: [String] {
    let files = FileManager.default
    let found = path.flatMap { try? files.contentsOfDirectory(atPath: $0) } ?? []
    let names = found.filter { $0.hasPrefix(Session.prefix) && $0.hasSuffix(Self.suffix) }
      .map { String($0.dropLast(Self.suffix.count)) }
    func written(_ name: String) -> Date {
      let attributes = file(of: name).flatMap { try? files.attributesOfItem(atPath: $0) }
      return attributes?[.modificationDate] as? Date ?? .distantPast
    }
    return names.map { (name: $0, date: written($0)) }
      .sorted { ($0.date, $0.name) > ($1.date, $1.name) }.map(\.name)
  }

  private func file(of name: String) -> String? { path.map { $0 + name + Self.suffix } }

  /// Keeps a session beside the others, in place of itself and of the one that it goes on with; the oldest of too many goes.
  ///
  /// No two programs write the same file, so that both that go on with one session keep what is done in them.
  /// - Returns: a sentence when it cannot be kept.
  @discardableResult
  public func save(_ session: Session) -> String? {
    guard let path, let file = file(of: session.id) else { return nil }
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let isNew = !FileManager.default.fileExists(atPath: file)
    do throws(Diagnostic) {
      try SourceText(name: file, text: session.text).write(replacing: true)
    } catch {
      return "What is open here is not kept. \(file): \(error.message)"
    }
    if !session.replaces.isEmpty { forget(session.replaces) }
    if isNew { names.dropFirst(Self.most).forEach(forget) }
    return nil
  }

  private func forget(_ name: String) {
    file(of: name).map { try? FileManager.default.removeItem(atPath: $0) }
  }
}
