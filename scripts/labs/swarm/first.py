# The first process of a lab's namespaces: it brings loopback up, takes in what others leave behind, and everything ends with it.
import pathlib
import signal
import subprocess
import sys

subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
# Whoever is left to us is reaped by the kernel.
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
(pathlib.Path(sys.argv[1]) / "namespaces").touch()
while True:
    signal.pause()
