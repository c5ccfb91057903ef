# The few messages of the swarmkit protocol that an agent needs, as protobuf's wire format.
"""Field numbers. Source: github.com/moby/swarmkit, api/types.proto, api/dispatcher.proto, api/ca.proto."""

# TaskState
ASSIGNED, ACCEPTED, PREPARING, READY, STARTING, RUNNING = 192, 256, 320, 384, 448, 512
COMPLETE, SHUTDOWN, FAILED, REJECTED = 576, 640, 704, 768
WORDS = {
    ACCEPTED: "accepted",
    PREPARING: "preparing",
    READY: "prepared",
    STARTING: "starting",
    RUNNING: "started",
    COMPLETE: "finished",
    SHUTDOWN: "shutdown",
    FAILED: "started",
    REJECTED: "preparing",
}
ISSUED = 3  # IssuanceStatus.State


def number(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def message(*fields):
    """(field's number, value) pairs; values are numbers, text or bytes. What is empty is left out, as proto3 does."""
    out = b""
    for field, value in fields:
        if isinstance(value, str):
            value = value.encode()
        if isinstance(value, int):
            out += number(field << 3) + number(value) if value else b""
        elif value:
            out += number(field << 3 | 2) + number(len(value)) + value
    return out


def fields(data):
    """{field's number: [values]}; what has a length is bytes."""
    found, at = {}, 0

    def variable():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                return value

    while at < len(data):
        key = variable()
        kind = key & 7
        if kind == 0:
            value = variable()
        else:
            size = {1: 8, 5: 4}.get(kind) or variable()
            value = data[at : at + size]
            at += size
        found.setdefault(key >> 3, []).append(value)
    return found


def last(found, field, otherwise=b""):
    return found.get(field, [otherwise])[-1]


def part(found, field):
    return fields(last(found, field))


def text(found, field):
    return last(found, field).decode(errors="replace")


def node_description(name, system, architecture, engine, labels):
    plugins = {
        "windows": (
            ("Log", "etwlogs"),
            ("Log", "json-file"),
            ("Network", "overlay"),
            ("Network", "nat"),
            ("Volume", "local"),
        ),
        "linux": (("Network", "overlay"), ("Volume", "local")),
    }[system]
    engine_fields = [(1, engine)] + [(2, message((1, key), (2, value))) for key, value in labels.items()]
    engine_fields += [(3, message((1, kind), (2, plugin))) for kind, plugin in plugins]
    return message(
        (1, name),
        (2, message((1, architecture), (2, system))),
        (3, message((1, 4_000_000_000), (2, 16 << 30))),
        (4, message(*engine_fields)),
    )


def task_status(task, state, now, fault="", exit_code=0):
    """TaskStatusUpdate."""
    container = b""
    if state >= STARTING and state != REJECTED:
        container = message(
            (1, (task.encode().hex() * 2)[:64]), (2, 4242 if state == RUNNING else 0), (3, exit_code)
        )
    status = message(
        (1, message((1, int(now)), (2, int(now % 1 * 1e9)))),
        (2, state),
        (3, WORDS[state]),
        (4, fault),
        (5, container),
    )
    return message((1, task), (2, status))
