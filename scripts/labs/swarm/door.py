# The way from the host's loopback to a TCP port inside the lab's network namespace: it carries bytes and looks at none.
"""door DESCRIPTOR=ADDRESS:PORT…       each descriptor listens on the host; this process runs inside the namespace"""

import asyncio
import socket
import sys


async def copy(source, target):
    try:
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
        target.write_eof()
    except OSError:
        target.close()


async def carry(outer_in, outer_out, host, port):
    try:
        inner_in, inner_out = await asyncio.open_connection(host, port)
    except OSError:
        outer_out.transport.abort()
        return
    await asyncio.gather(copy(outer_in, inner_out), copy(inner_in, outer_out))
    for end in (inner_out, outer_out):
        end.close()


async def main():
    servers = []
    for word in sys.argv[1:]:
        descriptor, _, address = word.partition("=")
        host, _, port = address.partition(":")
        listening = socket.socket(fileno=int(descriptor))
        servers.append(
            await asyncio.start_server(lambda i, o, h=host, p=int(port): carry(i, o, h, p), sock=listening)
        )
    await asyncio.gather(*[server.serve_forever() for server in servers])


asyncio.run(main())
