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

  /// What was kept last; nil when there is nothing, or nothing that can be read.
  public func load() -> Session? {
    guard let path, let source = try? SourceText(path: path) else { return nil }
    return try? Session(source)
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
