# What the fake nodes say of themselves: Node objects as kubelets on Windows and Linux register them.
import hashlib

from labs.kubernetes.client import stamp

# Build: the label's value, the kernel's whole version, the name.
WINDOWS = {
    "2019": ("10.0.17763", "10.0.17763.6893", "Windows Server 2019 Datacenter"),
    "2022": ("10.0.20348", "10.0.20348.3328", "Windows Server 2022 Datacenter"),
    "2025": ("10.0.26100", "10.0.26100.4946", "Windows Server 2025 Datacenter"),
}
CONDITIONS = (
    ("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
    ("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
    ("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
    ("Ready", "True", "KubeletReady", "kubelet is posting ready status"),
)


def condition(kind, status, reason, message, now):
    return {
        "type": kind,
        "status": status,
        "reason": reason,
        "message": message,
        "lastHeartbeatTime": now,
        "lastTransitionTime": now,
    }


def node(row, index):
    """The object of a row of nodes.json: name, os, build, kernel, labels, taints, unschedulable."""
    name, system = row["name"], row["os"]
    labels = {
        "kubernetes.io/hostname": name,
        "node.kubernetes.io/instance-type": "Standard_D4s_v5",
        "topology.kubernetes.io/zone": f"zone-{index % 3 + 1}",
    }
    for prefix in ("", "beta."):
        labels.update({f"{prefix}kubernetes.io/os": system, f"{prefix}kubernetes.io/arch": "amd64"})
    number = hashlib.sha256(name.encode()).hexdigest()
    told = {
        "kubeletVersion": "v1.20.2",
        "kubeProxyVersion": "v1.20.2",
        "operatingSystem": system,
        "architecture": "amd64",
        "machineID": number[:32],
        "systemUUID": f"{number[:8]}-0000-4000-8000-{number[8:20]}",
        "bootID": number[20:52],
    }
    if system == "windows":
        build, kernel, title = WINDOWS[row.get("build", "2022")]
        labels["node.kubernetes.io/windows-build"] = build
        told.update(
            osImage=title,
            kernelVersion=row.get("kernel", kernel),
            containerRuntimeVersion="containerd://1.6.36",
        )
    else:
        told.update(
            osImage="Debian GNU/Linux 12 (bookworm)",
            kernelVersion="6.1.0-28-amd64",
            containerRuntimeVersion="containerd://1.6.20",
        )
    labels.update(row.get("labels") or {})
    room = {"cpu": "4", "memory": "16Gi", "pods": "110", "ephemeral-storage": "133Gi"}
    now = stamp()
    spec = {"taints": row.get("taints") or []}
    if row.get("unschedulable"):
        spec["unschedulable"] = True
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {"name": name, "labels": labels},
        "spec": spec,
        "status": {
            "capacity": room,
            "allocatable": room,
            "nodeInfo": told,
            "conditions": [condition(*row, now) for row in CONDITIONS],
            "addresses": [
                {"type": "InternalIP", "address": address(index)},
                {"type": "Hostname", "address": name},
            ],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": 10250}},
            "images": [{"names": ["mcr.microsoft.com/oss/kubernetes/pause:3.6"], "sizeBytes": 291000000}],
        },
    }


def address(index):
    return f"10.0.{index // 250}.{index % 250 + 4}"


def lease(name, uid, renewed):
    owner = {"apiVersion": "v1", "kind": "Node", "name": name, "uid": uid}
    return {
        "apiVersion": "coordination.k8s.io/v1",
        "kind": "Lease",
        "metadata": {"name": name, "namespace": "kube-node-lease", "ownerReferences": [owner]},
        "spec": {"holderIdentity": name, "leaseDurationSeconds": 40, "renewTime": renewed},
    }
