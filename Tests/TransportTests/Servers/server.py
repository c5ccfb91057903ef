#!/usr/bin/env python3
"""An HTTP server for tests that behaves badly on demand. Prints its port, and ends when its standard input does.

server.py [--tls CERT KEY [--clients CA] [--tls12]] [--unix PATH] [--proxy | --deaf | --full]
server.py --stdio [--say WORDS]
"""
import gzip, json, os, socket, ssl, sys, threading, time

arguments = sys.argv[1:]


def option(name, count):
    if name not in arguments:
        return None
    at = arguments.index(name)
    return arguments[at + 1 : at + 1 + count] or [""]


def head(status, headers=()):
    lines = ["HTTP/1.1 %s" % status] + ["%s: %s" % pair for pair in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def whole(status, body, headers=()):
    return head(status, [("Content-Length", len(body)), *headers]) + body


def read_request(stream):
    first = stream.readline()
    if not first:
        return None
    method, target, _ = first.decode().split(" ", 2)
    headers = {}
    while True:
        line = stream.readline().decode().rstrip("\r\n")
        if not line:
            break
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0))).decode()
    return method, target, headers, body


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


STREAM = [("Transfer-Encoding", "chunked")]


def answer(request, send, close):
    """Whether the connection stays."""
    method, target, headers, body = request
    path, _, query = target.partition("?")
    query = query.rstrip("=")
    if path == "/echo" or path.startswith("/apis/"):
        text = json.dumps({"method": method, "target": target, "headers": headers, "body": body})
        send(whole("200 OK", text.encode()))
    elif path == "/bytes":
        count, piece = int(query), b"x" * 65536
        send(head("200 OK", [("Content-Length", count)]))
        while count > 0:
            send(piece[:count])
            count -= len(piece)
    elif path == "/gzip":
        data = gzip.compress(b"hello " * 10000)
        send(whole("200 OK", data, [("Content-Encoding", "gzip")]))
    elif path == "/cut":
        send(head("200 OK", STREAM) + chunk(b"first") + b"100\r\nonly a part")
        return False
    elif path == "/short":
        send(head("200 OK", [("Content-Length", 100)]) + b"only a part")
        return False
    elif path == "/silent":
        send(head("200 OK", STREAM) + chunk(b"first"))
        time.sleep(3600)
    elif path == "/hang":
        time.sleep(3600)
    elif path == "/close":
        return False
    elif path == "/garbage":
        send(b"220 mail.example ESMTP\r\n")
        return False
    elif path == "/redirect":
        send(whole("302 Found", b"", [("Location", "/echo")]))
    elif path.startswith("/status/"):
        send(whole(path.split("/")[2] + " Some Words", b'{"message":"as asked"}'))
    else:
        send(whole("404 Not Found", b"nothing here"))
    return True


def serve(read, send, close):
    try:
        while True:
            request = read_request(read)
            if request is None or not answer(request, send, close):
                return
    except ValueError:
        send(whole("400 Bad Request", b"this is no HTTP"))
    except OSError:
        pass
    finally:
        close()


def relay(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
    except OSError:
        pass
    finally:
        try:
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


def serve_proxy(connection):
    """CONNECT HOST:PORT is let through to 127.0.0.1:PORT, unless the host is called forbidden."""
    stream = connection.makefile("rb")
    request = read_request(stream)
    if request is None:
        return
    method, target, _, _ = request
    host, _, port = target.rpartition(":")
    if method != "CONNECT" or host == "forbidden":
        connection.sendall(whole("407 Proxy Authentication Required", b"no"))
        connection.close()
        return
    other = socket.create_connection(("127.0.0.1", int(port)))
    connection.sendall(b"HTTP/1.1 200 Made\r\nX-Proxy: yes\r\n\r\n")
    threading.Thread(target=relay, args=(connection, other), daemon=True).start()
    relay(other, connection)


def serve_socket(connection, context):
    spare = socket.socket(fileno=os.dup(connection.fileno()))
    try:
        if "--proxy" in arguments:
            spare.close()
            return serve_proxy(connection)
        if context:
            connection = context.wrap_socket(connection, server_side=True)
        spare.close()
    except OSError:
        # A close now would overtake the alert that says why.
        while spare.recv(4096):
            pass
        return

    def close():
        try:
            # A plain close would reset the connection where something of the request is unread.
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        connection.close()

    serve(connection.makefile("rb"), connection.sendall, close)


def tls():
    pair = option("--tls", 2)
    if not pair:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*pair)
    clients = option("--clients", 1)
    if clients:
        context.load_verify_locations(clients[0])
        context.verify_mode = ssl.CERT_REQUIRED
    if "--tls12" in arguments:
        context.maximum_version = ssl.TLSVersion.TLSv1_2
    return context


def until_orphaned():
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


def main():
    if "--stdio" in arguments:
        words = option("--say", 1)
        if words:
            print(words[0], file=sys.stderr, flush=True)
            sys.exit(255)

        def send(data):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()

        serve(sys.stdin.buffer, send, lambda: None)
        return
    path = option("--unix", 1)
    listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    listener.bind(path[0] if path else ("127.0.0.1", 0))
    listener.listen(0 if "--full" in arguments else 128)
    # With its queue full, the system answers no more connections: nobody takes them out.
    waiting = []
    if "--full" in arguments:
        for _ in range(4):
            waiting.append(socket.socket())
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(listener.getsockname())
    print(0 if path else listener.getsockname()[1], flush=True)
    if "--deaf" not in arguments and "--full" not in arguments:
        context = tls()

        def accept():
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=serve_socket, args=(connection, context), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
    until_orphaned()


main()
