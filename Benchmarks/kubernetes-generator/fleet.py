# The fleet that the generator speaks of: which pods there are now, what changed when, and all the smaller kinds.
import base64
import collections
import sys

sys.path.insert(0, str(__import__("pathlib").Path(__file__).resolve().parents[2] / "scripts"))
from labs.kubernetes import fake_hosts  # noqa: E402
from labs.kubernetes.fleet import contents, owner  # noqa: E402

FIRST_VERSION, HISTORY = 1_000_000_001, 200_000
HASH = "7c9f8d6b5"
Change = collections.namedtuple("Change", "version kind slot number node state")


class Fleet:
    """Pods in slots: a slot's pod is replaced when it restarts, so its number grows. Four of five services are Windows'."""

    def __init__(self, nodes, pods, services, credentials, namespaces=100):
        self.services, self.credentials, self.namespaces = services, credentials, namespaces
        self.replicas = -(-pods // services)
        self.pods, self.version = pods, FIRST_VERSION
        self.rows = [
            {
                "name": f"{'lin' if index % 5 == 4 else 'win'}-{index:04d}",
                "os": "linux" if index % 5 == 4 else "windows",
                "build": "2022",
                "labels": {"pool": f"p{index % 20:02d}"},
            }
            for index in range(nodes)
        ]
        self.hosts = {
            system: [row["name"] for row in self.rows if row["os"] == system]
            for system in ("windows", "linux")
        }
        self.numbers, self.states = list(range(pods)), ["running"] * pods
        self.nodes = [self.host(slot, 0) for slot in range(pods)]
        self.versions = [FIRST_VERSION] * pods
        self.history = collections.deque(maxlen=HISTORY)
        self.next_slot, self.next_step = 0, 0
        self.services_values = [self.service_values(index) for index in range(services)]

    def system(self, service):
        return "linux" if service % 5 == 4 else "windows"

    def host(self, slot, turn):
        hosts = self.hosts[self.system(slot // self.replicas)]
        return hosts[(slot * 7 + turn) % len(hosts)].encode()

    def service_values(self, index):
        return {
            "service": b"app-%04d" % index,
            "team": b"team-%03d" % (index % self.namespaces),
            "credential": b"gmsa%03d" % (index % self.credentials),
            "owner": b"00000000-0000-4000-8000-%012x" % (0xA00000 + index),
        }

    # --- pods --------------------------------------------------------------------------------------------------------
    def values(self, slot, number, node, version):
        values = dict(self.services_values[slot // self.replicas])
        values.update(
            pod=b"7c9f8d6b5-%08d" % number,
            uid=b"11111111-1111-4111-8111-%012x" % number,
            node=node,
            version=b"%010d" % version,
        )
        return values

    def size(self, templates, form, slot):
        return templates.items[form, self.system(slot // self.replicas), self.states[slot]].size

    def item(self, templates, form, slot):
        template = templates.items[form, self.system(slot // self.replicas), self.states[slot]]
        return template.fill(self.values(slot, self.numbers[slot], self.nodes[slot], self.versions[slot]))

    def event(self, templates, form, change):
        template = templates.events[
            form, change.kind, self.system(change.slot // self.replicas), change.state
        ]
        return template.fill(self.values(change.slot, change.number, change.node, change.version))

    def step(self):
        """The next event of a rolling restart through all slots: the old pod goes, a new one is there, it runs."""
        slot = self.next_slot
        self.version += 1
        if self.next_step == 0:
            kind = "DELETED"
        elif self.next_step == 1:
            kind = "ADDED"
            self.numbers[slot] += self.pods
            self.nodes[slot], self.states[slot] = self.host(slot, self.numbers[slot] // self.pods), "starting"
        else:
            kind = "MODIFIED"
            self.states[slot] = "running"
        self.versions[slot] = self.version
        self.history.append(
            Change(self.version, kind, slot, self.numbers[slot], self.nodes[slot], self.states[slot])
        )
        self.next_step = (self.next_step + 1) % 3
        if self.next_step == 0:
            self.next_slot = (slot + 1) % self.pods

    # --- everything else, as JSON ------------------------------------------------------------------------------------
    def objects(self):
        """{path: (kind, items)} of every collection but the pods'."""
        meta = self.meta
        nodes = []
        for index, row in enumerate(self.rows):
            made = fake_hosts.node(row, index)
            made["metadata"] = {**meta(row["name"]), "labels": made["metadata"]["labels"]}
            nodes.append(made)
        services = range(self.services)
        names = [f"app-{index:04d}" for index in services]
        teams = [f"team-{index % self.namespaces:03d}" for index in services]
        templates = [self.template(index) for index in services]
        deployments = [self.workload(names[i], names[i], teams[i], templates[i], {}) for i in services]
        sets = [
            self.workload(
                names[i],
                f"{names[i]}-{HASH}",
                teams[i],
                templates[i],
                {
                    "uid": f"00000000-0000-4000-8000-{0xA00000 + i:012x}",
                    "ownerReferences": owner("Deployment", deployments[i]),
                },
            )
            for i in services
        ]
        accounts = [{"metadata": meta(names[i], teams[i])} for i in services]
        specs = [f"gmsa{index:03d}" for index in range(self.credentials)]
        roles = [
            {
                "metadata": meta(f"use-{name}"),
                "rules": [
                    {
                        "verbs": ["use"],
                        "apiGroups": ["windows.k8s.io"],
                        "resources": ["gmsacredentialspecs"],
                        "resourceNames": [name],
                    }
                ],
            }
            for name in specs
        ]
        bindings = [
            {
                "metadata": meta(names[i], teams[i]),
                "roleRef": {
                    "apiGroup": "rbac.authorization.k8s.io",
                    "kind": "ClusterRole",
                    "name": f"use-{specs[i % self.credentials]}",
                },
                "subjects": [{"kind": "ServiceAccount", "name": names[i], "namespace": teams[i]}],
            }
            for i in services
            if self.system(i) == "windows"
        ]
        rbac = "/apis/rbac.authorization.k8s.io/v1"
        return {
            "/api/v1/nodes": ("Node", nodes),
            "/api/v1/namespaces": (
                "Namespace",
                [
                    {"metadata": meta(f"team-{i:03d}"), "status": {"phase": "Active"}}
                    for i in range(self.namespaces)
                ],
            ),
            "/api/v1/serviceaccounts": ("ServiceAccount", accounts),
            "/api/v1/services": ("Service", [self.webhook_service()]),
            "/api/v1/endpoints": ("Endpoints", [self.webhook_endpoints()]),
            "/api/v1/events": ("Event", []),
            "/apis/apps/v1/deployments": ("Deployment", deployments),
            "/apis/apps/v1/replicasets": ("ReplicaSet", sets),
            "/apis/apps/v1/statefulsets": ("StatefulSet", []),
            "/apis/apps/v1/daemonsets": ("DaemonSet", []),
            "/apis/batch/v1/jobs": ("Job", []),
            "/apis/batch/v1/cronjobs": ("CronJob", []),
            "/apis/windows.k8s.io/v1/gmsacredentialspecs": (
                "GMSACredentialSpec",
                [{"metadata": meta(name), "credspec": contents(name)} for name in specs],
            ),
            f"{rbac}/clusterroles": ("ClusterRole", roles),
            f"{rbac}/clusterrolebindings": ("ClusterRoleBinding", []),
            f"{rbac}/roles": ("Role", []),
            f"{rbac}/rolebindings": ("RoleBinding", bindings),
            "/apis/discovery.k8s.io/v1/endpointslices": ("EndpointSlice", []),
            "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations": (
                "MutatingWebhookConfiguration",
                [self.webhook("/mutate")],
            ),
            "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations": (
                "ValidatingWebhookConfiguration",
                [self.webhook("/validate")],
            ),
        }

    def meta(self, name, namespace=None):
        number = base64.b16encode(f"{namespace}/{name}".encode()).decode().lower()[-12:].rjust(12, "0")
        return {
            "name": name,
            "uid": f"22222222-2222-4222-8222-{number}",
            "resourceVersion": str(FIRST_VERSION),
            "creationTimestamp": "2026-11-01T00:00:00Z",
            **({"namespace": namespace} if namespace else {}),
        }

    def template(self, index):
        system = self.system(index)
        spec = {
            "serviceAccountName": f"app-{index:04d}",
            "nodeSelector": {"kubernetes.io/os": system},
            "containers": [{"name": "app", "image": f"registry.corp.example/app-{index:04d}:1"}],
        }
        if system == "windows":
            spec["securityContext"] = {
                "windowsOptions": {"gmsaCredentialSpecName": f"gmsa{index % self.credentials:03d}"}
            }
        return {"metadata": {"labels": {"app": f"app-{index:04d}"}}, "spec": spec}

    def workload(self, app, name, namespace, template, more):
        count = self.replicas
        return {
            "metadata": {**self.meta(name, namespace), "labels": {"app": app}, "generation": 1, **more},
            "spec": {"replicas": count, "selector": {"matchLabels": {"app": app}}, "template": template},
            "status": {
                "observedGeneration": 1,
                "replicas": count,
                "readyReplicas": count,
                "availableReplicas": count,
                "updatedReplicas": count,
            },
        }

    def webhook(self, path):
        return {
            "metadata": self.meta("gmsa-webhook"),
            "webhooks": [
                {
                    "name": "admission-webhook.windows-gmsa.sigs.k8s.io",
                    "failurePolicy": "Fail",
                    "sideEffects": "None",
                    "clientConfig": {
                        "service": {
                            "name": "gmsa-webhook",
                            "namespace": "team-000",
                            "path": path,
                            "port": 443,
                        }
                    },
                    "rules": [
                        {
                            "apiGroups": [""],
                            "apiVersions": ["*"],
                            "operations": ["CREATE"],
                            "resources": ["pods"],
                        }
                    ],
                }
            ],
        }

    def webhook_service(self):
        return {
            "metadata": self.meta("gmsa-webhook", "team-000"),
            "spec": {"selector": {"app": "gmsa-webhook"}, "ports": [{"port": 443}]},
        }

    def webhook_endpoints(self):
        return {
            "metadata": self.meta("gmsa-webhook", "team-000"),
            "subsets": [{"addresses": [{"ip": "10.1.0.1"}], "ports": [{"port": 443}]}],
        }
