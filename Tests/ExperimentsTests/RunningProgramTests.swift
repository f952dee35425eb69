import Platform
import Testing

/// Where the program stands when the system does not tell.
@Suite struct RunningProgramTests {
  @Test func itKnowsItsArguments() { #expect(RunningProgram.arguments == CommandLine.arguments) }

  @Test func aNameIsFoundAsAShellFindsIt() {
    let shell = RunningProgram.found(as: "/bin/sh", in: "")
    #expect(shell?.hasPrefix("/") == true)
    #expect(RunningProgram.found(as: "sh", in: "/nowhere:/bin:/usr") == shell)
    #expect(RunningProgram.found(as: "sh", in: "/nowhere") == nil)
    #expect(RunningProgram.found(as: "", in: "/bin") == nil)
  }
}
