extension HelpTopic {
  static let environment = HelpTopic(
    name: "environment", summary: "the variables that the program heeds",
    sections: {
      [
        Section(
          title: "Environment", heads: ("variable", "what it decides"),
          rows: [
            ("ACCESSIBLE", "Set to anything: lines of text in place of a screen, as `--plain`"),
            ("NO_COLOR", "Set to anything: no colors, as `--color never`"),
            ("COLORFGBG", "Whether the background is light, where the terminal does not say"),
            ("TERM", "The terminal's type"),
            ("LC_ALL, LANG", "Whether the terminal takes UTF-8, and the language of lessons"),
            (
              "XDG_STATE_HOME",
              "The folder above `downhill/`, which keeps progress; else `~/.local/state`"
            ),
            ("XDG_CONFIG_HOME", "The folder above `downhill/config.yaml`; else `~/.config`"),
            ("DOWNHILL_LESSONS", "The folder of lessons, as `--lessons`"),
            ("DOWNHILL_DATA", "The folder of the data sets that come with the program"),
            (
              "DOWNHILL_KERNELS",
              "baseline, avx2 or avx512: the arithmetic to use; all give the same bits"
            ),
          ])
      ]
    })

  static let exitCodes = HelpTopic(
    name: "exit-codes", summary: "what the number says that a command ends with",
    sections: {
      [
        Section(
          title: "Exit codes", heads: ("code", "what it says"),
          rows: [
            ("0", "Done. A run that diverges is a result, not a failure"),
            (
              "1",
              "Something is wrong with a file, its contents or a claim; standard error says what"
            ),
            ("64", "The command line cannot be understood; standard error says why"),
            ("130", "^C; what was done until then has been printed where the command says so"),
          ])
      ]
    })
}
