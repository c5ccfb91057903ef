# What a scenario waits for, as questions to the real API server: each row of fault.json names one by its words.
POD = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "admission-probe"},
    "spec": {
        "serviceAccountName": "web",
        "containers": [{"name": "probe", "image": "registry.corp.example/shop/probe:1"}],
        "securityContext": {"windowsOptions": {"gmsaCredentialSpecName": "webapp01"}},
    },
}


def items(client, path):
    return (client.get(path) or {}).get("items") or []


def served(client, path):
    return client.get(path) is not None


def rolled(client, path):
    """Every replica of NAMESPACE/deployments|statefulsets|daemonsets/NAME is as its template now says, and ready."""
    namespace, kind, name = path.split("/")
    found = client.get(f"/apis/apps/v1/namespaces/{namespace}/{kind}/{name}")
    if not found:
        return False
    status = found["status"]
    if status.get("observedGeneration") != found["metadata"]["generation"]:
        return False
    if kind == "daemonsets":
        wanted = status["desiredNumberScheduled"]
        return (
            wanted > 0 and status.get("numberReady", 0) == status.get("updatedNumberScheduled", 0) == wanted
        )
    wanted = found["spec"]["replicas"]
    return (
        status.get("readyReplicas", 0)
        == status.get("updatedReplicas", 0)
        == status.get("replicas", 0)
        == wanted
    )


def complete(client, path):
    namespace, name = path.split("/")
    found = client.get(f"/apis/batch/v1/namespaces/{namespace}/jobs/{name}") or {"status": {}}
    return any(
        row["type"] == "Complete" and row["status"] == "True"
        for row in found["status"].get("conditions") or []
    )


def replica_set_says(client, words):
    return any(
        words in row.get("message", "")
        for found in items(client, "/apis/apps/v1/replicasets")
        for row in found["status"].get("conditions") or []
        if row["type"] == "ReplicaFailure"
    )


def unschedulable(client, count):
    found = [
        pod
        for pod in items(client, "/api/v1/pods")
        if any(row.get("reason") == "Unschedulable" for row in pod["status"].get("conditions") or [])
    ]
    return len(found) == int(count)


def statuses(pod):
    return pod["status"].get("containerStatuses") or []


def waiting(client, reason):
    return any(
        one["state"].get("waiting", {}).get("reason") == reason
        for pod in items(client, "/api/v1/pods")
        for one in statuses(pod)
    )


def started(client, prefix, count):
    """That many pods whose NAMESPACE/NAME begins so have met their fate on their nodes."""
    fates = [
        one["state"]
        for pod in items(client, "/api/v1/pods")
        if f"{pod['metadata']['namespace']}/{pod['metadata']['name']}".startswith(prefix)
        for one in statuses(pod)
    ]
    return len(fates) == int(count) and all(
        state.get("waiting", {}).get("reason") != "ContainerCreating" for state in fates
    )


def event(client, reason):
    return any(one.get("reason") == reason for one in items(client, "/api/v1/events"))


def addresses(client, path, count):
    """The Service NAMESPACE/NAME leads to that many addresses."""
    namespace, name = path.split("/")
    found = client.get(f"/api/v1/namespaces/{namespace}/endpoints/{name}") or {}
    return sum(len(subset.get("addresses") or []) for subset in found.get("subsets") or []) == int(count)


def admission(client, does):
    """What the API server does with a pod that names a credential spec, tried without creating one: `fills`, `does nothing`."""
    status, made = client.call("POST", "/api/v1/namespaces/shop/pods?dryRun=All", POD)
    if status != 201:
        return False
    return ("gmsaCredentialSpec" in made["spec"]["securityContext"]["windowsOptions"]) == (does == "fills")


def admission_says(client, words):
    status, answer = client.call("POST", "/api/v1/namespaces/shop/pods?dryRun=All", POD)
    return status != 201 and words in answer.get("message", "")


def orphans(client):
    """Pods on their way out, and pods whose owner is gone and that will go."""
    owners = {
        one["metadata"]["uid"]
        for path in ("apps/v1/replicasets", "apps/v1/statefulsets", "apps/v1/daemonsets", "batch/v1/jobs")
        for one in items(client, f"/apis/{path}")
        if not gone(client, one)
    }
    return [
        pod["metadata"]["name"]
        for pod in items(client, "/api/v1/pods")
        if pod["metadata"].get("deletionTimestamp")
        or any(owner["uid"] not in owners for owner in pod["metadata"].get("ownerReferences") or [])
    ]


def gone(client, found):
    """Whether an object's own owner is there no more."""
    for owner in found["metadata"].get("ownerReferences") or []:
        path = f"/apis/apps/v1/namespaces/{found['metadata']['namespace']}/deployments/{owner['name']}"
        if owner["kind"] == "Deployment" and client.get(path) is None:
            return True
    return False


CONDITIONS = {
    "served": served,
    "rolled": rolled,
    "complete": complete,
    "replica set says": replica_set_says,
    "unschedulable": unschedulable,
    "waiting": waiting,
    "started": started,
    "event": event,
    "addresses": addresses,
    "admission": admission,
    "admission says": admission_says,
}


def holds(client, row):
    return CONDITIONS[row[0]](client, *row[1:])
