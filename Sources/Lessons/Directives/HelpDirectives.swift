extension Directive {
  static let hint: Directive = Directive(
    "hint",
    help: "Help towards a goal or an answer, in words; several are levels, the gentlest first",
    read: { block, page in
      let blocks = block.blocks
      page.hints.append(blocks)
      if blocks.isEmpty { block.diagnose("The hint is empty.") }
    },
    demands: { page in
      page.count(goal) + page.count(ask) + page.count(fade) > 0
        ? [] : ["A hint needs a goal or a question in the same page."]
    })

  static let solution: Directive = Directive(
    "solution", act.fields,
    help: "What reaches the goal, with the keys of `do`; the check proves it",
    read: { block, page in
      block.yaml(DoParser(context: block.context).action).map { page.solution.append($0) }
    },
    demands: { page in
      [
        page.count(goal) == 0 ? "A solution needs a goal in the same page." : nil,
        page.solution.contains { !$0.dials.isEmpty }
          ? "A dial stands in a 'do' block: a solution takes 'experiment' for a turn." : nil,
      ].compactMap(\.self)
    })

  static let note: Directive = Directive(
    "note", help: "A word to other authors, never shown", read: { _, _ in })
}
