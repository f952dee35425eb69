import Experiments
import NeuralNetwork

/// The completions of a shell, as the parser of the command line writes them, but for three things: it adds a 'help' of its own to every
/// program, whose rules come last, offer nothing, and would take the place of ours; bash and zsh have a space follow the '=' of
/// `hidden=`; and where a file may be a data set's name it knows of files alone.
enum CompletionScript {
  /// A script that is mended; any other text as it is.
  static func mended(_ text: String) -> String {
    (joiningValues + offeringNames).reduce(withoutSecondHelp(text)) {
      $0.replacing($1.line, with: $1.better)
    }
  }

  private static func withoutSecondHelp(_ text: String) -> String {
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

  /// What offers data sets beside files in bash, in zsh and in fish.
  private static let offeringNames: [(line: String, better: String)] = {
    let (endings, names) = (InputFile.fileExtensions, NamedDataset.names)
    let bash =
      "__downhill_add_completions -o plusdirs -fX '!*.@(\(endings.joined(separator: "|")))'\n"
    let patterns = endings.map { "*.\($0)" }.joined(separator: " ")
    let zsh = "_files -g '\\''\(patterns)'\\''"
    let fish = "(set -l exts \(endings.map { "\\'\($0)\\'" }.joined(separator: " "));"
    let words = names.joined(separator: " ")
    return [
      (
        bash,
        "\(bash)        __downhill_add_completions -W '\(names.joined(separator: "'$'\\n''"))'\n"
      ),
      (
        zsh,
        "_alternative '\\''files:file:_files -g \"\(patterns)\"'\\'' '\\''names:data set:(\(words))'\\''"
      ),
      (fish, "(printf %s\\n \(words);\(fish.dropFirst())"),
    ]
  }()

  /// What lets a value follow its key at once, in bash and in zsh; fish does so by itself.
  private static let joiningValues = [
    (
      line: "    done < <(IFS=$'\\n' compgen \"${@}\" -- \"${cur}\")\n",
      better: """
          done < <(IFS=$'\\n' compgen "${@}" -- "${cur}")
          if [[ "${COMPREPLY[*]}" == *= ]]; then compopt -o nospace +o filenames 2> /dev/null; fi

      """
    ),
    (
      line: "    _describe -V '' non_empty_completions -- ",
      better: """
          local -a suffix=()
          if [[ "${1}" == *= ]]; then suffix=(-S ''); fi
          _describe -V '' non_empty_completions "${suffix[@]}" -- \

      """
    ),
  ]
}
