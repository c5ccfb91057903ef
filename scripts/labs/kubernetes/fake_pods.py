# What a fake kubelet says of a pod: statuses and events as a kubelet writes them, for the fate that a rule gives a container.
import hashlib

from labs.kubernetes.client import stamp

BACK_OFF = "back-off {0} restarting failed container={1} pod={2}_{3}({4})"


def container_status(pod, container, state, ready=False, restarts=0, last=None):
    began = state.keys() & {"running", "terminated"}
    status = {
        "name": container["name"],
        "image": container["image"],
        "imageID": "",
        "ready": ready,
        "restartCount": restarts,
        "state": state,
        "lastState": last or {},
        "started": "running" in state,
    }
    if began:
        digest = hashlib.sha256(container["image"].encode()).hexdigest()
        status.update(
            imageID=f"{container['image'].partition(':')[0]}@sha256:{digest}",
            containerID=container_id(pod, container),
        )
    return status


def container_id(pod, container):
    return "containerd://" + hashlib.sha256((pod["metadata"]["uid"] + container["name"]).encode()).hexdigest()


def waiting(reason, message=""):
    return {"waiting": {"reason": reason, **({"message": message} if message else {})}}


def ended(pod, container, exit_code, reason, message=""):
    now = stamp()
    return {
        "terminated": {
            "exitCode": exit_code,
            "reason": reason,
            "startedAt": now,
            "finishedAt": now,
            "containerID": container_id(pod, container),
            **({"message": message} if message else {}),
        }
    }


def conditions(pod, ready, initialized=True, reason="ContainersNotReady"):
    """The four of a pod that a kubelet has; the scheduler's own is kept."""
    now = stamp()
    unready = {
        "reason": reason,
        "message": "containers with unready status: ["
        + " ".join(container["name"] for container in pod["spec"]["containers"])
        + "]",
    }

    def one(kind, true):
        return {
            "type": kind,
            "status": str(bool(true)),
            "lastProbeTime": None,
            "lastTransitionTime": now,
            **({} if true else unready),
        }

    known = [row for row in pod["status"].get("conditions") or [] if row["type"] == "PodScheduled"]
    return [
        one("Initialized", initialized),
        one("Ready", ready),
        one("ContainersReady", ready),
        *(known or [one("PodScheduled", True)]),
    ]


def accepted(pod, address):
    """The first status: the kubelet has seen the pod."""
    initial = pod["spec"].get("initContainers") or []
    reason = "PodInitializing" if initial else "ContainerCreating"
    status = {
        "phase": "Pending",
        "startTime": stamp(),
        "hostIP": address,
        "conditions": conditions(pod, False, not initial),
        "containerStatuses": [
            container_status(pod, one, waiting(reason)) for one in pod["spec"]["containers"]
        ],
    }
    if initial:
        status["initContainerStatuses"] = [container_status(pod, one, waiting(reason)) for one in initial]
    return status


def runs(pod, container, rule):
    return (
        container_status(
            pod, container, {"running": {"startedAt": stamp()}}, ready=rule.get("to") != "NotReady"
        ),
        [],
    )


def image_missing(pod, container, rule):
    words = rule.get("message") or "not found"
    return (
        container_status(
            pod, container, waiting("ImagePullBackOff", f"Back-off pulling image \"{container['image']}\"")
        ),
        [
            ("Warning", "Failed", f"Failed to pull image \"{container['image']}\": {words}"),
            ("Warning", "Failed", "Error: ErrImagePull"),
            ("Normal", "BackOff", f"Back-off pulling image \"{container['image']}\""),
        ],
    )


def not_created(pod, container, rule):
    words = rule.get("message", "")
    return container_status(pod, container, waiting("CreateContainerError", words)), [
        ("Warning", "Failed", f"Error: {words}")
    ]


def not_started(pod, container, rule):
    words = rule.get("message", "")
    last = ended(pod, container, rule.get("exit", 128), "StartError", words)
    return (
        container_status(pod, container, waiting("RunContainerError", words), restarts=2, last=last),
        [
            ("Warning", "Failed", f"Error: {words}"),
            ("Warning", "BackOff", "Back-off restarting failed container"),
        ],
    )


def crashes(pod, container, rule):
    meta = pod["metadata"]
    words = BACK_OFF.format("40s", container["name"], meta["name"], meta["namespace"], meta["uid"])
    last = ended(pod, container, rule.get("exit", 1), "Error", rule.get("message", ""))
    return (
        container_status(pod, container, waiting("CrashLoopBackOff", words), restarts=3, last=last),
        [("Warning", "BackOff", "Back-off restarting failed container")],
    )


# A rule's "to" and what becomes of a container. The sandbox's fates come before any container and stand in `fake_nodes`.
FATES = {
    "Running": runs,
    "NotReady": runs,
    "ImagePullBackOff": image_missing,
    "CreateContainerError": not_created,
    "RunContainerError": not_started,
    "CrashLoopBackOff": crashes,
}


def settled(pod, rules, address):
    """(status, [(container's name, type, reason, message)]) of the pod once every container has met its fate."""
    statuses, events = [], []
    for container in pod["spec"]["containers"]:
        rule = rules.get(container["name"]) or {}
        status, told = FATES.get(rule.get("to"), runs)(pod, container, rule)
        if "running" in status["state"]:
            told = [("Normal", "Started", f"Started container {container['name']}"), *told]
        statuses.append(status)
        events += [(container["name"], *one) for one in told]
    ready = all(status["ready"] for status in statuses)
    began = any("running" in status["state"] or status["lastState"] for status in statuses)
    status = {
        "phase": "Running" if began else "Pending",
        "podIP": address,
        "podIPs": [{"ip": address}],
        "conditions": conditions(pod, ready),
        "containerStatuses": statuses,
    }
    initial = pod["spec"].get("initContainers") or []
    if initial:
        status["initContainerStatuses"] = [
            container_status(pod, one, ended(pod, one, 0, "Completed"), ready=True) for one in initial
        ]
    return status, events


def completed(pod):
    """The status of a pod of a Job that has done its work."""
    statuses = [
        container_status(pod, one, ended(pod, one, 0, "Completed")) for one in pod["spec"]["containers"]
    ]
    return {
        "phase": "Succeeded",
        "conditions": conditions(pod, False, reason="PodCompleted"),
        "containerStatuses": statuses,
    }
