extension TutorLanguage {
  static let german = TutorLanguage(
    code: "de",
    sentences: [
      .goal: "Ziel:", .goalShown: "Ziel, wie gezeigt:", .goalReached: "Ziel erreicht:",
      .goalReachedWithHint: "Ziel erreicht mit 1 Tipp:",
      .goalReachedWithHints: "Ziel erreicht mit # Tipps:",
      .hint: "Tipp:", .hintsLeft: "h gibt einen Tipp (noch #)",
      .right: "Richtig.", .rightAtSecond: "Richtig, im zweiten Anlauf.",
      .notQuite: "Nicht ganz.", .oneMoreTry: "Noch einmal.", .missed: "Daneben.",
      .wasSure: "Du warst sicher: Schau genau hin.", .passed: "Übergangen.",
      .notSure: "nicht sicher", .typeANumber: "tippe eine Zahl",
      .typeAnAnswer: "t beginnt eine Antwort", .drawACurve: "Pfeile zeichnen, Enter gibt ab",
      .youSaid: "du sagtest #", .itIs: "es ist #", .youDrew: "deine Kurve: #",
      .theRun: "der Lauf: #", .withOwnData: "Mit den Daten der Lektion:",
      .ownData:
        "Der Text handelt von den Daten der Lektion; Zahlen, die er an einem Lauf abliest, sind deine.",
      .page: "Seite # von #",
    ])
}
