import Experiments
import Platform

/// The file that keeps what was open in the playground, so that it can be gone on with whatever happens.
///
/// Nothing that goes wrong with it stops the program.
public struct SessionFile: Sendable {
  /// Where it is; nil when there is no place for it.
  public let path: String?

  /// The file in `$XDG_STATE_HOME/downhill`, or in `~/.local/state/downhill`.
  public init(environment: [String: String]) {
    path = UserFolder.state.path(of: "playground.yaml", environment: environment)
  }

  /// What was kept last, nil when there is nothing, and a sentence when it cannot be read; then it is set aside, and nothing
  /// takes its place.
  public func load() -> (session: Session?, note: String?) {
    guard let path, FileManager.default.fileExists(atPath: path) else { return (nil, nil) }
    do { return (try Session(SourceText(path: path)), nil) } catch {
      let kept = UserFolder.setAside(path)
      let place = kept.map { "it is kept as \($0)" } ?? "\(path) stands until another one is kept"
      return (nil, "What was open in the playground last cannot be read; \(place).")
    }
  }

  /// Keeps a session in place of the last one.
  /// - Returns: a sentence when it cannot be kept.
  @discardableResult
  public func save(_ session: Session) -> String? {
    guard let path else { return nil }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do throws(Diagnostic) {
      try SourceText(name: path, text: session.text).write(replacing: true)
    } catch {
      return "What is open here is not kept. \(path): \(error.message)"
    }
    return nil
  }
}
