# What the measuring scripts share: whole processes by turns, so that whatever else the machine does meets both sides.
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)


def cost(command, **settings):
    """(seconds, peak kilobytes) of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **settings)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {' '.join(map(str, command))}")
    return seconds, usage.ru_maxrss


def build(product):
    """The release program of this package, as users get it; GMSA_TUI names another gmsa-tui."""
    if product == "gmsa-tui" and os.environ.get("GMSA_TUI"):
        return os.environ["GMSA_TUI"]
    command = ["swift", "build", "--package-path", ROOT, "-c", "release", "--product", product]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return os.path.join(ROOT, ".build", "release", product)


def packages(*names):
    """The folder of a virtual environment that has these packages of PyPI, made once; their modules can be imported afterwards."""
    place = pathlib.Path.home() / ".cache/gmsa-tui/benchmarks"
    mark = place / ("has-" + "-".join(names))
    if not mark.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(place / "bin/pip"), "-q", "install", *names], check=True)
        mark.touch()
    sys.path += map(str, place.glob("lib/python*/site-packages"))
    return place


def pairs(sides, count, **settings):
    """{name: [(seconds, kilobytes)]}: each command once in every round, after a round that is not counted."""
    runs = {name: [] for name in sides}
    for turn in range(count + 1):
        for name, command in sides.items():
            run = cost(command, **settings)
            if turn:
                runs[name].append(run)
    return runs


class Verdicts:
    """Rows of figures, each with its bar; `status` is 1 where one is missed."""

    def __init__(self):
        # Told to end, a script leaves by its `finally` blocks, which take its lab down.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        self.status = 0

    def row(self, what, value, bar, unit=""):
        held = value <= bar
        self.status |= not held
        print(
            f"{what:58} {value:9.3f}{unit:3}  at most {bar:7.3f}{unit:3}  {'ok' if held else 'OVER'}",
            flush=True,
        )

    def ratio(self, what, runs, ours, theirs, index, bar):
        """Medians of both sides and the median ratio of the pairs; index 0 is time, 1 is memory."""
        scale, unit = ((1, "s"), (1000, "MB"))[index]
        medians = [statistics.median(run[index] for run in runs[side]) / scale for side in (ours, theirs)]
        value = statistics.median(a[index] / b[index] for a, b in zip(runs[ours], runs[theirs]))
        self.row(f"{what}: {medians[0]:.2f} against {medians[1]:.2f} {unit}, ratio", value, bar)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
