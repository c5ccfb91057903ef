# A generator that speaks the Kubernetes API's wire format over loopback. It is NOT a server: it stores nothing and checks nothing.
"""serve.py FOLDER [--nodes 5000] [--pods 150000] [--services 1000] [--credentials 500]

Lists are paged, as JSON or (pods) protobuf; watches carry the events of a rolling restart, which GET /generator/restart?rate=5000&
seconds=60 begins and whose figures GET /generator/state tells; GET /generator/cut ends every watch. FOLDER/kubeconfig leads to it.
Pods are recorded ones of a real kube-apiserver (record); a list that is paged while events flow is not of one moment.
"""

import argparse
import asyncio
import json
import pathlib
import re
import time
import urllib.parse

from fleet import FIRST_VERSION, Fleet
from templates import JSON, PROTOBUF, PodTemplates, compact, field, unknown, unknown_ends, variable

TICK_SECONDS, BOOKMARK_SECONDS = 0.005, 30
BLOCK = 500
PODS = "/api/v1/pods"


class Generator:
    def __init__(self, fleet):
        self.fleet, self.templates = fleet, PodTemplates()
        self.objects = {
            path: (kind, [compact(one) for one in items]) for path, (kind, items) in fleet.objects().items()
        }
        self.watching, self.requests, self.sent, self.restarting = set(), 0, 0, False
        self.longest_delay = 0.0

    # --- answers -----------------------------------------------------------------------------------------------------
    def discovery(self, path):
        groups = {}
        for collection, (kind, _) in {**self.objects, PODS: ("Pod", [])}.items():
            base, _, name = collection.rpartition("/")
            groups.setdefault(base, []).append(
                {
                    "name": name,
                    "singularName": kind.lower(),
                    "kind": kind,
                    "verbs": ["get", "list", "watch"],
                    "namespaced": kind not in CLUSTER_WIDE,
                }
            )
        if path == "/version":
            return {"major": "1", "minor": "20", "gitVersion": "v1.20.2-generator", "platform": "linux/amd64"}
        if path == "/api":
            return {"kind": "APIVersions", "versions": ["v1"]}
        if path == "/apis":
            named = sorted(base.split("/")[2:4] for base in groups if base.startswith("/apis/"))
            return {
                "kind": "APIGroupList",
                "apiVersion": "v1",
                "groups": [
                    {
                        "name": name,
                        "versions": [version(name, number)],
                        "preferredVersion": version(name, number),
                    }
                    for name, number in named
                ],
            }
        if path in groups:
            return {
                "kind": "APIResourceList",
                "apiVersion": "v1",
                "groupVersion": path.removeprefix("/api/").removeprefix("/apis/"),
                "resources": groups[path],
            }
        return None

    async def send_pods(self, query, form, writer):
        """A page of the pods' list, or all of it: made in blocks as it is sent."""
        fleet, templates = self.fleet, self.templates
        limit = int(query.get("limit", "0")) or fleet.pods
        version_text, _, start_text = query.get("continue", f"{fleet.version}.0").partition(".")
        start, end = int(start_text), min(int(start_text) + limit, fleet.pods)
        more, left = f"{version_text}.{end}" if end < fleet.pods else "", fleet.pods - end
        if form == PROTOBUF:
            meta = field(2, version_text.encode())
            if more:
                meta += field(3, more.encode()) + b"\x20" + variable(left)
            meta, joint = field(1, meta), b""
            size = sum(fleet.size(templates, form, slot) for slot in range(start, end))
            head, tail = unknown_ends("PodList", len(meta) + size)
            head += meta
        else:
            head, tail = listed("PodList", "v1", version_text, more, left, []).split(b"]}")[0], b"]}"
            joint = b","
            size = sum(fleet.size(templates, form, slot) + 1 for slot in range(start, end)) - 1
        length = len(head) + size + len(tail)
        writer.write(
            f"HTTP/1.1 200 OK\r\nContent-Type: {form}\r\nContent-Length: {length}\r\n\r\n".encode() + head
        )
        for block in range(start, end, BLOCK):
            slots = range(block, min(block + BLOCK, end))
            before = joint if block > start else b""
            writer.write(before + joint.join([fleet.item(templates, form, slot) for slot in slots]))
            await writer.drain()
        writer.write(tail)
        await writer.drain()
        return True

    def others(self, path, query):
        path, namespace = without_namespace(path)
        kind, items = self.objects[path]
        if namespace:
            mark = b'"namespace":"' + namespace.encode() + b'"'
            items = [item for item in items if mark in item]
        limit = int(query.get("limit", "0")) or len(items) or 1
        start = int(query.get("continue", "0"))
        end = min(start + limit, len(items))
        group = path.removeprefix("/api/").removeprefix("/apis/").rpartition("/")[0]
        return listed(
            kind + "List",
            group,
            str(FIRST_VERSION),
            str(end) if end < len(items) else "",
            len(items) - end,
            items[start:end],
        )

    # --- connections -------------------------------------------------------------------------------------------------
    async def connection(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, target, _ = head[0].split(" ")
                headers = {
                    name.lower(): value.strip()
                    for name, _, value in (line.partition(":") for line in head[1:] if line)
                }
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                self.requests += 1
                path, _, raw = target.partition("?")
                query = {
                    key: values[-1]
                    for key, values in urllib.parse.parse_qs(raw, keep_blank_values=True).items()
                }
                if not await self.answer(method, path, query, headers, body, reader, writer):
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, method, path, query, headers, body, reader, writer):
        """Whether the connection may be used again."""
        form = PROTOBUF if PROTOBUF in headers.get("accept", "").partition(",")[0] else JSON
        if query.get("watch", "") in ("1", "true"):
            await self.watch(path, query, form, reader, writer)
            return False
        if method == "POST":
            return await send(writer, compact(reviewed(json.loads(body))), status="201 Created")
        if path == PODS:
            return await self.send_pods(query, form, writer)
        if without_namespace(path)[0] in self.objects:
            return await send(writer, self.others(path, query))
        if path.startswith("/generator/"):
            return await send(writer, compact(self.told(path, query)))
        found = self.discovery(path)
        if found is None:
            return await send(
                writer,
                compact(fault(404, "NotFound", "the server could not find the requested resource")),
                status="404 Not Found",
            )
        return await send(writer, compact(found))

    async def watch(self, path, query, form, reader, writer):
        since = int(query.get("resourceVersion") or self.fleet.version)
        pods = path == PODS
        told = form if pods else JSON
        await send(writer, None, told + (";stream=watch" if told == PROTOBUF else ""))
        mark = object()
        self.watching.add(mark)
        history = self.fleet.history
        if pods and history and since < history[0].version - 1:
            writer.write(
                chunk(
                    compact({"type": "ERROR", "object": fault(410, "Expired", "too old resource version")})
                    + b"\n"
                )
                + b"0\r\n\r\n"
            )
            await writer.drain()
            return
        end = time.monotonic() + float(query.get("timeoutSeconds", "1800"))
        bookmark = time.monotonic() + BOOKMARK_SECONDS
        while mark in self.watching and time.monotonic() < end:
            if pods and self.fleet.version > since:
                fresh = [
                    history[index]
                    for index in range(len(history) - (self.fleet.version - since), len(history))
                ]
                writer.write(
                    chunk(b"".join(self.fleet.event(self.templates, form, change) for change in fresh))
                )
                since = fresh[-1].version
                self.sent += len(fresh)
                await writer.drain()
            elif not pods and time.monotonic() > bookmark and query.get("allowWatchBookmarks"):
                bookmark = time.monotonic() + BOOKMARK_SECONDS
                writer.write(chunk(self.bookmark(path)))
                await writer.drain()
            elif (
                pods and time.monotonic() > bookmark and query.get("allowWatchBookmarks") and form == PROTOBUF
            ):
                bookmark = time.monotonic() + BOOKMARK_SECONDS
                pod = field(1, field(6, str(since).encode()))
                event = field(1, b"BOOKMARK") + field(2, field(1, unknown("Pod", pod)))
                writer.write(chunk(len(event).to_bytes(4, "big") + event))
                await writer.drain()
            if writer.is_closing() or reader.at_eof():
                break
            await asyncio.sleep(TICK_SECONDS)
        self.watching.discard(mark)
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    def bookmark(self, path):
        kind = self.objects[path][0] if path in self.objects else "Pod"
        return (
            compact(
                {
                    "type": "BOOKMARK",
                    "object": {"kind": kind, "metadata": {"resourceVersion": str(self.fleet.version)}},
                }
            )
            + b"\n"
        )

    # --- the restart -------------------------------------------------------------------------------------------------
    def told(self, path, query):
        if path == "/generator/cut":
            self.watching.clear()
        elif path == "/generator/restart" and not self.restarting:
            self.restarting = True
            asyncio.get_running_loop().create_task(
                self.restart(int(query.get("rate", "5000")), float(query.get("seconds", "60")))
            )
        return {
            "version": self.fleet.version,
            "watches": len(self.watching),
            "requests": self.requests,
            "sent": self.sent,
            "restarting": self.restarting,
            "longestDelaySeconds": round(self.longest_delay, 4),
        }

    async def restart(self, rate, seconds):
        """Events at this rate, as even as the loop's ticks allow. How late the latest tick came is told, too."""
        began, made = time.monotonic(), 0
        total = int(rate * seconds) // 3 * 3
        while made < total:
            due = min(total, int((time.monotonic() - began) * rate))
            self.longest_delay = max(self.longest_delay, (due - made) / rate)
            for _ in range(due - made):
                self.fleet.step()
            made = due
            await asyncio.sleep(TICK_SECONDS)
        self.restarting = False


CLUSTER_WIDE = {
    "Node",
    "Namespace",
    "GMSACredentialSpec",
    "ClusterRole",
    "ClusterRoleBinding",
    "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
}


def without_namespace(path):
    """(path of the collection, the namespace that it is narrowed to or None); pods are never narrowed."""
    found = re.fullmatch(r"(.*)/namespaces/([^/]+)(/(?!pods)[^/]+)", path)
    return (found[1] + found[3], found[2]) if found else (path, None)


def version(name, number):
    return {"groupVersion": f"{name}/{number}", "version": number}


def listed(kind, group, list_version, more, left, items):
    meta = {
        "resourceVersion": list_version,
        **({"continue": more, "remainingItemCount": left} if more else {}),
    }
    head = compact({"kind": kind, "apiVersion": group, "metadata": meta})
    return head[:-1] + b',"items":[' + b",".join(items) + b"]}"


def fault(code, reason, message):
    return {
        "kind": "Status",
        "apiVersion": "v1",
        "status": "Failure",
        "message": message,
        "reason": reason,
        "code": code,
    }


def reviewed(asked):
    """Everything is allowed."""
    if asked.get("kind") == "SelfSubjectRulesReview":
        rule = {"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}
        return {**asked, "status": {"resourceRules": [rule], "nonResourceRules": [], "incomplete": False}}
    return {**asked, "status": {"allowed": True}}


def chunk(data):
    return b"%x\r\n%b\r\n" % (len(data), data)


async def send(writer, body, form=JSON, status="200 OK"):
    """A whole answer, or the head of one without an end when there is no body."""
    length = "Transfer-Encoding: chunked" if body is None else f"Content-Length: {len(body)}"
    writer.write(f"HTTP/1.1 {status}\r\nContent-Type: {form}\r\n{length}\r\n\r\n".encode())
    if body is not None:
        writer.write(body)
    await writer.drain()
    return True


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    for name, number in (("nodes", 5000), ("pods", 150_000), ("services", 1000), ("credentials", 500)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    generator = Generator(Fleet(asked.nodes, asked.pods, asked.services, asked.credentials))
    server = await asyncio.start_server(generator.connection, "127.0.0.1", 0, limit=1 << 20)
    port = server.sockets[0].getsockname()[1]
    asked.folder.mkdir(parents=True, exist_ok=True)
    place = {"server": f"http://127.0.0.1:{port}"}
    (asked.folder / "kubeconfig").write_text(
        json.dumps(
            {
                "apiVersion": "v1",
                "kind": "Config",
                "current-context": "generator",
                "clusters": [{"name": "generator", "cluster": place}],
                "users": [{"name": "anybody", "user": {}}],
                "contexts": [{"name": "generator", "context": {"cluster": "generator", "user": "anybody"}}],
            }
        )
    )
    print(place["server"], flush=True)
    await server.serve_forever()


asyncio.run(main())
