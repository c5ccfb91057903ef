# The processes that a lab has started: each is known by its id and its time of start, so that none but ours is ended.
import os
import pathlib
import signal
import socket
import subprocess
import time


class LabFault(Exception):
    """What went wrong, for whoever runs the lab."""


def started_at(process):
    """When the kernel says that a process began, in clock ticks; None when there is no such process (or only its remains)."""
    try:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields[19]


class Processes:
    """Those of one lab, by name. Ids lie in FOLDER/NAME.pid, what they say in FOLDER/NAME.log."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def start(self, name, command, **settings):
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                **settings,
            )
        (self.folder / f"{name}.pid").write_text(f"{process.pid} {started_at(process.pid)}")
        return process.pid

    def id(self, name):
        """The process that was started under this name and still runs, or None."""
        try:
            process, start = (self.folder / f"{name}.pid").read_text().split()
        except (OSError, ValueError):
            return None
        return int(process) if started_at(process) == start else None

    def names(self):
        return sorted(path.stem for path in self.folder.glob("*.pid"))

    def stop(self, name, patience=20, with_signal=signal.SIGTERM):
        """Ends it, by force where it does not listen, and waits until it is gone."""
        process = self.id(name)
        for number, seconds in ((with_signal, patience), (signal.SIGKILL, 10)):
            if process is None:
                break
            try:
                os.kill(process, number)
            except ProcessLookupError:
                break
            try:
                await_true(lambda: self.id(name) is None, seconds, name)
                break
            except LabFault:
                continue
        if self.id(name) is not None:
            raise LabFault(f"{name} (process {process}) does not end")
        (self.folder / f"{name}.pid").unlink(missing_ok=True)

    def last_words(self, name, lines=8):
        try:
            return "\n".join((self.folder / f"{name}.log").read_text(errors="replace").splitlines()[-lines:])
        except OSError:
            return ""


def await_true(question, seconds, what, pause=0.05):
    """Asks until the answer is true; after that many seconds it is a fault."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise LabFault(f"waited {seconds} s in vain for {what}")
        # A child of ours that has ended would stay as remains.
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            pass
        time.sleep(pause)


def free_ports(count):
    """Ports of loopback that nobody listens on now."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


MARK = ".gmsa-tui-lab"


def make_folder(folder, longest):
    """A lab's own folder: a new one, an empty one, or one that such a lab has left. Unix sockets limit the length of its name."""
    place = pathlib.Path(folder).absolute()
    if len(str(place)) > longest:
        raise LabFault(
            f"{place} is too long a name for the unix sockets in it ({longest} characters at most)"
        )
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    inside = list(place.iterdir())
    if inside and not (place / MARK).exists():
        raise LabFault(f"{place} holds something else than a lab")
    (place / MARK).touch()
    return place


def lab_folder(folder):
    place = pathlib.Path(folder).absolute()
    if not (place / MARK).exists():
        raise LabFault(f"there is no lab in {place}")
    return place
