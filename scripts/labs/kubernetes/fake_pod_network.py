# A fake of the pod network, as far as kube-apiserver needs one: every address of a fake pod leads to the fake webhook.
"""An HTTP CONNECT proxy on FOLDER/pods.sock. Nobody listens = connection refused, as from a pod that does not listen."""

import asyncio
import json
import pathlib
import sys


async def copy(source, target):
    try:
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
        target.write_eof()
    except OSError:
        target.close()


async def serve(client_in, client_out, port):
    try:
        await client_in.readuntil(b"\r\n\r\n")
        try:
            pod_in, pod_out = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            client_out.write(b"HTTP/1.1 503 connect: connection refused\r\nContent-Length: 0\r\n\r\n")
            return
        client_out.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.gather(copy(client_in, pod_out), copy(pod_in, client_out))
        pod_out.close()
    except (OSError, asyncio.IncompleteReadError):
        pass
    finally:
        client_out.close()


async def main():
    folder = pathlib.Path(sys.argv[1])
    port = json.loads((folder / "lab.json").read_text())["webhook"]
    path = folder / "pods.sock"
    path.unlink(missing_ok=True)
    async with await asyncio.start_unix_server(lambda i, o: serve(i, o, port), str(path)) as server:
        await server.serve_forever()


asyncio.run(main())
