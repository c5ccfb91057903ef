# A small client of the Kubernetes API, for the lab's own tools: one kept connection a thread, and watches.
import http.client
import json
import pathlib
import ssl
import threading
import time

MERGE = "application/merge-patch+json"


class Client:
    """Talks as one of the lab's certificates; `nodes` may do everything."""

    def __init__(self, folder, name="nodes"):
        self.folder = pathlib.Path(folder)
        self.settings = json.loads((self.folder / "lab.json").read_text())
        keys = self.folder / "keys"
        self.tls = ssl.create_default_context(cafile=str(keys / "ca.crt"))
        self.tls.load_cert_chain(str(keys / f"{name}.crt"), str(keys / f"{name}.key"))
        self.kept = threading.local()

    def connection(self, timeout):
        return http.client.HTTPSConnection(
            "127.0.0.1", self.settings["port"], context=self.tls, timeout=timeout
        )

    def call(self, method, path, body=None, form="application/json"):
        """(status, object). Asked once more when a kept connection turns out to be closed."""
        data = None if body is None else json.dumps(body).encode()
        headers = {} if data is None else {"Content-Type": form}
        for last in (False, True):
            connection = getattr(self.kept, "connection", None)
            fresh = connection is None
            if fresh:
                connection = self.kept.connection = self.connection(30)
            try:
                connection.request(method, path, data, headers)
                answer = connection.getresponse()
                content = answer.read()
                isJSON = "json" in (answer.getheader("Content-Type") or "")
                return answer.status, json.loads(content) if isJSON and content else content
            except (OSError, http.client.HTTPException):
                self.kept.connection = None
                connection.close()
                if last or fresh:
                    raise

    def get(self, path):
        """The object, or None when the server has none or does not answer."""
        try:
            status, found = self.call("GET", path)
        except (OSError, http.client.HTTPException):
            return None
        return found if status == 200 else None

    def changes(self, path, query=""):
        """(type, object) without end: first the list as ADDED, then the watch, and over again after a fault."""
        more = f"&{query}" if query else ""
        while True:
            try:
                status, found = self.call("GET", f"{path}?limit=0{more}")
                if status == 200:
                    for one in found.get("items") or []:
                        yield "ADDED", one
                    yield from self.watched(path, found["metadata"]["resourceVersion"], more)
            except (OSError, http.client.HTTPException, ValueError):
                pass
            time.sleep(0.5)

    def watched(self, path, version, more):
        """One watch until the server ends it with a fault."""
        while True:
            connection = self.connection(90)
            try:
                connection.request(
                    "GET",
                    f"{path}?watch=1&allowWatchBookmarks=1&timeoutSeconds=60&resourceVersion={version}{more}",
                )
                for line in connection.getresponse():
                    event = json.loads(line)
                    if event["type"] == "ERROR":
                        return
                    version = event["object"]["metadata"]["resourceVersion"]
                    if event["type"] != "BOOKMARK":
                        yield event["type"], event["object"]
            finally:
                connection.close()


def stamp():
    """Now, as Kubernetes writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
