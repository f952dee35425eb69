/// The characters that drawings use; what one means depends on the panel, and the key L lists those of the present screen.
extension GlossaryTerm {
  static let signs = [
    sign(
      "line of time", ["●", "━", "─", "┼"],
      "Above the status: ● is where the run stands, ━ the way it came, ─ what was seen before going back, ┼ a change on "
        + "the way."),
    sign(
      "playing", ["▶"],
      "The run trains by itself, or the run that the keys act on, or the line that is selected."),
    sign(
      "curve", ["───", "▁", "▂", "▃", "▄", "▅", "▆", "▇"],
      "A value over the updates or over a parameter; the label beside it says of which run."),
    sign(
      "tab of a name", ["▌"],
      "Before a name beside curves: it has the color of its curve, which ends at a head elsewhere."),
    sign(
      "mark of a change", ["┊", "│"],
      "Upright lines: here something was changed, or the marks of a scale."),
    sign("bar", ["█"], "A number as a length; bars beside each other share one scale."),
    sign(
      "not yet", ["·"],
      "A number that the walk through the step has not come to, or that a question asks for."),
    sign(
      "right", ["✓"],
      "A question is answered right, a goal is reached, a check passes, or a class is told right."),
    sign(
      "told wrong", ["✗"],
      "A question that was missed, a sample that is taken for another class, or a check that fails."
    ),
    sign(
      "passed", ["–"],
      "At the end of a lesson: a question that was passed without a guess. Between numbers: from the one to the other."
    ),
    sign("open goal", ["◇"], "A goal that waits to be reached, by keys of your own."),
    sign("shown goal", ["◆"], "A goal whose solution was shown."),
    sign(
      "a new run begins", ["↻"],
      "Beside a setting: another value of it begins the run anew; without the sign it changes the run under way."
    ),
    sign("puts out nothing", ["†"], "Beside a unit: it puts out 0 for every sample."),
    sign("flat", ["‡"], "Beside a unit: it is saturated."),
    sign("above 0", ["+"], "A number or a class above 0."),
    sign("below 0", ["−", "-"], "A number below 0."),
    sign(
      "beside the shown", ["o", "○"],
      "Where a parameter was before; among the data a class, or a target that is held out."),
    sign(
      "mark of a target", ["■"],
      "Among the data: what an output should be; it stands high or low in its row."),
    sign(
      "selected unit", ["↓"], "Over weights in cells: this column leads into the selected unit."),
    sign(
      "taken for", ["→"], "Between two classes: a sample of the first is taken for the second."),
    sign("the guess", ["◂", "<"], "The class with the largest output, where another one is true."),
    sign(
      "percent", ["%"],
      "A share of a hundred, such as a probability or of how many samples something is true."),
    sign("your guess", ["?"], "Where you took a number to be, where a page asks for it."),
    sign("no number", ["!"], "A value beyond all numbers, or none: the run has diverged."),
    sign("spread", ["±"], "The standard deviation: how far numbers lie from their mean."),
    sign(
      "interval", ["(49–94)"],
      "Beside a share: in 95 of 100 surveys the true share is between the two, in percent."),
    sign(
      "texture", ["░", "▒", "▓"],
      "Without colors: the denser, the more. Strokes such as - stand for less than nothing."),
    sign("times", ["×"], "This line times the line above it."),
    sign(
      "divided by", ["÷"],
      "Beside a layer: its gradient is this many times smaller than the next layer's; × where it is larger."
    ),
    sign(
      "undecided", ["~"],
      "In a gradient check a bend of the loss between both sides, where the difference proves nothing."
    ),
    sign("present update", ["▲"], "Below a map of layers and updates: where the run stands."),
    sign(
      "cut bar", ["◀", "▶"],
      "At the end of a bar: its number lies beyond the scale, ◀ below it and ▶ above it."),
    sign(
      "dots", ["⣿"],
      "Curves, points and filled places, drawn with dots that are finer than letters."),
    sign(
      "more", ["↑", "↓", "▼"],
      "There is more above or below than is shown; in a chart, what lies beyond its edge."),
    sign("becomes", ["←"], "In a formula: what stands left takes the value of what stands right."),
    sign(
      "veil", ["┌", "┐", "└", "┘"],
      "Corners around a picture that waits for your guess, as it would tell the answer."),
    sign("about", ["≈"], "Equal up to rounding, or up to what stands behind ±."),
    sign("comparison of numbers", ["≤", "≥", "≠"], "At most, at least, and not equal."),
    sign("root", ["√"], "The number that gives this one when it is multiplied by itself."),
    sign("half", ["½"], "One half, as in half the mean squared error."),
    sign(
      "sum", ["Σ"],
      "All that follows, added up: over the samples, the outputs or the inputs of a unit."),
    sign(
      "difference", ["Δ"],
      "How much something changes, such as ΔW: what an update adds to the weights."),
    sign(
      "infinite", ["∞"], "Beyond all numbers: the run has diverged, or nothing limits a setting."),
    sign(
      "epsilon", ["ε"],
      "A very small number that is added below a fraction, so that nothing is divided by 0."),
    sign("prime", ["′"], "The slope of a function: f′ is how steep f is."),
    sign(
      "predicted value", ["ŷ"], "What other books call an output, where they call the target y."),
    sign(
      "length of a gradient", ["µm", "nm", "pm", "mm", "cm", "km"],
      "The gradient of a layer as a length, as if that of the last layer were one meter."),
    sign(
      "shape", ["1-32-32-1", "2-4-1"],
      "How many units each layer of a network has, from the inputs to the outputs."),
    sign(
      "cell of a map", ["1x3 a cell", "a cell"],
      "In a map of many weights: so many across and down share a cell, which shows the largest."),
    sign(
      "orange", ["yellow", "brown"],
      "Above 0: a weight, an output, a place that the network takes for class 1; the second of several runs."
    ),
    sign(
      "blue", [],
      "Below 0, as orange is above; the first of several runs."
    ),
    sign("green", [], "Right: an answer, a class, a goal; the third of several runs."),
    sign(
      "pink", ["magenta", "purple"],
      "Something to look at, such as what the diagnosis names, mistakes in a confusion matrix, or your guess."
    ),
    sign(
      "red", [],
      "Nothing is red but, on terminals with eight colors and a light ground, what is orange elsewhere."
    ),
    sign(
      "cyan", ["teal"], "What the last step has found out, what is selected, and what answers you."),
    sign("gray", ["grey"], "Labels, and what was seen before going back."),
  ]

  private static func sign(_ name: String, _ symbols: [String], _ meaning: String) -> GlossaryTerm {
    GlossaryTerm(name, .sign, symbols: symbols, meaning)
  }
}
