/// The program that runs.
package enum RunningProgram {
  /// Where it stands, links followed; nil where the system does not tell.
  package static var path: String? {
    #if os(Linux)
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      Bundle.main.executableURL?.resolvingSymlinksInPath().path
    #endif
  }
}
