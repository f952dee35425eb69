/// The completions of a shell, as the parser of the command line writes them, without one thing: it adds a 'help' of its own to every
/// program, whose rules come last, offer nothing, and would take the place of ours.
enum CompletionScript {
  /// A script without the second 'help'; any other text as it is.
  static func mended(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let ours = lines.firstIndex(of: start)
    var isSecond = false
    return lines.indices.filter { index in
      if lines[index] == start, index != ours { isSecond = true }
      defer { if lines[index] == "}" { isSecond = false } }
      return !isSecond && !lines[index].contains("Show subcommand help information.")
    }.map { lines[$0] }.joined(separator: "\n")
  }

  /// How the rules of 'help' begin in bash and zsh.
  private static let start: Substring = "_downhill_help() {"
}
