# A running gmsa-tui that is asked in lines of words, and one started anew beside it, so that their pictures can be compared.
import os
import re
import select
import subprocess
import time

from labs.processes import LabFault

# Everything that the screens say of the cluster. Cursor, ages and what the sources say of themselves differ by nature.
PICTURE = [
    "face 1",
    "read all",
    "face 2",
    "read all",
    "face 3",
    "read all",
    "face 1",
    "findings",
    "read all",
    "back",
]
LINE = re.compile(r"^(\d+)(, selected)?\. (.*)$")


class Following:
    """`gmsa-tui --linear SOURCE`, kept running. Its words beside the answers go to a file."""

    def __init__(self, program, sources, log, environment=None):
        self.marks = 0
        with open(log, "ab") as said:
            self.process = subprocess.Popen(
                [program, "--linear", *sources],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                env={**os.environ, **(environment or {})},
            )
        self.pending = b""
        self.ask(["all rows", "all columns"])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def ask(self, commands, seconds=90):
        """The lines that answer these commands."""
        self.marks += 1
        mark = f"mark{self.marks:06d}"
        self.process.stdin.write("".join(command + "\n" for command in [*commands, mark]).encode())
        self.process.stdin.flush()
        lines, end = [], time.monotonic() + seconds
        while True:
            line, newline, rest = self.pending.partition(b"\n")
            if newline:
                self.pending = rest
                text = line.decode(errors="replace")
                if mark in text:
                    return lines
                lines.append(text)
            elif time.monotonic() > end:
                raise LabFault(f"gmsa-tui does not answer {commands}")
            elif select.select([self.process.stdout], [], [], 0.5)[0]:
                data = os.read(self.process.stdout.fileno(), 1 << 16)
                if not data:
                    raise LabFault(f"gmsa-tui has ended with {self.process.wait()}")
                self.pending += data

    def picture(self):
        """The rows of all faces and the findings, as text without cursor and ages."""
        found = []
        for line in self.ask(PICTURE):
            numbered = LINE.match(line)
            if numbered:
                found.append(without_ages(numbered[3]))
            elif line.startswith(("Copies:", "Screen ")):
                found.append(without_ages(line))
        return found

    def sources(self):
        """What the sources screen says."""
        return "\n".join(self.ask(["sources", "read all", "back"]))


def without_ages(text):
    return re.sub(r"\b\d+ ?(s|m|h|d|min|seconds|minutes|hours)\b( ago)?|just now", "…", text)


def fresh(program, sources, log, environment=None):
    """The picture of a program that has just started."""
    with Following(program, sources, log, environment) as started:
        return started.picture()


def await_same(following, make_fresh, seconds, what):
    """Waits until the running program shows what a fresh one shows; else tells the first lines that differ."""
    end = time.monotonic() + seconds
    while True:
        mine, new = following.picture(), make_fresh()
        if mine == new:
            return new
        if time.monotonic() > end:
            old = [line for line in mine if line not in new][:4]
            only = [line for line in new if line not in mine][:4]
            raise LabFault(
                f"{what}: after {seconds} s the picture is not a fresh one's. It still shows {old}; a fresh one shows {only}"
            )


def demand_kept(before, now):
    """The last picture stays while a source is away: nothing that was known is gone from it."""
    lost = [line for line in before if line not in now and not line.startswith("Screen ")]
    if lost:
        raise LabFault(
            f"the last picture was not kept: {lost[:4]} became {[line for line in now if line not in before][:4]}"
        )


def await_shown(question, seconds, what):
    """Seconds until the answer is true."""
    start = time.monotonic()
    while True:
        if question():
            return time.monotonic() - start
        if time.monotonic() - start > seconds:
            raise LabFault(f"{what}: not within {seconds} s")
        time.sleep(0.05)
