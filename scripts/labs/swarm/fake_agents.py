# Fake Swarm nodes: they join the real managers over the swarmkit protocol, report any platform, and tell of the tasks given to them.
"""fake_agents FOLDER        (inside the lab's network namespace)

FOLDER/nodes.json: [{"name", "os", "architecture", "engine", "labels"}]. FOLDER/rules.json, read again whenever it changes, says what
becomes of tasks; the first match decides: {"match": REGEX on "service image", "node": REGEX, "to": FATE, "err": TEXT, "after":
SECONDS, "exit": N}. FATE: RUNNING, PREPARING, STARTING (stays so), REJECTED, FAILED, COMPLETE, or SILENT (the node falls silent).
Identities are kept in FOLDER/agents, so that a restarted agent is the same node."""

import asyncio
import json
import pathlib
import random
import re
import sys
import time

import grpc
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from labs.keys import pem
from labs.swarm import wire
from labs.swarm.engine import Engine

DISPATCHER, AUTHORITY = "/docker.swarmkit.v1.Dispatcher/", "/docker.swarmkit.v1.NodeCA/"
FLUSH_SECONDS, RETRY_SECONDS = 0.05, 0.5


class Rules:
    def __init__(self, path):
        self.path, self.read, self.rows = path, None, []

    def now(self):
        try:
            changed = self.path.stat().st_mtime_ns
            if changed != self.read:
                self.rows, self.read = json.loads(self.path.read_text()), changed
        except FileNotFoundError:
            self.rows = []
        except ValueError as fault:
            print("rules:", fault, flush=True)
        return self.rows

    def of_task(self, node, subject):
        return next(
            (
                row
                for row in self.now()
                if row["to"] != "SILENT"
                and re.search(row.get("match", ""), subject)
                and re.search(row.get("node", ""), node)
            ),
            {},
        )

    def silent(self, node):
        return any(row["to"] == "SILENT" and re.search(row.get("node", ""), node) for row in self.now())


class Agent:
    def __init__(self, row, folder, rules, swarm):
        self.row, self.name, self.rules, self.swarm = row, row["name"], rules, swarm
        self.identity = folder / "agents" / f"{self.name}.json"
        self.managers = [f"127.0.0.{index + 1}:2377" for index in range(swarm["managers"])]
        # Task: [state, desired state, subject of rules]; what is to be told of it: task -> TaskStatusUpdate.
        self.tasks, self.news = {}, {}

    def channel(self, address, key=None, certificate=None):
        credentials = grpc.ssl_channel_credentials(self.swarm["root"], key, certificate)
        return grpc.aio.secure_channel(
            address,
            credentials,
            [("grpc.ssl_target_name_override", "swarm-manager"), ("grpc.max_receive_message_length", -1)],
        )

    async def live(self):
        """Joins, and has one session after the other until the process ends."""
        while True:
            address = random.choice(self.managers)
            try:
                await self.join(address)
                await self.session(address)
            except (grpc.RpcError, asyncio.TimeoutError, StopAsyncIteration) as fault:
                print(
                    self.name,
                    address,
                    "lost:",
                    fault.code() if isinstance(fault, grpc.RpcError) else fault,
                    flush=True,
                )
            await asyncio.sleep(RETRY_SECONDS)

    async def join(self, address):
        if self.identity.exists():
            kept = json.loads(self.identity.read_text())
            self.key, self.certificate = kept["key"].encode(), kept["certificate"].encode()
            return
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        request = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
        async with self.channel(address) as channel:
            asked = wire.message(
                (2, request.public_bytes(serialization.Encoding.PEM)), (3, self.swarm["token"])
            )
            issued = wire.fields(
                await channel.unary_unary(AUTHORITY + "IssueNodeCertificate")(asked, timeout=20)
            )
            node = wire.message((1, wire.text(issued, 1)))
            while True:
                answer = wire.fields(
                    await channel.unary_unary(AUTHORITY + "NodeCertificateStatus")(node, timeout=20)
                )
                if wire.last(wire.part(answer, 1), 1, 0) == wire.ISSUED:
                    break
        self.key, self.certificate = pem(key), wire.last(wire.part(answer, 2), 4)
        self.identity.write_text(
            json.dumps({"key": self.key.decode(), "certificate": self.certificate.decode()})
        )

    async def session(self, address):
        row = self.row
        description = wire.node_description(
            self.name, row["os"], row.get("architecture", "x86_64"), row["engine"], row.get("labels", {})
        )
        async with self.channel(address, self.key, self.certificate) as channel:
            stream = channel.unary_stream(DISPATCHER + "Session")(wire.message((1, description)))
            first = wire.fields(await asyncio.wait_for(stream.__aiter__().__anext__(), 20))
            session = wire.text(first, 1)
            print(self.name, "ready at", address, flush=True)
            parts = [
                self.managed(stream, first),
                self.heartbeat(channel, session),
                self.assignments(channel, session),
                self.telling(channel, session),
            ]
            running = [asyncio.ensure_future(one) for one in parts]
            try:
                done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for one in done:
                    one.result()
            finally:
                for one in running:
                    one.cancel()
                await asyncio.gather(*running, return_exceptions=True)

    async def managed(self, stream, first):
        """Learns the managers' addresses, for the day when this one is gone."""
        found = first
        while True:
            addresses = [wire.text(wire.part(wire.fields(weighted), 1), 2) for weighted in found.get(3, [])]
            self.managers = [one for one in addresses if one] or self.managers
            found = wire.fields(await stream.__aiter__().__anext__())

    async def heartbeat(self, channel, session):
        beat = channel.unary_unary(DISPATCHER + "Heartbeat")
        while True:
            if self.rules.silent(self.name):
                while self.rules.silent(self.name):
                    await asyncio.sleep(RETRY_SECONDS)
                return
            answer = wire.fields(await beat(wire.message((1, session)), timeout=10))
            period = wire.last(wire.part(answer, 1), 1, 5)
            await asyncio.sleep(max(1, period * 0.6))

    async def assignments(self, channel, session):
        async for data in channel.unary_stream(DISPATCHER + "Assignments")(wire.message((1, session))):
            for change in map(wire.fields, wire.fields(data).get(4, [])):
                assigned = wire.part(change, 1)
                if 1 in assigned:
                    self.assigned(wire.fields(assigned[1][-1]), removed=wire.last(change, 2, 0) == 1)

    def assigned(self, found, removed):
        task = wire.text(found, 1)
        if removed:
            self.tasks.pop(task, None)
            return
        desired = wire.last(found, 10, 0)
        if task in self.tasks:
            self.tasks[task][1] = desired
        else:
            image = wire.text(wire.part(wire.part(found, 3), 1), 1)
            state = max(wire.last(wire.part(found, 9), 2, 0), wire.ASSIGNED)
            self.tasks[task] = [state, desired, f"{wire.text(wire.part(found, 8), 1)} {image}"]
        state = self.tasks[task][0]
        if desired >= wire.SHUTDOWN:
            if state < wire.COMPLETE:
                self.tell(task, wire.SHUTDOWN)
        elif state < wire.RUNNING and not (state == wire.READY and desired < wire.RUNNING):
            self.work(task)

    def work(self, task):
        """Takes the task as far as its rule and its desired state let it go."""
        _, desired, subject = self.tasks[task]
        rule = self.rules.of_task(self.name, subject)
        fate = rule.get("to", "RUNNING")
        if fate == "PREPARING":
            self.tell(task, wire.PREPARING)
        elif fate == "REJECTED":
            self.later(rule, task, wire.REJECTED)
        elif desired < wire.RUNNING:
            self.tell(task, wire.READY)
        elif fate == "STARTING":
            self.tell(task, wire.STARTING)
        else:
            self.tell(task, wire.RUNNING)
            if fate in ("FAILED", "COMPLETE"):
                self.later(rule, task, getattr(wire, fate))

    def later(self, rule, task, state):
        exit_code = rule.get("exit", 1 if state == wire.FAILED else 0)
        fault = rule.get("err", "task: non-zero exit (1)" if state == wire.FAILED else "")
        asyncio.get_running_loop().call_later(
            rule.get("after", 0) + 2 * FLUSH_SECONDS, self.tell, task, state, fault, exit_code
        )

    def tell(self, task, state, fault="", exit_code=0):
        if task in self.tasks and self.tasks[task][0] < state:
            self.tasks[task][0] = state
            self.news[task] = wire.task_status(task, state, time.time(), fault, exit_code)

    async def telling(self, channel, session):
        """What is new, many tasks in one request; what could not be told is told in the next session."""
        update = channel.unary_unary(DISPATCHER + "UpdateTaskStatus")
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            news, self.news = self.news, {}
            if not news:
                continue
            try:
                await update(wire.message((1, session), *[(3, one) for one in news.values()]), timeout=20)
            except BaseException:
                self.news = {**news, **self.news}
                raise


async def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "agents").mkdir(exist_ok=True)
    settings = json.loads((folder / "lab.json").read_text())
    told = Engine(folder / "n1/docker.sock").must("GET", "/swarm")
    swarm = {
        "root": told["TLSInfo"]["TrustRoot"].encode(),
        "token": told["JoinTokens"]["Worker"],
        "managers": settings["managers"],
    }
    rules = Rules(folder / "rules.json")
    rows = json.loads((folder / "nodes.json").read_text())
    await asyncio.gather(*[Agent(row, folder, rules, swarm).live() for row in rows])


asyncio.run(main())
