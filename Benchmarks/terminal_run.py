# A program under a pseudo-terminal, as far as the live benchmarks need one: keys in, the screen as text out.
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

SEQUENCE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>78]|[\x00-\x08\x0e-\x1f]")


class TerminalRun:
    """A screen of 120x36 unless another size is asked for."""

    def __init__(self, command, columns=120, lines=36, **environment):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", **environment)
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.text, self.screen, self.stream = b"", None, None

    def emulate(self):
        """Keeps a screen of what is written from now on: `screen.display` is its lines."""
        from measuring import packages

        packages("pyte")
        import pyte

        lines, columns = struct.unpack("HHHH", fcntl.ioctl(self.terminal, termios.TIOCGWINSZ, b"\0" * 8))[:2]
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        return self.screen

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.process, number)
            except ProcessLookupError:
                break
            if self.ended(3):
                break
        os.close(self.terminal)

    def ended(self, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.02)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return True
        return False

    def read(self, seconds):
        """What the program writes next, as bytes; empty when it says nothing for that long."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return b""
        self.text = (self.text + data)[-400_000:]
        if self.stream:
            self.stream.feed(data)
        return data

    def press(self, keys):
        os.write(self.terminal, keys)

    def shown(self):
        """Everything written of late, without the terminal's sequences."""
        return SEQUENCE.sub(b"", self.text).decode(errors="replace")

    def await_text(self, pattern, seconds):
        """Seconds until the words are written, or None."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            self.read(0.02)
            if re.search(pattern, self.shown()):
                return time.monotonic() - start
        return None

    def quiet(self, seconds, limit):
        """Waits until nothing was written for that long."""
        end, last = time.monotonic() + limit, time.monotonic()
        while time.monotonic() < end and time.monotonic() - last < seconds:
            if self.read(0.02):
                last = time.monotonic()

    # --- figures -----------------------------------------------------------------------------------------------------
    def resident_megabytes(self):
        with open(f"/proc/{self.process}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def cpu_seconds(self):
        with open(f"/proc/{self.process}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process}/fd"))
