# Services for a big swarm, and putting a used one in order again, so that it serves another test.
import concurrent.futures
import json
import time

from labs.processes import await_true
from labs.swarm.swarm import drain

WINDOWS = "node.platform.os==windows"


def rows(count):
    """That many fake nodes, four of five with Windows."""
    return [
        {
            "name": f"{'lin' if index % 5 == 4 else 'win'}-{index:03d}",
            "os": "linux" if index % 5 == 4 else "windows",
            "engine": "20.10.24",
        }
        for index in range(count)
    ]


def contents(account):
    accounts = [{"Name": account, "Scope": scope} for scope in ("contoso.example", "CONTOSO")]
    return {
        "CmsPlugins": ["ActiveDirectory"],
        "ActiveDirectoryConfig": {"GroupManagedServiceAccounts": accounts},
        "DomainJoinConfig": {
            "Sid": "S-1-5-21-2126729477-2524175714-3194792973",
            "MachineAccountName": account,
            "Guid": "670a3c1f-3a1a-4d2b-9d3f-2c1b6a8e0d01",
            "DnsTreeName": "contoso.example",
            "DnsName": "contoso.example",
            "NetBiosName": "CONTOSO",
        },
    }


class Fleet:
    """Services app-000 and so on, each with a config as its credential spec, and as many finished tasks as running ones."""

    def __init__(self, swarm, services, tasks):
        self.engine, self.services = swarm.any_manager(), services
        self.replicas = max(1, tasks // services // 2)

    def make(self, say):
        began = time.monotonic()
        configs = [self.config(index) for index in range(40)]
        for index in range(self.services):
            self.service(index, configs[index % 40])
        self.running(self.services * self.replicas)
        say(f"{self.services} services run after {time.monotonic() - began:.0f} s")
        roll(self.engine, [f"app-{index:03d}" for index in range(self.services)])
        await_true(lambda: self.count() >= 2 * self.services * self.replicas, 600, "tasks of the past")
        self.running(self.services * self.replicas)
        say(f"{self.count()} tasks after {time.monotonic() - began:.0f} s")

    def config(self, index):
        import base64

        name = f"gmsa{index:02d}-v1"
        data = base64.b64encode(json.dumps(contents(f"gmsa{index:02d}")).encode()).decode()
        return name, self.engine.must("POST", "/configs/create", {"Name": name, "Data": data})["ID"]

    def service(self, index, config):
        name, identity = config
        windows = index % 5 != 4
        container = {"Image": f"127.0.0.1:9/app-{index:03d}:1"}
        if windows:
            container["Privileges"] = {"CredentialSpec": {"Config": identity}}
            container["Configs"] = [{"ConfigID": identity, "ConfigName": name, "Runtime": {}}]
        constraint = WINDOWS if windows else "node.platform.os==linux"
        self.engine.must(
            "POST",
            "/services/create",
            {
                "Name": f"app-{index:03d}",
                "Mode": {"Replicated": {"Replicas": self.replicas}},
                "UpdateConfig": {"Parallelism": 0},
                "TaskTemplate": {
                    "ContainerSpec": container,
                    "Placement": {"Constraints": [constraint]},
                    "RestartPolicy": {"Condition": "any"},
                },
            },
        )

    def count(self):
        return len(self.engine.get("/tasks") or [])

    def running(self, wanted):
        def all_run():
            filters = json.dumps({"desired-state": ["running"]})
            found = self.engine.get(f"/tasks?filters={filters.replace(' ', '')}") or []
            return sum(task["Status"]["State"] == "running" for task in found) >= wanted

        await_true(all_run, 600, f"{wanted} tasks to run", pause=0.5)


def roll(engine, names, parallelism=0):
    """Every task of these services is started anew, as after `docker service update --force`."""
    by_name = {service["Spec"]["Name"]: service for service in engine.must("GET", "/services")}

    def one(name):
        service = by_name[name]
        spec = service["Spec"]
        spec["TaskTemplate"]["ForceUpdate"] = spec["TaskTemplate"].get("ForceUpdate", 0) + 1
        spec["UpdateConfig"] = {**spec.get("UpdateConfig", {}), "Parallelism": parallelism}
        engine.must("POST", f"/services/{service['ID']}/update?version={service['Version']['Index']}", spec)

    with concurrent.futures.ThreadPoolExecutor(4) as workers:
        list(workers.map(one, names))


def reset(swarm):
    """As after `up`: no service, config, label or rule, every node active save the managers, which take no tasks."""
    engine = swarm.any_manager()
    (swarm.folder / "rules.json").unlink(missing_ok=True)
    for service in engine.must("GET", "/services"):
        engine.must("DELETE", f"/services/{service['ID']}")
    await_true(lambda: engine.get("/tasks") == [], 60, "the tasks to go")
    for config in engine.must("GET", "/configs"):
        engine.must("DELETE", f"/configs/{config['ID']}")
    for node in engine.must("GET", "/nodes"):
        spec = {**node["Spec"], "Labels": {}, "Availability": "active"}
        if node["Description"]["Hostname"].startswith("node-"):
            drain(engine, {**node, "Spec": spec})
        elif spec != node["Spec"]:
            engine.must("POST", f"/nodes/{node['ID']}/update?version={node['Version']['Index']}", spec)
    swarm.start_agents()
    swarm.await_nodes(len(swarm.names()) + len(json.loads((swarm.folder / "nodes.json").read_text())))
