import Testing

@testable import Lessons

/// What an author reads who has written something wrong: the place, and what would be right.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("choices: [up]\nanswer: up\nbecause: So.", "48:10: Give two choices or more."),
    ("choices: [up, up]\nanswer: up\nbecause: So.", "48:10: A choice is given twice."),
    ("choices: up\nanswer: up\nbecause: So.", "48:10: Expected a list of choices, but found 'up'."),
    (
      "choices: [up, down]\nanswer: dawn\nbecause: So.",
      "49:9: There is no choice called 'dawn'. Did you mean 'down'?"
    ),
    ("choices: [up, down]\nbecause: So.", "47:1: An 'ask' block with choices needs 'answer'."),
    ("choices: [up, down]\nanswer: up", "47:1: An 'ask' block with an answer needs 'because'."),
    (
      "choices: [a, b, c, d, e, f, g, h, i]\nanswer: a\nbecause: So.",
      "48:10: Too many: 9 items, but 8 at most."
    ),
    (
      "choices: [up, down]\nanswer: up\nbecause: So.\nwrong: {up: No.}",
      "51:9: This is the right answer."
    ),
    (
      "choices: [up, down]\nanswer: up\nbecause: So.\nwrong: {dwn: No.}",
      "51:9: There is no choice called 'dwn'. Did you mean 'down'?"
    ),
    ("because: So.\nwrong: {5: No.}", "49:9: A free question has no wrong answers."),
    (
      "answer: 3\ntolerance: -1\nbecause: So.",
      "49:12: A tolerance is 0 or more, but this is '-1.0'."
    ),
    (
      "answer: wx\ntolerance: 1\nbecause: So.", "48:9: There is no quantity 'wx'. Did you mean 'w'?"
    ),
    ("anwser: 3\nbecause: So.", "48:1: An 'ask' block has no key 'anwser'. Did you mean 'answer'?"),
    (
      "answer: w\ntolerence: 0.05\nbecause: So.",
      "49:1: An 'ask' block has no key 'tolerence'. Did you mean 'tolerance'?"
    ),
    ("answer: w\nbecause: So.", "48:9: An answer that is a quantity needs 'tolerance'."),
    (
      "answer: w\nafter: 1 update\ntolerance: 0.05\nbecause: So.\nproof: w =",
      "52:8: 'w =' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."
    ),
    (
      "answer: w\nafter: sometime\ntolerance: 0.05\nbecause: So.", "49:8: 'sometime' leads nowhere."
    ),
  ])
  func aQuestion(written: String, answer: String) throws {
    try expect(
      answer, for: written,
      inPlaceOf:
        Samples.askedNumber
    )
  }

  @Test(arguments: [
    (
      "reach: w > 1\nwithin: 0",
      "60:9: Expected a number of updates from 1 to 1000000000, but found '0'."
    ),
    ("reach: w > 1\nwithin: soon", "60:9: Expected a number of updates, but found 'soon'."),
    ("reech: w > 1", "59:1: A 'goal' block has no key 'reech'. Did you mean 'reach'?"),
    ("reach: [w]", "59:8: Expected a condition, but found a list."),
    (
      "reach: w > ",
      "59:8: 'w >' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."
    ),
    ("reach: and", "59:8: Write a condition such as 'loss < 0.001'."),
    ("reach: w ≈ loss", "59:8: 'w ≈ loss' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'."),
    ("reach: w ≈ 2 ± -1", "59:8: 'w ≈ 2 ± -1' needs a tolerance: 'layer1.w[1,1] ≈ 2 ± 0.01'."),
    ("reach: w < 1e999", "59:8: The number '1e999' is too large."),
    ("reach: v < 1", "59:8: There is no quantity 'v'. Examples: loss"),
    (
      "reach: layer3.w[1,1] < 1",
      "59:8: There is no layer3.w[1,1] here: the network has the shape [1, 1]."
    ),
    ("reach: w < 1", "59:8: The goal 'w < 1' is reached before the learner does anything."),
    (
      "reach: w > 99 and update <= 2",
      "59:8: The solution does not reach the goal: after update 1, w is 2.0 and update is 1.0."
    ),
  ])
  func aGoal(written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: "reach: w ≈ 2 ± 0.001 and update <= 2")
  }

  @Test(arguments: [
    ("- goo: start", "68:3: A 'do' block has no key 'goo'. Did you mean 'go'?"),
    (
      "- go: start",
      "59:8: The solution does not reach the goal: after update 0, w is 0.0 and update is 0.0."
    ),
    ("- go: [start]", "68:7: Expected a way such as '3 updates', but found a list."),
  ])
  func aSolution(written: String, answer: String) throws {
    try expect(
      answer, for: written, inPlaceOf: "- go: start\n  set: {learning_rate: 1}\n- go: 1 update")
  }

  @Test(arguments: [
    ("go: 0 updates", "79:5: '0 updates' leads nowhere."),
    ("go: -1 updates", "79:5: '-1 updates' leads nowhere."),
    ("go: back 1", "79:5: 'back 1' leads nowhere."),
    ("go: back 0 updates", "79:5: 'back 0 updates' leads nowhere."),
    ("go: forward layer 0", "79:5: 'forward layer 0' leads nowhere."),
    ("go: forward layer 1 2", "79:5: 'forward layer 1 2' leads nowhere."),
    ("go: update x", "79:5: 'update x' leads nowhere."),
    ("go: until loss < 0.1 within soon", "79:5: 'loss < 0.1 within soon' leads nowhere."),
    (
      "go: until loss within 5 updates",
      "79:5: 'loss' is not a condition: write one such as 'loss < 0.001' or 'update == 3'."
    ),
    ("go: stop within 5 epochs", "79:5: 'stop within 5 epochs' leads nowhere."),
    ("go: epoch -1", "79:5: 'epoch -1' leads nowhere."),
    ("go: 3 parsecs", "79:5: '3 parsecs' leads nowhere."),
    ("go: until lss < 1", "79:5: There is no quantity 'lss'. Did you mean 'loss'?"),
    ("set: {w: much}\ngo: 3 updates", "79:10: Expected a number, but found 'much'."),
    ("set: {w2: 1}\ngo: 3 updates", "79:7: Nothing is called 'w2' here. Did you mean 'w'?"),
    (
      "set: {layers: []}\ngo: 3 updates",
      "79:7: 'layers' decides how a run begins: changing it takes a new run (↻), 'experiment' in a lesson."
    ),
    (
      "set: {seed: 4}\ngo: 3 updates",
      "79:7: 'seed' decides how a run begins: changing it takes a new run (↻), 'experiment' in a lesson."
    ),
    (
      "set: {learning_rate: fast}\ngo: 3 updates",
      "79:22: Expected a learning rate, but found 'fast'."
    ),
    ("set: 5\ngo: 3 updates", "79:6: 'set' is a group of keys, 'key: value', but this is '5'."),
    (
      "panels: [dota]\ngo: 3 updates",
      "79:10: There is no panel called 'dota'. Did you mean 'data'?"
    ),
    ("panels: data\ngo: 3 updates", "79:9: Expected a list of panels, but found 'data'."),
    (
      "select: layer1.w[2,1]\ngo: 3 updates",
      "79:9: There is no layer1.w[2,1] in a network of shape [1, 1]."
    ),
    (
      "reset: everything\ngo: 3 updates",
      "79:8: There is no reset called 'everything'. Known: run, lesson."
    ),
    ("prune: 2\ngo: 3 updates", "79:8: A share lies between 0 and 1."),
    (
      "experiment: {loss: msee}\ngo: 3 updates",
      "79:20: There is no loss called 'msee'. Did you mean 'mse'?"
    ),
    (
      "experiment: xor\ngo: 3 updates",
      "79:13: 'experiment' is a group of keys, 'key: value', but this is 'xor'."
    ),
    ("survey: {runs: 5}\ngo: 3 updates", "79:9: 'survey' needs 'seeds'."),
    (
      "jump: 3\ngo: 3 updates",
      "79:1: A 'do' block has no key 'jump'. Known: reset, go, set, experiment, compare, dial, survey, prune, focus, seal, panels, scale, select, expect."
    ),
  ])
  func aMoveOrAChange(written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: "go: 3 updates")
  }

  @Test(arguments: [
    ("w: 1", "24:6: Expected w = 1, but w is 0.0."),
    (
      "w: much",
      "24:6: There is no quantity 'much'. Examples: loss, layer1.z[1], layer1.w[1,1].grad."
    ),
    (
      "loss: {value: 0.7, tolerence: 0.05}",
      "24:22: A claim has no key 'tolerence'. Did you mean 'tolerance'?"
    ),
    ("loss: {tolerance: 0.05}", "24:9: A claim needs 'value'."),
    ("loss: \"< 0.5\"", "24:9: Expected loss < 0.5, but loss is 2.0."),
    ("lass: 1", "24:3: There is no quantity 'lass'. Did you mean 'loss'?"),
  ])
  func aClaim(written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: "w: 0\n  loss: 2.0")
  }

  @Test(arguments: [
    ("minutes: 0", "5:10: Expected minutes from 1 to 600, but found '0'."),
    ("minutes: many", "5:10: Expected minutes, but found 'many'."),
  ])
  func minutes(written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: "minutes: 7")
  }

  @Test(arguments: [
    ("panels: [data, data]", "15:16: The panel 'data' is listed twice."),
    ("panels: data", "15:9: Expected a list of panels, but found 'data'."),
  ])
  func thePanels(written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: "panels: [data, parabola, loss]")
  }

  @Test(arguments: [
    (
      "question: How large is *w* after one more update?", "questoin: How large?",
      "47:1: An 'ask' block has no key 'questoin'. Did you mean 'question'?"
    ),
    (
      "- {label: slow, learning_rate: 0.1}", "- {label: slow, learning_rat: 0.1}",
      "77:19: A run of a comparison has no key 'learning_rat'. Did you mean 'learning_rate'?"
    ),
    ("title: A line that learns", "title: ''", "3:8: Expected some text, but found ''."),
    (
      "summary: One weight walks down a parabola.\n", "",
      "2:1: The head of a lesson needs 'summary'."
    ),
    ("format: 1", "format: one", "2:9: Expected a format number, but found 'one'."),
    ("loss: mse", "loss: mce", "11:9: There is no loss called 'mce'. Did you mean 'mse'?"),
    (
      "learning_rate: 0.4", "learning_rate: -0.4",
      "12:3: The learning rate is -0.4: choose a finite number that is not negative."
    ),
    ("## Guess\n", "## \n", "44:1: Give the page a heading."),
    (
      "```hint\nMake the learning rate larger with `+`.\n```", "```hint\n```",
      "63:1: The hint is empty."
    ),
  ])
  func headsAndBlocks(right: String, written: String, answer: String) throws {
    try expect(answer, for: written, inPlaceOf: right)
  }

  private func expect(_ answer: String, for written: String, inPlaceOf right: String) throws {
    let messages = try Samples.messages(replacing: right, with: written)
    let first = try #require(messages.first, "nothing is said of '\(written)'")
    #expect(first.hasPrefix("01-line.md:" + answer), "\(first)")
  }
}
