# A big cluster, made through the API: nodes, credential specs, and Deployments of 25 bound and running pods each.
"""For a cluster without controllers, so that nothing reacts to what is made here. A pod costs two requests: its status is another."""

import concurrent.futures
import json
import time

from labs.kubernetes import fake_hosts, scenario
from labs.kubernetes.client import MERGE, stamp
from labs.processes import LabFault

REPLICAS, TEAMS, CREDENTIAL_SPECS, WORKERS = 25, 50, 40, 8
HASH = "7c9f8d6b5"


def contents(account):
    accounts = [{"Name": account, "Scope": scope} for scope in ("corp.example", "CORP")]
    return {
        "CmsPlugins": ["ActiveDirectory"],
        "ActiveDirectoryConfig": {"GroupManagedServiceAccounts": accounts},
        "DomainJoinConfig": {
            "Sid": "S-1-5-21-1004336348-1177238915-682003330",
            "MachineAccountName": account,
            "Guid": "244818ae-87ac-4fcd-92ec-e79e5252348a",
            "DnsTreeName": "corp.example",
            "DnsName": "corp.example",
            "NetBiosName": "CORP",
        },
    }


class Fleet:
    """Names follow from numbers: four of five nodes and Deployments are Windows'."""

    def __init__(self, cluster, nodes, pods):
        self.cluster, self.client = cluster, cluster.client()
        self.pods, self.owners = pods, {}
        self.rows = [
            {
                "name": f"{'lin' if index % 5 == 4 else 'win'}-{index:04d}",
                "os": "linux" if index % 5 == 4 else "windows",
                "build": "2019" if index % 3 == 0 else "2022",
                "labels": {"pool": f"p{index % 20:02d}"},
            }
            for index in range(nodes)
        ]
        self.hosts = {
            system: [row["name"] for row in self.rows if row["os"] == system]
            for system in ("windows", "linux")
        }

    def make(self, say):
        seeding = scenario.Seeding(self.cluster)
        seeding.apply("base", "1*")
        seeding.await_all(scenario.BASE[0][1])
        accounts = [f"gmsa{index:02d}" for index in range(CREDENTIAL_SPECS)]
        self.written = {
            name: json.dumps(contents(name), sort_keys=True, separators=(",", ":")) for name in accounts
        }
        for what, step, over in (
            ("nodes", self.node, range(len(self.rows))),
            ("credential specs", self.credential_spec, accounts),
            ("namespaces", self.namespace, range(TEAMS)),
            ("deployments", self.deployment, range(-(-self.pods // REPLICAS))),
            ("pods", self.pod, range(self.pods)),
        ):
            began = time.monotonic()
            each(step, over)
            say(f"{len(over)} {what} in {time.monotonic() - began:.1f} s")

    def create(self, path, made):
        status, found = self.client.call("POST", path, made)
        if status == 409:
            name = made["metadata"]["name"]
            status, found = self.client.call("GET", f"{path}/{name}")
        if status not in (200, 201):
            raise LabFault(f"POST {path}: {status} {found}")
        return found

    def tell(self, path, status):
        code, found = self.client.call("PATCH", f"{path}/status", {"status": status}, MERGE)
        if code != 200:
            raise LabFault(f"PATCH {path}: {code} {found}")

    def node(self, index):
        made = fake_hosts.node(self.rows[index], index)
        self.create("/api/v1/nodes", made)
        self.tell(f"/api/v1/nodes/{self.rows[index]['name']}", made["status"])

    def credential_spec(self, name):
        self.create(
            "/apis/windows.k8s.io/v1/gmsacredentialspecs",
            {
                "apiVersion": "windows.k8s.io/v1",
                "kind": "GMSACredentialSpec",
                "metadata": {"name": name},
                "credspec": contents(name),
            },
        )

    def namespace(self, index):
        name = f"team-{index:02d}"
        self.create(
            "/api/v1/namespaces",
            {"metadata": {"name": name, "labels": {"kubernetes.io/metadata.name": name}}},
        )
        self.create(f"/api/v1/namespaces/{name}/serviceaccounts", {"metadata": {"name": "app"}})

    def workload(self, number):
        """(name, namespace, whether it is Windows', its credential spec, the pods' spec)."""
        name, windows, spec_name = (
            f"app-{number:04d}",
            number % 5 != 4,
            f"gmsa{number % CREDENTIAL_SPECS:02d}",
        )
        spec = {
            "serviceAccountName": "app",
            "automountServiceAccountToken": False,
            "nodeSelector": {"kubernetes.io/os": "windows" if windows else "linux"},
            "containers": [
                {"name": "app", "image": f"registry.corp.example/{name}:1", "ports": [{"containerPort": 80}]}
            ],
        }
        if windows:
            spec["securityContext"] = {"windowsOptions": {"gmsaCredentialSpecName": spec_name}}
        return name, f"team-{number % TEAMS:02d}", windows, spec_name, spec

    def deployment(self, number):
        name, namespace, _, _, spec = self.workload(number)
        labels, replicas = {"app": name}, min(REPLICAS, self.pods - number * REPLICAS)
        body = {
            "replicas": replicas,
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": spec},
        }
        counts = {
            "observedGeneration": 1,
            "replicas": replicas,
            "readyReplicas": replicas,
            "availableReplicas": replicas,
        }
        apps = f"/apis/apps/v1/namespaces/{namespace}"
        made = self.create(
            f"{apps}/deployments", {"metadata": {"name": name, "labels": labels}, "spec": body}
        )
        self.tell(f"{apps}/deployments/{name}", {**counts, "updatedReplicas": replicas})
        set_name = f"{name}-{HASH}"
        meta = {"name": set_name, "labels": labels, "ownerReferences": owner("Deployment", made)}
        self.owners[number] = owner(
            "ReplicaSet", self.create(f"{apps}/replicasets", {"metadata": meta, "spec": body})
        )
        self.tell(f"{apps}/replicasets/{set_name}", {**counts, "fullyLabeledReplicas": replicas})

    def pod(self, index):
        number = index // REPLICAS
        name, namespace, windows, spec_name, spec = self.workload(number)
        system = "windows" if windows else "linux"
        hosts = self.hosts[system] or self.hosts["windows"]
        spec["nodeName"] = hosts[(index * 7 + number) % len(hosts)]
        if windows:
            spec["securityContext"]["windowsOptions"]["gmsaCredentialSpec"] = self.written[spec_name]
        pod_name, now = f"{name}-{HASH}-{index:05d}", stamp()
        path = f"/api/v1/namespaces/{namespace}/pods"
        labels = {"app": name, "pod-template-hash": HASH}
        self.create(
            path,
            {
                "metadata": {"name": pod_name, "labels": labels, "ownerReferences": self.owners[number]},
                "spec": spec,
            },
        )
        address = f"10.{1 + index // 62500}.{index // 250 % 250}.{index % 250 + 1}"
        held = [
            {"type": kind, "status": "True", "lastProbeTime": None, "lastTransitionTime": now}
            for kind in ("Initialized", "Ready", "ContainersReady", "PodScheduled")
        ]
        image = spec["containers"][0]["image"]
        self.tell(
            f"{path}/{pod_name}",
            {
                "phase": "Running",
                "podIP": address,
                "podIPs": [{"ip": address}],
                "startTime": now,
                "conditions": held,
                "containerStatuses": [
                    {
                        "name": "app",
                        "image": image,
                        "imageID": image,
                        "ready": True,
                        "started": True,
                        "restartCount": 0,
                        "containerID": f"containerd://{index:064x}",
                        "state": {"running": {"startedAt": now}},
                        "lastState": {},
                    }
                ],
            },
        )


def owner(kind, made):
    meta = made["metadata"]
    return [
        {
            "apiVersion": "apps/v1",
            "kind": kind,
            "name": meta["name"],
            "uid": meta["uid"],
            "controller": True,
            "blockOwnerDeletion": True,
        }
    ]


def each(step, over):
    """The step for each, several at a time; the first fault ends it."""
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        for _ in workers.map(step, over):
            pass
