# Seeded situations: puts one into a cluster, and takes it out again, so that one cluster serves many.
import base64
import json
import pathlib
import shutil

from labs.kubernetes import conditions
from labs.processes import LabFault, await_true

HERE = pathlib.Path(__file__).resolve().parent
SCENARIOS = HERE / "scenarios"
SECONDS = 60
# Base, in the steps that need each other: files, and what must hold before the next.
BASE = (
    ("[12]*", [["served", "/apis/windows.k8s.io/v1/gmsacredentialspecs"]]),
    ("[345]*", [["addresses", "gmsa-system/gmsa-webhook", "2"]]),
    ("6*", [["admission", "fills"]]),
    (
        "7*",
        [
            ["rolled", "shop/deployments/web"],
            ["rolled", "shop/deployments/orders"],
            ["rolled", "shop/deployments/cache"],
            ["rolled", "finance/statefulsets/ledger"],
            ["rolled", "ops/daemonsets/agent"],
            ["complete", "finance/close-books"],
        ],
    ),
)


def names():
    return sorted(path.name for path in SCENARIOS.iterdir() if (path / "expect.json").exists())


class Seeding:
    def __init__(self, cluster):
        self.cluster, self.client = cluster, cluster.client()
        self.note = cluster.folder / "fault"

    def base(self):
        """The healthy cluster, whatever was there before."""
        self.nodes(HERE / "nodes.json")
        self.cluster.start("webhook")
        for files, wanted in BASE:
            self.apply("base", files)
            self.await_all(wanted)

    def seed(self, name):
        if name not in names():
            raise LabFault(f"no scenario {name}; there are: {', '.join(names())}")
        self.undo()
        if name == "base":
            return
        folder = SCENARIOS / name
        fault = self.fault(name)
        self.note.write_text(name)
        if (folder / "rules.json").exists():
            shutil.copy(folder / "rules.json", self.cluster.folder / "rules.json")
        if (folder / "nodes.json").exists():
            self.nodes(folder / "nodes.json")
        for words in fault.get("before", []):
            self.cluster.kubectl(*[self.filled(word) for word in words])
        for fake in fault.get("stop", []):
            self.cluster.processes.stop(fake)
        self.await_all(fault.get("ready", []))
        self.apply(name, "*")
        self.await_all(fault.get("settled", []))

    def undo(self):
        """Back to base. What the fault has made goes, its events too, and what it has changed or deleted is applied anew."""
        if self.note.exists():
            name = self.note.read_text()
            made = self.objects(name, "*")
            if made:
                self.cluster.kubectl("delete", "--ignore-not-found", "-f", "-", text=made)
            (self.cluster.folder / "rules.json").unlink(missing_ok=True)
            await_true(lambda: not conditions.orphans(self.client), SECONDS, "the fault's pods to go")
        self.base()
        if self.note.exists():
            self.cluster.kubectl("delete", "events", "--all", "-A")
            self.note.unlink()

    def fault(self, name):
        path = SCENARIOS / name / "fault.json"
        return json.loads(path.read_text()) if path.exists() else {}

    def nodes(self, rows):
        """The fake nodes of that file, all of them registered."""
        here = self.cluster.folder / "nodes.json"
        if not here.exists() or here.read_bytes() != rows.read_bytes():
            self.cluster.processes.stop("nodes")
            shutil.copy(rows, here)
        if self.cluster.processes.id("nodes") is None:
            (self.cluster.folder / "nodes.log").unlink(missing_ok=True)
            self.cluster.start("nodes")
            await_true(
                lambda: "registered" in self.cluster.processes.last_words("nodes"), SECONDS, "the fake nodes"
            )

    def filled(self, text):
        for word, file in (("@CABUNDLE@", "ca.crt"), ("@EXPIRED_CABUNDLE@", "expired-ca.crt")):
            if word in text:
                text = text.replace(
                    word, base64.b64encode((self.cluster.folder / "keys" / file).read_bytes()).decode()
                )
        return text

    def objects(self, name, files):
        return "\n---\n".join(
            self.filled(path.read_text()) for path in sorted((SCENARIOS / name).glob(files + ".yaml"))
        )

    def apply(self, name, files):
        made = self.objects(name, files)
        if made:
            self.cluster.kubectl("apply", "--validate=false", "-f", "-", text=made)

    def await_all(self, rows):
        for row in rows:
            await_true(lambda: conditions.holds(self.client, row), SECONDS, " ".join(row))
