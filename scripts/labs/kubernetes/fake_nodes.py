# Fake nodes: they register with the real API server, renew their leases, and tell of the pods that the real scheduler binds to them.
"""FOLDER/nodes.json names them; FOLDER/rules.json says what becomes of pods, and is read again whenever it changes. A list, the
first match decides: {"match": REGEX on "namespace/pod container image", "node": REGEX, "to": FATE, "message": TEXT, "exit": N}.
FATE: a key of fake_pods.FATES, SandboxError (no sandbox: stays ContainerCreating), or NodeSilent (the node's lease is not renewed).
"""

import concurrent.futures
import json
import pathlib
import re
import sys
import threading
import time

from labs.kubernetes import fake_hosts, fake_pods
from labs.kubernetes.client import MERGE, Client, stamp

LEASES = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"
HEARTBEAT_SECONDS = 10


class Nodes:
    def __init__(self, folder):
        self.client = Client(folder)
        self.folder = self.client.folder
        self.rows = json.loads((self.folder / "nodes.json").read_text())
        self.index = {row["name"]: index for index, row in enumerate(self.rows)}
        self.met, self.addresses, self.lock = {}, 0, threading.Lock()
        self.rules_read, self.rules_now = None, []

    def rules(self):
        try:
            path = self.folder / "rules.json"
            changed = path.stat().st_mtime_ns
            if changed != self.rules_read:
                self.rules_now, self.rules_read = json.loads(path.read_text()), changed
        except FileNotFoundError:
            return []
        except ValueError as fault:
            print("rules:", fault, flush=True)
        return self.rules_now

    # --- nodes -------------------------------------------------------------------------------------------------------
    def register(self):
        for index, row in enumerate(self.rows):
            wanted = fake_hosts.node(row, index)
            status, found = self.client.call("POST", "/api/v1/nodes", wanted)
            if status == 409:
                patch = {"metadata": {"labels": wanted["metadata"]["labels"]}, "spec": wanted["spec"]}
                status, found = self.client.call("PATCH", f"/api/v1/nodes/{row['name']}", patch, MERGE)
            self.client.call(
                "PATCH", f"/api/v1/nodes/{row['name']}/status", {"status": wanted["status"]}, MERGE
            )
            self.client.call(
                "POST", LEASES, fake_hosts.lease(row["name"], found["metadata"]["uid"], renewed())
            )
        print("registered", len(self.rows), flush=True)

    def heartbeat(self):
        while True:
            time.sleep(HEARTBEAT_SECONDS)
            silent = [rule["node"] for rule in self.rules() if rule["to"] == "NodeSilent"]
            for name in self.index:
                if any(re.search(pattern, name) for pattern in silent):
                    continue
                try:
                    self.client.call("PATCH", f"{LEASES}/{name}", {"spec": {"renewTime": renewed()}}, MERGE)
                except OSError as fault:
                    print("lease", name, fault, flush=True)

    # --- pods --------------------------------------------------------------------------------------------------------
    def follow(self):
        with concurrent.futures.ThreadPoolExecutor(8) as workers:
            for kind, pod in self.client.changes("/api/v1/pods", "fieldSelector=spec.nodeName!%3D"):
                uid, name = pod["metadata"]["uid"], pod["spec"]["nodeName"]
                if kind == "DELETED":
                    self.met.pop(uid, None)
                    continue
                if name not in self.index:
                    continue
                if pod["metadata"].get("deletionTimestamp"):
                    step = self.end
                elif not pod["status"].get("startTime"):
                    step = self.run
                else:
                    continue
                if self.met.get(uid) != step:
                    self.met[uid] = step
                    workers.submit(self.guarded, step, pod)

    def guarded(self, step, pod):
        try:
            step(pod)
        except Exception as fault:  # whatever it is, the other pods go on
            print("pod", pod["metadata"]["name"], repr(fault), flush=True)

    def rule(self, pod, container):
        meta = pod["metadata"]
        subject = f"{meta['namespace']}/{meta['name']} {container['name']} {container['image']}"
        for rule in self.rules():
            if (
                rule["to"] != "NodeSilent"
                and re.search(rule.get("match", ""), subject)
                and re.search(rule.get("node", ""), pod["spec"]["nodeName"])
            ):
                return rule
        return None

    def run(self, pod):
        spec = pod["spec"]
        index = self.index[spec["nodeName"]]
        if not self.put(pod, fake_pods.accepted(pod, fake_hosts.address(index))):
            return
        rules = {
            one["name"]: self.rule(pod, one)
            for one in (spec.get("initContainers") or []) + spec["containers"]
        }
        for rule in rules.values():
            if rule and rule["to"] == "SandboxError":
                self.event(pod, None, "Warning", "FailedCreatePodSandBox", rule["message"])
                return
        with self.lock:
            self.addresses += 1
            address = f"10.244.{index}.{self.addresses % 250 + 2}"
        status, events = fake_pods.settled(pod, rules, address)
        self.put(pod, status)
        for container, kind, reason, message in events:
            self.event(pod, container, kind, reason, message)
        if (
            spec.get("restartPolicy") in ("Never", "OnFailure")
            and status["phase"] == "Running"
            and self.of_job(pod)
        ):
            self.put(pod, fake_pods.completed(pod))

    def of_job(self, pod):
        return any(owner["kind"] == "Job" for owner in pod["metadata"].get("ownerReferences") or [])

    def put(self, pod, status):
        meta = pod["metadata"]
        path = f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}/status"
        return (
            self.client.call("PATCH", path, {"metadata": {"uid": meta["uid"]}, "status": status}, MERGE)[0]
            == 200
        )

    def event(self, pod, container, kind, reason, message):
        meta, now = pod["metadata"], stamp()
        about = {
            "apiVersion": "v1",
            "kind": "Pod",
            "namespace": meta["namespace"],
            "name": meta["name"],
            "uid": meta["uid"],
        }
        if container:
            about["fieldPath"] = f"spec.containers{{{container}}}"
        self.client.call(
            "POST",
            f"/api/v1/namespaces/{meta['namespace']}/events",
            {
                "apiVersion": "v1",
                "kind": "Event",
                "metadata": {"generateName": meta["name"] + "."},
                "involvedObject": about,
                "type": kind,
                "reason": reason,
                "message": message,
                "count": 1,
                "firstTimestamp": now,
                "lastTimestamp": now,
                "source": {"component": "kubelet", "host": pod["spec"]["nodeName"]},
            },
        )

    def end(self, pod):
        meta = pod["metadata"]
        self.client.call(
            "DELETE",
            f"/api/v1/namespaces/{meta['namespace']}/pods/{meta['name']}",
            {
                "apiVersion": "v1",
                "kind": "DeleteOptions",
                "gracePeriodSeconds": 0,
                "preconditions": {"uid": meta["uid"]},
            },
        )


def renewed():
    now = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + f".{int(now % 1 * 1e6):06d}Z"


if __name__ == "__main__":
    nodes = Nodes(pathlib.Path(sys.argv[1]))
    nodes.register()
    threading.Thread(target=nodes.heartbeat, daemon=True).start()
    nodes.follow()
