import Platform

/// A folder of the user's own that the program keeps files in, by the XDG base directory specification.
public struct UserFolder: Sendable {
  /// The variable that names the folder above it.
  let variable: String
  /// Where that is when the variable says nothing, below the home.
  let usual: String

  /// What the program keeps by itself: `$XDG_STATE_HOME/downhill`, or `~/.local/state/downhill`.
  public static let state = UserFolder(variable: "XDG_STATE_HOME", usual: ".local/state")
  /// What the user writes: `$XDG_CONFIG_HOME/downhill`, or `~/.config/downhill`.
  public static let configuration = UserFolder(variable: "XDG_CONFIG_HOME", usual: ".config")

  /// The path of a file in it; nil where there is no home.
  ///
  /// A variable that is no absolute path counts as none.
  public func path(of file: String, environment: [String: String]) -> String? {
    if let folder = environment[variable], folder.hasPrefix("/") {
      return "\(folder)/downhill/\(file)"
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return home.map { "\($0)/\(usual)/downhill/\(file)" }
  }

  /// Keeps a damaged file under another name beside it; nil where that cannot be done.
  public static func setAside(_ path: String) -> String? {
    let files = FileManager.default
    let free = (1...99).lazy.map { "\(path).damaged-\($0)" }.first { !files.fileExists(atPath: $0) }
    guard let free, (try? files.moveItem(atPath: path, toPath: free)) != nil else { return nil }
    return free
  }

  /// Takes away what writing left in it when the program was killed in the middle of that: files of the system's own for
  /// writing, an hour old, so that none of another program that is just writing goes.
  public func removeLeftovers(environment: [String: String]) {
    guard let folder = path(of: "", environment: environment) else { return }
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(".dat.nosync") {
      let file = folder + name
      let written = (try? files.attributesOfItem(atPath: file))?[.modificationDate] as? Date
      if let written, written.timeIntervalSinceNow < -3600 { try? files.removeItem(atPath: file) }
    }
  }
}
