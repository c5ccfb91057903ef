# The Kubernetes feed on a real API server: changes that appear, a server that goes and comes back under load.
import json
import os
import shutil
import signal
import sys
import tempfile

from labs.kubernetes import cluster, scenario
from labs.live import following, tests


class KubernetesTests:
    def __init__(self, program, folder):
        self.program, self.folder, self.log = program, folder, f"{folder}/words.log"
        self.there = cluster.up(f"{folder}/k")
        self.seeding = scenario.Seeding(self.there)
        self.seeding.base()
        self.config = f"{self.there.folder}/kubeconfig"

    def order(self):
        """The server runs and the cluster is healthy, whatever the last test has left."""
        self.there.serve()
        self.seeding.undo()

    def sources(self, context="reader"):
        return ["--kubeconfig", self.config, f"k8s:{context}"]

    def fresh(self):
        return following.fresh(self.program, self.sources(), self.log)

    def follow(self):
        return following.Following(self.program, self.sources(), self.log)

    def change_appears(self):
        with self.follow() as living:
            # Made by kubectl, whose own time counts for nothing: the clock starts when it has ended.
            self.there.kubectl("delete", "rolebinding", "-n", "shop", "web-webapp01")
            gone = following.await_shown(
                lambda: "GMSA202" in "".join(living.picture()), 5, "a deleted RoleBinding"
            )
            self.seeding.base()
            back = following.await_shown(
                lambda: "GMSA202" not in "".join(living.picture()), 5, "the RoleBinding made again"
            )
            following.await_same(living, self.fresh, 20, "after both changes")
        return f"seen after {gone:.1f} s and {back:.1f} s"

    def scenarios_come_and_go(self):
        """Faults of every kind, one after the other, under one running program."""
        with self.follow() as living:
            for name in (
                "grant-too-wide",
                "runtime-error",
                "webhook-unreachable",
                "old-build",
                "stale-contents",
            ):
                self.seeding.seed(name)
                following.await_same(living, self.fresh, 20, name)
            self.seeding.undo()
            following.await_same(living, self.fresh, 20, "base again")

    def server_comes_back(self, under_load):
        with self.follow() as living:
            before = living.picture()
            if under_load:
                for name in ("web", "orders"):
                    self.there.kubectl("rollout", "restart", "-n", "shop", f"deployment/{name}")
            self.there.processes.stop("kube-apiserver", with_signal=signal.SIGKILL)
            told = following.await_shown(lambda: says_broken(living.sources()), 15, "that the server is gone")
            if not under_load:
                following.demand_kept(before, living.picture())
            self.there.serve()
            self.there.kubectl("scale", "-n", "shop", "deployment/web", "--replicas=3")
            self.seeding.await_all(
                [["rolled", "shop/deployments/web"], ["rolled", "shop/deployments/orders"]]
            )
            following.await_same(living, self.fresh, 60, "after the server came back")
            self.seeding.base()
            following.await_same(living, self.fresh, 20, "after the last change")
        return f"told after {told:.1f} s"

    def history_lost(self):
        """The watches' versions are compacted away while the server is gone, so that they must be answered with 410."""
        with self.follow() as living:
            self.there.processes.stop("kube-apiserver", with_signal=signal.SIGKILL)
            self.there.serve()
            for turn in range(3):
                template = {"metadata": {"annotations": {"turn": str(turn)}}}
                patch = json.dumps({"spec": {"template": template}})
                self.there.kubectl("patch", "-n", "shop", "deployment/web", "-p", patch)
                self.seeding.await_all([["rolled", "shop/deployments/web"]])
            self.there.processes.stop("kube-apiserver", with_signal=signal.SIGKILL)
            self.there.serve()
            following.await_same(living, self.fresh, 60, "after two restarts of the server")

    def all(self):
        return [
            ("a change through the API appears in a running program", self.change_appears),
            ("faults come and go, and the picture is a fresh one's each time", self.scenarios_come_and_go),
            (
                "the server dies and comes back: the last picture stays, then equals a fresh one",
                lambda: self.server_comes_back(False),
            ),
            ("the server dies under a rolling restart and comes back", lambda: self.server_comes_back(True)),
            ("the server restarts twice with changes between", self.history_lost),
        ]


def says_broken(text):
    return any(
        word in text.lower()
        for word in ("refused", "broken", "no connection", "cannot connect", "not connected")
    )


def main():
    program = os.environ.get("GMSA_TUI") or tests.fail("GMSA_TUI must name the program to test")
    tests.end_tidily()
    folder = tempfile.mkdtemp(prefix="lfk.", dir="/tmp")
    status = 1
    try:
        suite = KubernetesTests(program, folder)
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
