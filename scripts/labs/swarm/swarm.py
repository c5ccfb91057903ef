# A lab's swarm: dockerd processes in namespaces of their own, so that nothing of them is seen on, or stays behind on, the host.
import json
import os
import shutil
import signal
import socket
import subprocess
import sys

from labs.keys import Authority
from labs.processes import LabFault, Processes, await_true, lab_folder, make_folder
from labs.swarm.engine import Engine

TOOLS = ("dockerd", "containerd", "runc", "unshare", "nsenter", "ip", "docker")
NODES = [
    {"name": "win-01", "os": "windows", "engine": "20.10.24"},
    {"name": "win-02", "os": "windows", "engine": "20.10.24"},
    {"name": "lin-01", "os": "linux", "engine": "20.10.24"},
]


class Swarm:
    """The swarm in a folder. Engines are called n1, n2 and so on, managers first."""

    def __init__(self, folder):
        self.folder = lab_folder(folder)
        self.processes = Processes(self.folder)

    @property
    def settings(self):
        return json.loads((self.folder / "lab.json").read_text())

    def names(self):
        return [f"n{index + 1}" for index in range(self.settings["managers"] + self.settings["workers"])]

    def managers(self):
        return self.names()[: self.settings["managers"]]

    def engine(self, name="n1"):
        return Engine(self.folder / name / "docker.sock")

    def any_manager(self):
        """An engine that answers for the swarm now."""
        for name in self.managers():
            if self.processes.id(name) and self.engine(name).ask("GET", "/swarm", timeout=5)[0] == 200:
                return self.engine(name)
        raise LabFault("no manager answers for the swarm")

    def inside(self, *command):
        """The command, run in the lab's namespaces."""
        first = self.processes.id("first")
        if first is None:
            raise LabFault(f"the swarm in {self.folder} does not run")
        # `unshare` is the recorded process; its child is the first inside.
        with open(f"/proc/{first}/task/{first}/children", encoding="ascii") as children:
            return [
                "nsenter",
                "-t",
                children.read().split()[0],
                "--net",
                "--mount",
                "--uts",
                "--ipc",
                "--pid",
                *command,
            ]

    # --- parts -------------------------------------------------------------------------------------------------------
    def start_engine(self, name):
        """Starts an engine, or brings one back with all that it held."""
        if self.processes.id(name):
            return
        place, number = self.folder / name, name[1:]
        place.mkdir(exist_ok=True)
        for stale in ("docker.pid", "docker.sock"):
            (place / stale).unlink(missing_ok=True)
        (place / "daemon.json").write_text(json.dumps({"debug": self.settings["debug"]}))
        flags = [
            "--config-file",
            place / "daemon.json",
            "--data-root",
            place / "data",
            "--exec-root",
            place / "x",
            "--pidfile",
            place / "docker.pid",
            "--bridge=none",
            "--iptables=false",
            "--ip6tables=false",
            "-H",
            f"unix://{place}/docker.sock",
        ]
        if self.settings["tls"]:
            keys = self.folder / "keys"
            flags += [
                "-H",
                f"tcp://127.0.0.{number}:2376",
                "--tlsverify",
                "--tlscacert",
                keys / "ca.pem",
                "--tlscert",
                keys / "server-cert.pem",
                "--tlskey",
                keys / "server-key.pem",
            ]
        command = [
            "unshare",
            "--uts",
            "--",
            "sh",
            "-c",
            'hostname "node-$1"; shift; exec dockerd "$@"',
            "sh",
            number,
            *flags,
        ]
        self.processes.start(name, self.inside(*command))

    def stop_engine(self, name, with_signal=signal.SIGKILL):
        """Ends an engine: at once by default, as a host dies."""
        self.stop_inside(name, with_signal)

    def stop_inside(self, name, with_signal):
        """The recorded process is nsenter, which ends when all that it runs inside has ended."""
        for number in (with_signal, signal.SIGKILL):
            found = self.processes.id(name)
            for child in descendants(found) if found else []:
                kill(child, number)
            try:
                await_true(lambda: self.processes.id(name) is None, 20, f"{name} to end")
                break
            except LabFault:
                continue
        self.processes.stop(name)

    def answers(self, name):
        return self.engine(name).ask("GET", "/_ping", timeout=5)[0] == 200

    def await_engine(self, name):
        def asked():
            if self.processes.id(name) is None:
                raise LabFault(
                    f"dockerd {name} has ended. Its last words:\n{self.processes.last_words(name)}"
                )
            return self.answers(name)

        await_true(asked, 60, f"dockerd {name} (log: {self.folder}/{name}.log)")

    def start_agents(self):
        if self.processes.id("agents") is None:
            self.processes.start(
                "agents", self.inside(sys.executable, "-m", "labs.swarm.fake_agents", self.folder)
            )

    def stop_agents(self):
        self.stop_inside("agents", signal.SIGKILL)

    def await_nodes(self, count, seconds=60):
        def ready():
            found = self.any_manager().get("/nodes") or []
            return sum(node["Status"]["State"] == "ready" for node in found) >= count

        await_true(ready, seconds, f"{count} nodes to be ready")

    # --- up and down -------------------------------------------------------------------------------------------------
    def down(self, keep=False):
        """Its first process takes all of the namespaces with it: processes, mounts, the network."""
        self.processes.stop("first", with_signal=signal.SIGKILL)
        for name in self.processes.names():
            self.processes.stop(name, with_signal=signal.SIGKILL)
        if not keep:
            shutil.rmtree(self.folder)


def kill(process, number):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def descendants(process):
    """Every process below this one, the deepest first."""
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            children = [int(word) for word in file.read().split()]
    except OSError:
        return []
    return [one for child in children for one in [*descendants(child), child]]


def up(folder, managers=1, workers=0, tls=False, nodes=None, debug=False):
    """A new swarm in the folder, all nodes ready and the managers drained: they are real engines without images."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacking:
        raise LabFault(f"no {', '.join(lacking)}: scripts/install-needs --live")
    if os.geteuid() != 0:
        raise LabFault("dockerd in namespaces needs root")
    place = make_folder(folder, longest=60)
    if (place / "lab.json").exists():
        Swarm(place).down()
        place = make_folder(folder, longest=60)
    (place / "lab.json").write_text(
        json.dumps({"managers": managers, "workers": workers, "tls": tls, "debug": debug})
    )
    (place / "nodes.json").write_text(json.dumps(NODES if nodes is None else nodes))
    swarm = Swarm(place)
    try:
        bring_up(swarm, NODES if nodes is None else nodes)
    except BaseException:
        swarm.down(keep=True)
        raise
    return swarm


def bring_up(swarm, nodes):
    swarm.processes.start(
        "first",
        [
            "unshare",
            "--net",
            "--mount",
            "--uts",
            "--ipc",
            "--pid",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "--",
            sys.executable,
            "-m",
            "labs.swarm.first",
            swarm.folder,
        ],
    )
    await_true(
        lambda: (swarm.folder / "namespaces").exists() or swarm.processes.id("first") is None,
        20,
        "namespaces",
    )
    if swarm.settings["tls"]:
        write_keys(swarm)
    for name in swarm.names():
        swarm.start_engine(name)
    for name in swarm.names():
        swarm.await_engine(name)
    first = swarm.engine("n1")
    first.must("POST", "/swarm/init", {"ListenAddr": "127.0.0.1:2377", "AdvertiseAddr": "127.0.0.1"})
    tokens = first.must("GET", "/swarm")["JoinTokens"]
    for name in swarm.names()[1:]:
        address = f"127.0.0.{name[1:]}"
        swarm.engine(name).must(
            "POST",
            "/swarm/join",
            {
                "ListenAddr": f"{address}:2377",
                "AdvertiseAddr": address,
                "RemoteAddrs": ["127.0.0.1:2377"],
                "JoinToken": tokens["Manager" if name in swarm.managers() else "Worker"],
            },
        )
    swarm.await_nodes(len(swarm.names()))
    for node in first.must("GET", "/nodes"):
        drain(first, node)
    if nodes:
        swarm.start_agents()
        swarm.await_nodes(len(swarm.names()) + len(nodes), 120)
    if swarm.settings["tls"]:
        open_door(swarm)


def drain(engine, node):
    engine.must(
        "POST",
        f"/nodes/{node['ID']}/update?version={node['Version']['Index']}",
        {**node["Spec"], "Availability": "drain"},
    )


def write_keys(swarm):
    """One authority; the client's folder is what DOCKER_CERT_PATH names."""
    authority = Authority("swarm-lab-ca")
    hosts = ["localhost", "127.0.0.1"] + [f"127.0.0.{name[1:]}" for name in swarm.names()]
    server, client = authority.issue("swarm-lab", hosts=hosts), authority.issue("swarm-lab-client")
    for folder, names in (
        ("keys", ("server-cert.pem", "server-key.pem")),
        ("client", ("cert.pem", "key.pem")),
    ):
        place = swarm.folder / folder
        place.mkdir(mode=0o700)
        (place / "ca.pem").write_bytes(authority.pem)
        for name, data in zip(names, server if folder == "keys" else client):
            (place / name).write_bytes(data)
            (place / name).chmod(0o600)


def open_door(swarm):
    """A port of the host's loopback for each engine; they stand in FOLDER/ports."""
    sockets = {}
    for name in swarm.names():
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        sockets[name] = listening
    words = [f"{one.fileno()}=127.0.0.{name[1:]}:2376" for name, one in sockets.items()]
    command = swarm.inside(sys.executable, "-m", "labs.swarm.door", *words)
    # Only the network: the process stays in the host's other namespaces, where it can be ended by its own id.
    command = [word for word in command if word not in ("--mount", "--uts", "--ipc", "--pid")]
    swarm.processes.start("door", command, pass_fds=[one.fileno() for one in sockets.values()])
    ports = {name: one.getsockname()[1] for name, one in sockets.items()}
    (swarm.folder / "ports").write_text(
        "".join(f"{name} tcp://127.0.0.1:{port}\n" for name, port in ports.items())
    )
    for one in sockets.values():
        one.close()
    environment = {**os.environ, "DOCKER_CONFIG": str(swarm.folder / "docker")}
    keys = ",".join(f"{word}={swarm.folder}/client/{word}.pem" for word in ("ca", "cert", "key"))
    for context, place in (
        ("lab-unix", f"host=unix://{swarm.folder}/n1/docker.sock"),
        ("lab-tls", f"host=tcp://127.0.0.1:{ports['n1']},{keys}"),
    ):
        made = subprocess.run(
            ["docker", "context", "create", context, "--docker", place],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise LabFault(f"docker context create: {made.stderr.strip()}")
