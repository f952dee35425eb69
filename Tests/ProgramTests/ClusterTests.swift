import Foundation
import Testing

/// The recipes of the documentation for engines that spread a sweep, where such an engine is here: a part is killed on the way
/// and started again, and the merged table is that of one machine.
///
/// `Tests/slurm/start.sh` makes a Slurm cluster of this machine.
@Suite struct ClusterTests {
  private static let environment = [
    "PATH": "/usr/bin:/bin", "SLURM_CONF": ProcessInfo.processInfo.environment["SLURM_CONF"],
  ].compactMapValues { $0 }

  private static func succeeds(_ script: String) -> Bool {
    let outcome = try? Shell().run(
      all: ["-c", script], environment: environment, program: "/bin/sh")
    return outcome?.status == 0
  }

  private let shell: Shell

  /// Runs that are long enough to be killed.
  init() throws {
    shell = try Shell()
    try shell.file(
      "my.yaml", "data: {name: moons, samples: 60}\nhidden: [4]\nsteps: 200000\nholdout: 0.25\n")
  }

  /// The commands and scripts under a heading of the page.
  private func recipe(_ heading: String) throws -> [String] {
    let page = try String(
      contentsOf: DocumentationTests.folder.appending(path: "sweep-in-parts.md"), encoding: .utf8)
    let text = try #require(page.components(separatedBy: "### \(heading)\n").last)
    let section = text.components(separatedBy: "\n### ")[0]
    return section.matches(of: /(?ms)^```bash\n(.*?)^```$/).map { String($0.1) }
  }

  /// Runs commands where `downhill` is a script that hands on to the program.
  private func run(_ commands: String, downhill script: String = "") throws {
    let program = try shell.file(
      "downhill", "#!/bin/sh\n\(script)\nexec '\(Shell.program)' \"$@\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let start = """
      cd '\(shell.folder.path)'
      PATH=$PWD:$PATH
      fails() { if "$@"; then exit 1; fi; }

      """
    let outcome = try shell.run(
      all: ["-ec", start + commands], environment: Self.environment, program: "/bin/sh")
    #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
  }

  /// The rest of a recipe: its last line merges, and one machine says the same.
  private func compares(_ merge: Substring) -> String {
    """
    \(merge) --csv > merged.csv
    downhill sweep my.yaml --lr 0.1,1 --csv > whole.csv
    cmp merged.csv whole.csv
    """
  }

  @Test(.enabled(if: succeeds("sinfo -h -t idle | grep -q ."), "no Slurm node is idle here"))
  func aJobArrayIsTheSweep() throws {
    let blocks = try recipe("Slurm")
    try shell.file("sweep.sh", blocks[0])
    let lines = blocks[1].split(separator: "\n")
    let waits = "until [ -z \"$(squeue -h -n sweep.sh)\" ]; do sleep 1; done"
    try run(
      """
      \(lines[0])
      until [ -e part-2.jsonl ]; do sleep 0.1; done
      scancel $(squeue -h -r -n sweep.sh -o %F_%K | grep '_2$')
      \(waits)
      fails downhill merge part-*.jsonl
      \(lines[1])
      \(waits)
      \(compares(lines[2]))
      """)
  }

  @Test(.enabled(if: succeeds("command -v parallel"), "GNU parallel is missing here"))
  func partsInParallelAreTheSweep() throws {
    let lines = try recipe("GNU parallel")[0].split(separator: "\n")
    let killsOnce = """
      case "$*" in *"shard 2/8"*)
        if mkdir begun 2> /dev/null; then
          '\(Shell.program)' "$@" &
          until [ -s part-2.jsonl ]; do sleep 0.02; done
          kill -9 $!
          exit 137
        fi ;;
      esac
      """
    try run(
      """
      fails \(lines[0])
      fails downhill merge part-*.jsonl
      \(lines[1])
      \(compares(lines[2]))
      """, downhill: killsOnce)
  }
}
