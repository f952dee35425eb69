import CArguments

/// The program that runs.
package enum RunningProgram {
  /// What it was started as, and with.
  package static var arguments: [String] {
    guard var next = downhillArguments() else { return CommandLine.arguments }
    var texts: [String] = []
    while let text = next.pointee {
      texts.append(String(cString: text))
      next += 1
    }
    return texts
  }

  /// Where it stands, links followed; nil where nothing tells.
  package static var path: String? {
    #if os(Linux)
      // In a bare chroot there is no /proc: there the way that it was started is all there is.
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? found(
          as: arguments.first ?? "",
          in: getenv("PATH").map { String(cString: $0) } ?? "")
    #else
      Bundle.main.executableURL?.resolvingSymlinksInPath().path
    #endif
  }

  /// The file that a shell starts for a name, links followed; nil where there is none.
  package static func found(as name: String, in folders: String) -> String? {
    guard !name.isEmpty else { return nil }
    let files =
      name.contains("/") ? [name] : folders.split(separator: ":").map { "\($0)/\(name)" }
    guard let file = files.first(where: { access($0, X_OK) == 0 }), let path = realpath(file, nil)
    else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
