extension TutorLanguage {
  static let french = TutorLanguage(
    code: "fr",
    sentences: [
      .goal: "But :", .goalShown: "But, comme montré :", .goalReached: "But atteint :",
      .goalReachedWithHint: "But atteint avec 1 indice :",
      .goalReachedWithHints: "But atteint avec # indices :",
      .hint: "Indice :", .hintsLeft: "h donne un indice (reste #)",
      .right: "Juste.", .rightAtSecond: "Juste, au second essai.",
      .notQuite: "Pas tout à fait.", .oneMoreTry: "Encore un essai.", .missed: "Manqué.",
      .wasSure: "Vous étiez sûr : regardez bien.", .passed: "Passé.",
      .notSure: "pas sûr", .typeANumber: "tapez un nombre",
      .typeAnAnswer: "t commence une réponse", .drawACurve: "les flèches dessinent, Entrée valide",
      .youSaid: "vous disiez #", .itIs: "c'est #", .youDrew: "votre courbe : #",
      .theRun: "l'essai : #", .withOwnData: "Avec les données de la leçon :",
      .ownData:
        "Le texte parle des données de la leçon ; les nombres qu'il lit sur un essai sont les vôtres.",
      .page: "page # sur #",
    ])
}
