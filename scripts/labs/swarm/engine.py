# A small client of the Engine API over a unix socket, for the lab's own tools.
import http.client
import json
import socket

from labs.processes import LabFault


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Engine:
    def __init__(self, path):
        self.path = path

    def ask(self, method, path, body=None, timeout=30):
        """(status, decoded answer); (0, why) when nobody answers."""
        connection = UnixConnection(self.path, timeout)
        try:
            data = None if body is None else json.dumps(body).encode()
            connection.request(
                method, "/v1.41" + path, data, {"Content-Type": "application/json"} if data else {}
            )
            answer = connection.getresponse()
            content = answer.read()
            try:
                return answer.status, json.loads(content) if content.strip() else None
            except ValueError:
                return answer.status, content.decode(errors="replace")
        except (OSError, http.client.HTTPException) as fault:
            return 0, str(fault)
        finally:
            connection.close()

    def get(self, path):
        """The answer, or None when there is none."""
        status, found = self.ask("GET", path)
        return found if status == 200 else None

    def must(self, method, path, body=None, timeout=60):
        status, found = self.ask(method, path, body, timeout)
        if not 200 <= status < 300:
            raise LabFault(f"{method} {path}: {status} {found}")
        return found
