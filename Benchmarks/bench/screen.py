"""What the program costs a terminal, counted from outside through a pseudo-terminal."""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time

FRAME_END = b"\x1b[?2026l"
REPLIES = [(b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;22c"), (b"\x1b[?2026$p", b"\x1b[?2026;2$y")]


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command, columns=120, rows=40):
        self.home = tempfile.TemporaryDirectory()
        environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8", HOME=self.home.name)
        environment.pop("XDG_STATE_HOME", None)
        self.begin = time.perf_counter()
        self.pid, self.file = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.bytes, self.frames, self.tail = 0, 0, b""

    def read(self, wait):
        """What arrives within some seconds; empty when nothing does."""
        if not select.select([self.file], [], [], wait)[0]:
            return b""
        try:
            text = os.read(self.file, 1 << 16)
        except OSError:
            return b""
        for question, answer in REPLIES:
            if question in text:
                os.write(self.file, answer)
        self.bytes += len(text)
        self.frames += (self.tail + text).count(FRAME_END)
        self.tail = text[-(len(FRAME_END) - 1):]
        return text

    def watch(self, seconds):
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(min(left, 0.05))

    def first_frame(self):
        """Seconds from exec to the end of the first whole frame."""
        text = b""
        while FRAME_END not in text and time.perf_counter() - self.begin < 10:
            text += self.read(0.05)
        return time.perf_counter() - self.begin

    def type(self, keys, pause=0.15):
        for key in keys:
            os.write(self.file, key.encode())
            self.watch(pause)

    def latency(self, key, answer):
        """Seconds from a key to the read that holds what only its answer shows; None if it never comes."""
        while self.read(0):
            pass
        start, text = time.perf_counter(), b""
        os.write(self.file, key.encode())
        while time.perf_counter() - start < 2:
            text += self.read(0.02)
            if answer in text:
                return time.perf_counter() - start
        return None

    def cpu(self, main_only=False):
        """Processor seconds of the program, or of the thread that draws."""
        total = 0
        for thread in [str(self.pid)] if main_only else os.listdir("/proc/%d/task" % self.pid):
            with open("/proc/%d/task/%s/schedstat" % (self.pid, thread)) as file:
                total += int(file.read().split()[0]) / 1e9
        return total

    def memory(self, file="status", figure="VmRSS"):
        """Megabytes: resident ones, unless another figure of the system's is asked for."""
        with open("/proc/%d/%s" % (self.pid, file)) as text:
            return int(re.search(figure + r":\s+(\d+)", text.read()).group(1)) / 1024

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)
        self.home.cleanup()


def experiment(folder, shape, samples):
    """An experiment file of random classes."""
    path = os.path.join(folder, "%s.yaml" % "-".join(map(str, shape)))
    with open(path, "w") as file:
        file.write("inputs:\n")
        for s in range(samples):
            file.write("  - [%s]\n" % ", ".join("%.2f" % ((s * 7 + i * (s % 10 + 3)) % 17 / 17) for i in range(shape[0])))
        file.write("targets: [%s]\n" % ", ".join(str(s % shape[-1]) for s in range(samples)))
        file.write("layers:\n")
        file.write("  - {units: %d, activation: relu, init: he}\n" % shape[1])
        file.write("  - {units: %d, activation: softmax}\n" % shape[2])
        file.write("loss: cce\nlearning_rate: 0.05\nbatch_size: 32\n")
    return path


def starts(program, count):
    """Milliseconds to the first whole frame."""
    values = []
    for _ in range(count):
        terminal = Terminal([program])
        values.append(1000 * terminal.first_frame())
        terminal.close()
    return values


def latencies(program, path, count):
    """Milliseconds from the help key to the help, while the engine trains as fast as it can."""
    terminal = Terminal([program, "play", path])
    terminal.first_frame()
    terminal.type("p]]]]]]")
    terminal.watch(0.5)
    values = []
    for _ in range(count):
        value = terminal.latency("?", b"closes")
        if value:
            values.append(1000 * value)
        terminal.type("?", 0.08)
    terminal.close()
    return values


def p95(values):
    """The milliseconds that 95 of 100 answers do not exceed."""
    return "%.1f ms" % sorted(values)[int(0.95 * (len(values) - 1))] if values else "no answer"


def zoomed(program, path, title):
    """The keys that enlarge the panel whose title begins so."""
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "screen.txt")
        for tabs in range(1, 12):
            keys = "<Tab>" * tabs + "z"
            subprocess.run([program, "picture", path, "--keys", keys, "--size", "120x40", "-o", picture], check=True)
            with open(picture) as file:
                if file.read().split("\n")[1].startswith("─ " + title):
                    return "\t" * tabs + "z"
    raise SystemExit("no panel is called " + title)


def playing(program, path, keys, seconds, settle):
    """Bytes a frame, frames a second, and shares of a core for drawing and for all, while a run plays."""
    terminal = Terminal([program, "play", path])
    terminal.first_frame()
    terminal.type(keys)
    terminal.watch(settle)
    before = terminal.bytes, terminal.frames, terminal.cpu(True), terminal.cpu(), time.perf_counter()
    terminal.watch(seconds)
    after = terminal.bytes, terminal.frames, terminal.cpu(True), terminal.cpu(), time.perf_counter()
    terminal.close()
    sent, frames, drawing, whole, time_ = [b - a for a, b in zip(before, after)]
    return sent / max(1, frames), frames / time_, 100 * drawing / time_, 100 * whole / time_


def idle(program, seconds):
    """Bytes and processor seconds of a screen on which nothing changes; resident megabytes."""
    terminal = Terminal([program, "learn", "3"])
    terminal.first_frame()
    terminal.watch(1)
    before, cpu = terminal.bytes, terminal.cpu()
    terminal.watch(seconds)
    figures = terminal.bytes - before, terminal.cpu() - cpu, terminal.memory()
    terminal.close()
    return figures


def flat_out(program, preset):
    """Resident megabytes of an example that has trained as fast as it can until its history is full."""
    terminal = Terminal([program, "play", preset])
    terminal.first_frame()
    terminal.type("p]]]]]]")
    terminal.watch(10)
    memory = terminal.memory()
    terminal.close()
    return memory


def rows(program):
    """(what, goal, figure) for each measure."""
    with tempfile.TemporaryDirectory() as folder:
        digits, images = experiment(folder, [64, 32, 10], 500), experiment(folder, [784, 128, 10], 300)
        xor = os.path.join(folder, "xor.yaml")
        with open(xor, "w") as file:
            file.write("data: xor\nhidden: [4]\nlearning_rate: 0.5\n")
        yield "first whole frame, median", "25 ms", "%.1f ms" % statistics.median(starts(program, 15))
        for path, name in ((digits, "64-32-10"), (images, "784-128-10")):
            yield "key to its answer, p95, %s flat out" % name, "10 ms", p95(latencies(program, path, 40))
        loss = zoomed(program, xor, "loss")
        for keys, goal, pace in (("p]", "150 B", "60 updates/s, a growing"), ("p]]]]]]", "1200 B", "full speed, a scrolling")):
            # The panel of the loss, enlarged, and the status line; small frames are not marked, so 30 a second are counted.
            size, rate, drawing, _ = playing(program, xor, loss + keys, 6, 1)
            yield "XOR at %s curve" % pace, goal, "%.0f B a frame" % (size * rate / 30)
            yield "drawing it, share of a core", "2 %", "%.1f %%" % drawing
        size, rate, drawing, _ = playing(program, xor, "p]", 6, 1)
        yield "XOR at 60 updates/s, whole screen", "", "%.0f B a frame, %.0f frames/s" % (size, rate)
        yield "drawing it, share of a core", "2 %", "%.1f %%" % drawing
        size, rate, drawing, _ = playing(program, xor, "p]]]]]]", 6, 2)
        yield "XOR flat out, whole screen", "", "%.0f B a frame, %.0f frames/s" % (size, rate)
        yield "drawing it, share of a core", "2 %", "%.1f %%" % drawing
        sent, cpu, memory = idle(program, 5)
        yield "nothing changes for 5 s", "0 B, 0 ms", "%d B, %.1f ms" % (sent, 1000 * cpu)
        yield "resident memory in lesson 3", "32 MB", "%.1f MB" % memory
        yield "resident memory, the digits flat out", "40 MB", "%.1f MB" % flat_out(program, "digits")
