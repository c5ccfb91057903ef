# Recorded pods as templates: bytes of a real kube-apiserver in which names, numbers and versions of equal width are replaced.
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
PROTOBUF, JSON = "application/vnd.kubernetes.protobuf", "application/json"
OWN_UID, OWNER_UID = b"11111111-1111-4111-8111-1111111111aa", b"00000000-0000-4000-8000-0000000000aa"
VERSION = b"1000000000"
# What is replaced, in a recorded pod, and the name of its replacement in `Template.fill`.
TOKENS = {
    b"app-0000": "service",
    b"7c9f8d6b5-00000000": "pod",
    b"team-000": "team",
    b"win-0000": "node",
    b"lin-0000": "node",
    b"gmsa000": "credential",
    OWN_UID: "uid",
    OWNER_UID: "owner",
    VERSION: "version",
}
SPLIT = re.compile(b"(" + b"|".join(sorted(map(re.escape, TOKENS), key=len, reverse=True)) + b")")


class Template:
    """Bytes with gaps. `fill` costs some microseconds, so that a list of 150,000 pods is made as it is sent."""

    def __init__(self, data):
        self.parts = SPLIT.split(data)
        self.gaps = [(index, TOKENS[self.parts[index]]) for index in range(1, len(self.parts), 2)]
        self.size = len(data)

    def fill(self, values):
        parts = self.parts.copy()
        for index, name in self.gaps:
            parts[index] = values[name]
        return b"".join(parts)


def variable(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def field(number, data):
    return variable(number << 3 | 2) + variable(len(data)) + data


def fields(data):
    """(number, kind, value) in order."""
    at = 0

    def read():
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
        key = read()
        if key & 7 == 0:
            yield key >> 3, 0, read()
        else:
            size = read()
            yield key >> 3, 2, data[at : at + size]
            at += size


def with_field(data, path, value):
    """The message with one text replaced, at a path of field numbers; every length around it is written anew."""
    out = b""
    for number, kind, old in fields(data):
        if kind == 0:
            out += variable(number << 3) + variable(old)
        elif number != path[0]:
            out += field(number, old)
        else:
            out += field(number, value if len(path) == 1 else with_field(old, path[1:], value))
    return out


def unknown_ends(kind, size, version="v1"):
    """What stands before and behind that many bytes in a runtime.Unknown, as a server wraps what it sends."""
    meta = field(1, version.encode()) + field(2, kind.encode())
    return b"k8s\0" + field(1, meta) + b"\x12" + variable(size), field(3, b"") + field(4, b"")


def unknown(kind, raw):
    head, tail = unknown_ends(kind, len(raw))
    return head + raw + tail


def recorded(system, state):
    """(protobuf of the Pod, its JSON as a dictionary) with the markers of TOKENS in them."""
    name = HERE / "pods" / f"pod-{system}-{state}"
    wrapped = name.with_suffix(".pb").read_bytes()
    raw = next(value for number, _, value in fields(wrapped[4:]) if number == 2)
    raw = with_field(with_field(raw, (1, 6), VERSION), (1, 5), OWN_UID)
    value = json.loads(name.with_suffix(".json").read_text())
    value["metadata"].update(resourceVersion=VERSION.decode(), uid=OWN_UID.decode())
    return raw, value


def compact(value):
    return json.dumps(value, separators=(",", ":")).encode()


class PodTemplates:
    """items[form, system, state] of lists, events[form, type, system, state] of watches."""

    def __init__(self):
        self.items, self.events = {}, {}
        for system in ("windows", "linux"):
            for state in ("running", "starting"):
                raw, value = recorded(system, state)
                item = {key: one for key, one in value.items() if key not in ("kind", "apiVersion")}
                self.items[PROTOBUF, system, state] = Template(field(2, raw))
                self.items[JSON, system, state] = Template(compact(item))
                for kind in ("ADDED", "MODIFIED", "DELETED"):
                    event = field(1, kind.encode()) + field(2, field(1, unknown("Pod", raw)))
                    self.events[PROTOBUF, kind, system, state] = Template(
                        len(event).to_bytes(4, "big") + event
                    )
                    self.events[JSON, kind, system, state] = Template(
                        compact({"type": kind, "object": value}) + b"\n"
                    )
