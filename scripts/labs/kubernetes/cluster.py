# A lab's cluster: started on free ports of loopback, stopped by the recorded processes, and nothing stays behind.
import json
import os
import shutil
import subprocess
import sys

from labs.kubernetes import build
from labs.kubernetes.access import Access
from labs.kubernetes.client import Client
from labs.processes import LabFault, Processes, await_true, free_ports, lab_folder, make_folder

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = sys.executable
# In the order in which they end.
PARTS = (
    "nodes",
    "webhook",
    "kube-scheduler",
    "kube-controller-manager",
    "kube-apiserver",
    "pod-network",
    "etcd",
)


class Cluster:
    """The cluster in a folder."""

    def __init__(self, folder):
        self.folder = lab_folder(folder)
        self.processes = Processes(self.folder)

    @property
    def settings(self):
        return json.loads((self.folder / "lab.json").read_text())

    @property
    def programs(self):
        return self.settings["programs"]

    def client(self):
        return Client(self.folder)

    def kubectl(self, *words, text=None, check=True, context="admin"):
        """kubectl's standard output; a fault with its words when it ends with another status than 0."""
        command = [
            f"{self.programs}/kubectl",
            "--kubeconfig",
            self.folder / "kubeconfig",
            "--context",
            context,
            *words,
        ]
        ended = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        if check and ended.returncode:
            raise LabFault(f"kubectl {' '.join(str(word) for word in words)}: {ended.stderr.strip()[-600:]}")
        return ended.stdout

    # --- parts -------------------------------------------------------------------------------------------------------
    def start(self, name):
        if self.processes.id(name) is None:
            self.processes.start(name, getattr(self, "command_" + name.replace("-", "_"))())

    def command_etcd(self):
        url = f"http://127.0.0.1:{self.settings['etcd']}"
        peer = f"http://127.0.0.1:{self.settings['peer']}"
        return [
            "etcd",
            "--name",
            "lab",
            "--data-dir",
            self.folder / "etcd",
            "--listen-client-urls",
            url,
            "--advertise-client-urls",
            url,
            "--listen-peer-urls",
            peer,
            "--initial-advertise-peer-urls",
            peer,
            "--initial-cluster",
            f"lab={peer}",
            "--quota-backend-bytes",
            4 << 30,
            "--log-level",
            "error",
        ]

    def command_pod_network(self):
        return [PYTHON, f"{HERE}/fake_pod_network.py", self.folder]

    def command_webhook(self):
        return [PYTHON, f"{HERE}/fake_webhook.py", self.folder]

    def command_nodes(self):
        return [PYTHON, f"{HERE}/fake_nodes.py", self.folder]

    def command_kube_apiserver(self):
        keys = self.folder / "keys"
        # The webhook's Service leads to addresses of fake pods, which the pod network alone can reach.
        return [
            f"{self.programs}/kube-apiserver",
            "--bind-address=127.0.0.1",
            f"--secure-port={self.settings['port']}",
            "--insecure-port=0",
            f"--etcd-servers=http://127.0.0.1:{self.settings['etcd']}",
            "--advertise-address=127.0.0.1",
            "--endpoint-reconciler-type=none",
            "--service-cluster-ip-range=10.96.0.0/16",
            f"--tls-cert-file={keys}/apiserver.crt",
            f"--tls-private-key-file={keys}/apiserver.key",
            f"--client-ca-file={keys}/ca.crt",
            f"--token-auth-file={keys}/tokens.csv",
            "--authorization-mode=RBAC",
            f"--service-account-key-file={keys}/accounts.pub",
            f"--service-account-signing-key-file={keys}/accounts.key",
            "--service-account-issuer=https://kubernetes.default.svc",
            "--enable-aggregator-routing=true",
            f"--egress-selector-config-file={self.folder}/egress.json",
            "--max-requests-inflight=2000",
            "--max-mutating-requests-inflight=1000",
            "--v=1",
            *self.settings["apiserver"],
        ]

    def control(self, name, *more):
        return [
            f"{self.programs}/{name}",
            f"--kubeconfig={self.folder}/keys/{name}.kubeconfig",
            "--bind-address=127.0.0.1",
            "--port=0",
            "--secure-port=0",
            "--leader-elect=false",
            "--kube-api-qps=500",
            "--kube-api-burst=1000",
            "--v=1",
            *more,
        ]

    def command_kube_scheduler(self):
        return self.control("kube-scheduler")

    def command_kube_controller_manager(self):
        keys = self.folder / "keys"
        return self.control(
            "kube-controller-manager",
            f"--service-account-private-key-file={keys}/accounts.key",
            f"--root-ca-file={keys}/ca.crt",
            "--use-service-account-credentials=true",
            "--controllers=*,-nodeipam,-service,-route,-cloud-node-lifecycle",
            "--node-monitor-grace-period=40s",
        )

    # --- up and down -------------------------------------------------------------------------------------------------
    def serve(self):
        """Starts etcd and the API server, and waits until it is ready; after `stop`, with all that it held."""
        for name in ("etcd", "pod-network", "kube-apiserver"):
            self.start(name)
        client = self.client()
        self.awaited(lambda: client.get("/readyz") is not None, "kube-apiserver", 60)

    def run_controllers(self):
        for name in ("kube-controller-manager", "kube-scheduler"):
            self.start(name)
        client = self.client()
        self.awaited(
            lambda: client.get("/api/v1/namespaces/default/serviceaccounts/default"),
            "kube-controller-manager",
            60,
        )

    def awaited(self, question, name, seconds):
        def asked():
            if self.processes.id(name) is None:
                raise LabFault(f"{name} has ended. Its last words:\n{self.processes.last_words(name)}")
            return question()

        await_true(asked, seconds, f"{name} to be ready (log: {self.folder}/{name}.log)")

    def down(self, keep=False):
        for name in PARTS:
            self.processes.stop(name)
        if not keep:
            shutil.rmtree(self.folder)


def up(folder, controllers=True, apiserver=()):
    """A new cluster in the folder, ready. Another process may take a port just chosen, so a failed start has a second try."""
    programs = build.find()
    if programs is None:
        raise LabFault(
            "no kube-apiserver: run `scripts/kube-lab build` (about 7 minutes, once), or set KUBE_LAB_BIN"
        )
    if shutil.which("etcd") is None:
        raise LabFault("no etcd in PATH: scripts/install-needs --live")
    for last in (False, True):
        try:
            return up_once(folder, programs, controllers, apiserver)
        except LabFault:
            if last:
                raise


def up_once(folder, programs, controllers, apiserver):
    place = make_folder(folder, longest=80)
    if (place / "lab.json").exists():
        Cluster(place).down()
        place = make_folder(folder, longest=80)
    etcd, peer, port, dead, webhook = free_ports(5)
    (place / "lab.json").write_text(
        json.dumps(
            {
                "etcd": etcd,
                "peer": peer,
                "port": port,
                "webhook": webhook,
                "programs": str(programs),
                "apiserver": list(apiserver),
            }
        )
    )
    connection = {"proxyProtocol": "HTTPConnect", "transport": {"uds": {"udsName": f"{place}/pods.sock"}}}
    (place / "egress.json").write_text(
        json.dumps(
            {
                "apiVersion": "apiserver.k8s.io/v1beta1",
                "kind": "EgressSelectorConfiguration",
                "egressSelections": [{"name": "cluster", "connection": connection}],
            }
        )
    )
    Access(place, f"https://127.0.0.1:{port}", f"https://127.0.0.1:{dead}").write()
    cluster = Cluster(place)
    try:
        cluster.serve()
        if controllers:
            cluster.run_controllers()
        cluster.kubectl("apply", "-f", f"{HERE}/rbac.yaml", "-f", f"{HERE}/../../../docs/kubernetes/cluster-role.yaml")
    except BaseException:
        cluster.down(keep=True)
        raise
    return cluster
