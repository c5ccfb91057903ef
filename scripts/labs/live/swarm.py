# The Swarm feed on real managers: ways in, changes that appear, a leader that dies under an update, a quorum lost and regained.
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from labs.live import following, tests
from labs.live.tests import demand
from labs.processes import await_true
from labs.swarm import fleet, swarm

WINDOWS = fleet.WINDOWS
MANAGERS = 3


class SwarmTests:
    def __init__(self, program, folder):
        self.program, self.folder, self.log = program, folder, f"{folder}/words.log"
        self.there = swarm.up(f"{folder}/s", managers=MANAGERS, workers=1, tls=True)
        for name in ("web", "orders"):
            self.service(name, self.config(f"{name}-v1"), 2)
        self.settle()

    # --- making changes ----------------------------------------------------------------------------------------------
    def config(self, name):
        data = base64.b64encode(json.dumps(fleet.contents(name)).encode()).decode()
        return (
            name,
            self.there.any_manager().must("POST", "/configs/create", {"Name": name, "Data": data})["ID"],
        )

    def task(self, name, config):
        return {
            "ContainerSpec": {
                "Image": f"127.0.0.1:9/{name}:1",
                "Privileges": {"CredentialSpec": {"Config": config[1]}},
                "Configs": [{"ConfigID": config[1], "ConfigName": config[0], "Runtime": {}}],
            },
            "Placement": {"Constraints": [WINDOWS]},
        }

    def service(self, name, config, replicas):
        self.there.any_manager().must(
            "POST",
            "/services/create",
            {
                "Name": name,
                "Mode": {"Replicated": {"Replicas": replicas}},
                "TaskTemplate": self.task(name, config),
            },
        )

    def remove(self, name):
        self.there.any_manager().must("DELETE", f"/services/{name}")

    def settle(self):
        """Every task that is wanted runs, and none that is not wanted does."""

        def settled():
            tasks = self.there.any_manager().get("/tasks")
            return tasks is not None and all(
                (task["DesiredState"] == "running") == (task["Status"]["State"] == "running")
                for task in tasks
            )

        await_true(settled, 90, "the tasks to settle", pause=0.2)

    # --- reading -----------------------------------------------------------------------------------------------------
    def socket(self, name):
        return f"swarm:unix://{self.there.folder}/{name}/docker.sock"

    def follow(self, name="n1"):
        return following.Following(self.program, [self.socket(name)], self.log)

    def fresh(self, name="n1"):
        return lambda: following.fresh(self.program, [self.socket(name)], self.log)

    def report(self, source, **environment):
        return subprocess.run(
            [self.program, "report", "--only", "all", source],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, **environment},
        )

    def leader(self):
        for node in self.there.any_manager().must("GET", "/nodes"):
            if node.get("ManagerStatus", {}).get("Leader"):
                return node["Description"]["Hostname"].replace("node-", "n")
        return None

    def order(self):
        """Every engine runs, whatever the last test has left."""
        for name in self.there.names():
            self.there.start_engine(name)
            self.there.await_engine(name)
        self.there.await_nodes(MANAGERS + 1 + len(swarm.NODES), 120)
        self.settle()

    # --- tests -------------------------------------------------------------------------------------------------------
    def ways_in(self):
        folder = self.there.folder
        port = dict(line.split() for line in (folder / "ports").read_text().splitlines())["n1"]
        keys, contexts = f"{folder}/client", f"{folder}/docker"
        ways = {
            f"unix socket {self.socket('n1')}": (self.socket("n1"), {}),
            "a docker context": ("swarm:lab-unix", {"DOCKER_CONFIG": contexts}),
            "a docker context with TLS": ("swarm:lab-tls", {"DOCKER_CONFIG": contexts}),
            "DOCKER_CONTEXT": ("swarm", {"DOCKER_CONFIG": contexts, "DOCKER_CONTEXT": "lab-tls"}),
            "DOCKER_HOST": ("swarm", {"DOCKER_HOST": self.socket("n1").removeprefix("swarm:")}),
            "DOCKER_HOST with TLS": (
                "swarm",
                {"DOCKER_HOST": port, "DOCKER_TLS_VERIFY": "1", "DOCKER_CERT_PATH": keys},
            ),
        }
        for what, (source, environment) in ways.items():
            ended = self.report(source, **environment)
            demand(
                ended.returncode == 0 and "web-v1" in ended.stdout,
                f"{what}: {ended.returncode} {ended.stderr[-300:]}",
            )

    def refusals(self):
        """A worker, nobody, and a server that wants another's keys: each is told apart."""
        port = dict(line.split() for line in (self.there.folder / "ports").read_text().splitlines())["n1"]
        cases = {
            self.socket(f"n{MANAGERS + 1}"): "manager",
            "swarm:unix:///tmp/nobody.sock": "nobody.sock",
            f"swarm:{port}": "",
        }
        for source, words in cases.items():
            ended = self.report(source, DOCKER_TLS_VERIFY="", DOCKER_CERT_PATH="")
            said = ended.stderr + ended.stdout
            demand(
                ended.returncode == 3 and words in said,
                f"{source} ended with {ended.returncode}: {said[-300:]}",
            )

    def change_appears(self):
        with self.follow() as living:
            self.service("payroll", self.config("payroll-v1"), 1)
            came = following.await_shown(lambda: "payroll" in "".join(living.picture()), 10, "a new service")
            self.settle()
            following.await_same(living, self.fresh(), 20, "once its task runs")
            self.remove("payroll")
            went = following.await_shown(
                lambda: not any(line.startswith("payroll:") for line in living.picture()), 10, "its removal"
            )
            following.await_same(living, self.fresh(), 20, "once it is gone")
        return f"seen after {came:.1f} s and {went:.1f} s"

    def rotation(self):
        """The article's story: a config is rotated service by service, and what still runs with the old one is told."""
        with self.follow() as living:
            engine, old = self.there.any_manager(), None
            new = self.config("web-v2")
            for service in engine.must("GET", "/services"):
                if service["Spec"]["Name"] == "web":
                    old = service
            spec = {**old["Spec"], "TaskTemplate": {**old["Spec"]["TaskTemplate"], **self.task("web", new)}}
            engine.must("POST", f"/services/{old['ID']}/update?version={old['Version']['Index']}", spec)
            following.await_shown(lambda: "web-v2" in "".join(living.picture()), 10, "the new config")
            self.settle()
            following.await_same(living, self.fresh(), 20, "after the rotation")

    def leader_dies(self):
        """Killed in the middle of an update; the program reads from another manager, which stays."""
        leader = self.leader()
        other = next(name for name in self.there.managers() if name != leader)
        with self.follow(other) as living:
            fleet.roll(self.there.any_manager(), ["web", "orders"], parallelism=1)
            self.there.stop_engine(leader)
            await_true(
                lambda: self.there.engine(other).ask("GET", "/nodes", timeout=5)[0] == 200,
                60,
                "a new leader",
                pause=0.2,
            )
            self.settle()
            following.await_same(living, self.fresh(other), 60, "with a new leader")
            self.order()
            following.await_same(living, self.fresh(other), 60, "once the old one is back")

    def own_manager_dies(self):
        with self.follow("n1") as living:
            before = living.picture()
            self.there.stop_engine("n1")
            told = following.await_shown(
                lambda: says_broken(living.sources()), 15, "that the manager is gone"
            )
            following.demand_kept(before, living.picture())
            self.order()
            following.await_same(living, self.fresh("n1"), 60, "once the manager is back")
        return f"told after {told:.1f} s"

    def quorum(self):
        keep = "n1"
        with self.follow(keep) as living:
            for name in self.there.managers():
                if name != keep:
                    self.there.stop_engine(name)
            following.await_shown(lambda: says_broken(living.sources()), 60, "that the quorum is lost")
            said = living.sources()
            ended = self.report(self.socket(keep))
            demand(
                ended.returncode == 3 and re.search(r"quorum|no leader", ended.stderr + ended.stdout),
                f"report ended with {ended.returncode}: {(ended.stderr + ended.stdout)[-300:]}",
            )
            self.order()
            following.await_same(living, self.fresh(keep), 90, "once the quorum is regained")
        demand(
            re.search(r"quorum|no leader", said),
            f"the sources screen did not say that the quorum was lost: {said}",
        )

    def all(self):
        return [
            ("every way to reach a manager shows the swarm", self.ways_in),
            ("a worker, nobody and a server with TLS are told apart", self.refusals),
            ("a change through the API appears in a running program", self.change_appears),
            ("a config is rotated, and the picture is a fresh one's", self.rotation),
            ("the leader dies during an update, and the picture is a fresh one's", self.leader_dies),
            ("the manager that is read dies and comes back", self.own_manager_dies),
            ("the quorum is lost and regained", self.quorum),
        ]


def says_broken(text):
    words = (
        "refused",
        "broken",
        "no connection",
        "cannot connect",
        "quorum",
        "no leader",
        "no such file",
        "not connected",
        "does not answer",
    )
    return any(word in text.lower() for word in words)


def main():
    program = os.environ.get("GMSA_TUI") or tests.fail("GMSA_TUI must name the program to test")
    tests.end_tidily()
    folder = tempfile.mkdtemp(prefix="lfs.", dir="/tmp")
    status = 1
    try:
        suite = SwarmTests(program, folder)
        try:
            status = tests.run(suite.all(), sys.argv[1:], before=suite.order)
        finally:
            suite.there.down()
    finally:
        if status:
            print(f"what the program said beside: {folder}/words.log")
        else:
            shutil.rmtree(folder)
    return status


if __name__ == "__main__":
    sys.exit(main())
