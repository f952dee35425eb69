#!/usr/bin/env python3
"""Measures the trainer against other programs that do the same work, and what the screens cost; prints tables.

  bench.py [--rounds N] [--seconds S] [--only train|screen|classroom]

Training: every program runs the same updates in float64, in interleaved rounds; a ratio is taken within a round, and
the median over the rounds is shown. One-thread programs are timed in processor seconds of their loop. Besides plain C
(plain.c), which is compiled here, the programs in the folder PEER_BUILD are run where they are: ceiling_f64 (C written
for each shape), and fann_f64. Screen: through a pseudo-terminal, with the release build of the program.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

import classroom
import data
import screen

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(os.path.dirname(HERE), ".build")
OURS = os.path.join(BUILD, "release", "contender")
DATA = os.path.join(os.environ.get("PEER_BUILD") or BUILD, "data")
# What the goals allow, against the fastest C program on one thread; ours is on one too, but for w6.
GOALS = {"w1": 2.5, "w2": 2.5, "w3": 2.5, "w4": 1.3, "w5": 1.3, "w6": 4, "w7": 1.3}
WIDE = {"w8-%d" % width: 1.3 if width <= 256 else 1.5 for width in data.WIDTHS}


def peers():
    """Name, command up to the workload, threads."""
    found = [("downhill", [OURS], 1)]
    plain = os.path.join(BUILD, "plain")
    compiled = subprocess.run(
        [os.environ.get("CC", "cc"), "-O3", "-march=native", "-ffast-math", os.path.join(HERE, "plain.c"), "-o", plain, "-lm"])
    if compiled.returncode == 0:
        found.append(("plain C", [plain], 1))
    folder = os.environ.get("PEER_BUILD", "")
    ceiling, fann = os.path.join(folder, "ceiling_f64"), os.path.join(folder, "fann_f64")
    if folder and os.path.exists(ceiling):
        found += [("C " + kind, [ceiling, kind], 1) for kind in ("spec", "gen", "blas")] + [("C spec2t", [ceiling, "spec2t"], 2)]
    if folder and os.path.exists(fann):
        found.append(("FANN", [fann], 1))
    return found


def measure(command, workload, steps, threads):
    """Seconds a step; None where the program does not offer the workload."""
    environment = dict(os.environ, OPENBLAS_NUM_THREADS=str(threads))
    result = subprocess.run(command + [workload, str(steps), DATA], capture_output=True, text=True, env=environment)
    lines = [line for line in result.stdout.splitlines() if line.startswith("{")]
    if result.returncode or not lines:
        return None
    figures = json.loads(lines[-1])
    wall = figures["seconds"]
    alone = threads == 1 and figures.get("threads", 1) == 1
    return (min(wall, figures.get("cpu", wall)) if alone else wall) / figures["steps"]


def steps_for(command, workload, seconds, threads):
    if workload == "w6":
        return 1000
    steps = 1
    while True:
        each = measure(command, workload, steps, threads)
        if each is None:
            return None
        if each * steps > seconds / 4:
            return max(1, int(seconds / each))
        steps *= 4


def offered(name, workload):
    if name == "C spec2t":
        return workload == "w6"
    return not (name == "C blas" and workload in ("w1", "w2", "w3", "w6"))


def compare(workload, programs, options):
    """Seconds a step of each program in each round."""
    steps, times = {}, {}
    for name, command, threads in programs:
        count = steps_for(command, workload, options.seconds, threads) if offered(name, workload) else None
        if count:
            steps[name], times[name] = count, []
    for _ in range(options.rounds):
        for name, command, threads in programs:
            if name in steps:
                times[name].append(measure(command, workload, steps[name], threads))
    return times


def train(options):
    programs = peers()
    print("\nTimes a step; the ratio is ours over the other's: below 1 we are faster.\n")
    print("| workload | ours | goal | ratio to the fastest C | " + " | ".join("/ " + p[0] for p in programs[1:]) + " |")
    print("|" + "---|" * (len(programs) + 3))
    for workload, goal in {**GOALS, **WIDE}.items():
        data.write(DATA, workload)
        times = compare(workload, programs, options)
        ours = times.pop("downhill")

        def ratio(name):
            return statistics.median(a / b for a, b in zip(ours, times[name])) if name in times else float("nan")
        ratios = {p[0]: ratio(p[0]) for p in programs[1:]}
        single = [ratios[name] for name, _, threads in programs[1:] if threads == 1 and name != "FANN"]
        fastest = max((r for r in single if r == r), default=float("nan"))
        cells = ["%.2f" % ratios[p[0]] if ratios[p[0]] == ratios[p[0]] else "" for p in programs[1:]]
        print("| %s | %.3g us | %g | %.2f | %s |" % (
            workload, 1e6 * statistics.median(ours), goal, fastest, " | ".join(cells)), flush=True)


def stepwise(options):
    programs = [("flat", [OURS], 1), ("kept", [OURS, "kept"], 1), ("watched", [OURS, "watched"], 1)]
    print("\nUpdates made one by one, over updates made in one go: each step kept whole (goal 1.5), and looked at before too.\n")
    print("| workload | kept | looked at before, too |\n|---|---|---|")
    for workload in ("w1", "w2", "w4", "w7", "w8-256"):
        times = compare(workload, programs, options)
        ratios = [statistics.median(a / b for a, b in zip(times[name], times["flat"])) for name in ("kept", "watched")]
        print("| %s | %.2f | %.2f |" % (workload, *ratios), flush=True)


def table(title, rows):
    """Prints what was measured beside its goal, as soon as it is known."""
    print("\n| %s | goal | figure |\n|---|---|---|" % title)
    for row in rows:
        print("| %s | %s | %s |" % row, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=0.3, help="of training a run")
    parser.add_argument("--only", choices=("train", "screen", "classroom"))
    options = parser.parse_args()
    print("load average %.1f; figures of one run compare, those of two runs do not" % os.getloadavg()[0])
    if options.only in (None, "train"):
        train(options)
        stepwise(options)
    program = os.path.join(ROOT, ".build", "release", "downhill")
    if options.only in (None, "screen") and sys.platform == "linux":
        table("screen, 120x40", screen.rows(program))
    if options.only in (None, "classroom") and sys.platform == "linux":
        table("a class on one machine, 80x24", classroom.rows(program))


if __name__ == "__main__":
    main()
