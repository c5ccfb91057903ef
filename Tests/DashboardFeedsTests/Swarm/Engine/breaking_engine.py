#!/usr/bin/env python3
"""A docker engine of recordings whose event stream breaks off at once. breaking_engine.py FOLDER; prints its port."""
import os, socket, sys, threading

folder = sys.argv[1]


def recorded(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def whole(body, headers=b""):
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n%s\r\n" % (len(body), headers) + body


INFO = b'{"ServerVersion":"20.10.24","OSType":"linux","Swarm":{"LocalNodeState":"active","ControlAvailable":true}}'
ANSWERS = {"/_ping": whole(b"OK", b"Api-Version: 1.41\r\n"), "/v1.41/info": whole(INFO)}
for name in ("services", "nodes", "configs", "tasks"):
    ANSWERS["/v1.41/" + name] = whole(recorded(name + ".json"))
EVENTS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


def serve(connection):
    stream = connection.makefile("rb")
    try:
        while line := stream.readline():
            path = line.split(b" ")[1].partition(b"?")[0].decode()
            while stream.readline() not in (b"\r\n", b""):
                pass
            if path.endswith("/events"):
                connection.sendall(EVENTS)
                break
            connection.sendall(ANSWERS.get(path) or whole(b"[]"))
    except OSError:
        pass
    finally:
        stream.close()
        connection.close()


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(128)
print(listener.getsockname()[1], flush=True)


def accept():
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()


threading.Thread(target=accept, daemon=True).start()
while sys.stdin.buffer.read(1):
    pass
os._exit(0)
