"""What a class on one machine costs: many sessions in terminals of their own, each with a key every few seconds."""
import os
import select
import time

import screen

SESSIONS, PAUSE, SECONDS = 40, 5, 20


def read_along(terminals, seconds):
    """Seconds from each key to the first byte of its answer, while every learner goes a page on and a page back."""
    begin = time.perf_counter()
    due = {t: begin + PAUSE * index / len(terminals) for index, t in enumerate(terminals)}
    (asked, keys, waits), files = ({}, {t: 0 for t in terminals}, []), {t.file: t for t in terminals}
    while (now := time.perf_counter()) < begin + seconds:
        for terminal in terminals:
            if now >= due[terminal]:
                os.write(terminal.file, b"b" if keys[terminal] % 2 else b"n")
                keys[terminal] += 1
                asked[terminal], due[terminal] = now, due[terminal] + PAUSE
        for file in select.select(files, [], [], 0.002)[0]:
            terminal = files[file]
            terminal.read(0)
            if terminal in asked:
                waits.append(time.perf_counter() - asked.pop(terminal))
    return waits


def rows(program):
    """(what, goal, figure) for each measure."""
    terminals = [screen.Terminal([program, "learn", "3"], columns=80, rows=24) for _ in range(SESSIONS)]
    for terminal in terminals:
        terminal.first_frame()
    read_along(terminals, PAUSE)
    before = [terminal.cpu() for terminal in terminals]
    waits = read_along(terminals, SECONDS)
    work = sum(terminal.cpu() for terminal in terminals) - sum(before)
    # What several share counts once for all of them.
    memory = sum(terminal.memory("smaps_rollup", "Pss") for terminal in terminals) / SESSIONS
    for terminal in terminals:
        terminal.close()
    yield "memory of a session, %d of them" % SESSIONS, "", "%.1f MB" % memory
    yield "learners per GiB", "150", "%.0f" % (1024 / memory)
    yield "learners per core, a key every %d s" % PAUSE, "200", "%.0f" % (SESSIONS * SECONDS / work)
    yield "key to its answer, p95", "50 ms", screen.p95([1000 * wait for wait in waits])
