# A fake of the windows-gmsa admission webhook: does as its version v0.13.0 is documented to do, when the real API server asks it.
"""/mutate fills in contents from the GMSACredentialSpec of that name; /validate lets the API server decide whether the pod's
service account may `use` it (LocalSubjectAccessReview) and compares contents. As in v0.13.0, init containers are not visited.
Source: github.com/kubernetes-sigs/windows-gmsa, admission-webhook/README.md."""

import base64
import http.server
import json
import ssl
import sys

from labs.kubernetes.client import Client

CREDENTIAL_SPECS = "/apis/windows.k8s.io/v1/gmsacredentialspecs/"
NAME, CONTENTS = "gmsaCredentialSpecName", "gmsaCredentialSpec"


class Denied(Exception):
    def __init__(self, code, words):
        super().__init__(words)
        self.code = code


def as_go(value):
    """JSON as Go's encoder writes a map: keys in order, no blanks, HTML's characters escaped."""
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def quoted(name):
    return json.dumps(name)


def settings(pod):
    """{JSON pointer: (kind, name, windowsOptions)} of the pod and of each of its containers that has such options."""
    found, spec, meta = {}, pod["spec"], pod.get("metadata") or {}
    options = (spec.get("securityContext") or {}).get("windowsOptions")
    if options is not None:
        found["/spec/securityContext/windowsOptions"] = (
            "pod",
            meta.get("name") or meta.get("generateName") or "",
            options,
        )
    for index, container in enumerate(spec.get("containers") or []):
        options = (container.get("securityContext") or {}).get("windowsOptions")
        if options is not None:
            found[f"/spec/containers/{index}/securityContext/windowsOptions"] = (
                "container",
                container["name"],
                options,
            )
    return found


class Webhook:
    def __init__(self, client):
        self.client = client

    def contents(self, name):
        status, found = self.client.call("GET", CREDENTIAL_SPECS + name)
        if status == 404:
            raise Denied(404, f"cred spec {name} does not exist")
        if status != 200:
            raise Denied(
                500, f"unable to retrieve the contents of cred spec {name}: {found.get('message', status)}"
            )
        if "credspec" not in found:
            raise Denied(417, f"cred spec {name} does not have a credspec key")
        return found["credspec"]

    def mutate(self, request):
        if request["operation"] != "CREATE":
            return []
        return [
            {"op": "add", "path": f"{pointer}/{CONTENTS}", "value": as_go(self.contents(options[NAME]))}
            for pointer, (_, _, options) in settings(request["object"]).items()
            if options.get(NAME) and not options.get(CONTENTS)
        ]

    def validate(self, request):
        if request["operation"] == "UPDATE":
            return self.validate_update(request)
        pod = request["object"]
        account = pod["spec"].get("serviceAccountName") or "default"
        for kind, name, options in settings(pod).values():
            if options.get(NAME):
                self.validate_use(request["namespace"], account, kind, name, options)
            elif options.get(CONTENTS):
                raise Denied(
                    422,
                    f"{kind} {quoted(name)} has a GMSA cred spec set, but does not define the name of the "
                    "corresponding resource",
                )

    def validate_use(self, namespace, account, kind, name, options):
        wanted = options[NAME]
        allowed, reason = self.may_use(namespace, account, wanted)
        if not allowed:
            because = f", reason: {quoted(reason)}" if reason else ""
            raise Denied(
                403,
                f"service account {quoted(account)} is not authorized to `use` GMSA cred spec {quoted(wanted)}{because}",
            )
        try:
            same = json.loads(options.get(CONTENTS) or "") == self.contents(wanted)
        except ValueError:
            same = False
        if not same:
            raise Denied(
                422,
                f"the GMSA cred spec contents for {kind} {quoted(name)} does not match the contents of GMSA "
                f"resource {quoted(wanted)}",
            )

    def may_use(self, namespace, account, name):
        resource = {
            "namespace": namespace,
            "verb": "use",
            "group": "windows.k8s.io",
            "version": "v1",
            "resource": "gmsacredentialspecs",
            "name": name,
        }
        review = {
            "apiVersion": "authorization.k8s.io/v1",
            "kind": "LocalSubjectAccessReview",
            "metadata": {"namespace": namespace},
            "spec": {
                "user": f"system:serviceaccount:{namespace}:{account}",
                "resourceAttributes": resource,
                "groups": ["system:serviceaccounts", f"system:serviceaccounts:{namespace}"],
            },
        }
        path = f"/apis/authorization.k8s.io/v1/namespaces/{namespace}/localsubjectaccessreviews"
        status, answer = self.client.call("POST", path, review)
        if status not in (200, 201):
            return False, f"error when checking authz access: {answer.get('message', status)}"
        return answer["status"].get("allowed", False), answer["status"].get("reason", "")

    def validate_update(self, request):
        old, new = settings(request["oldObject"]), settings(request["object"])
        for pointer in sorted(old.keys() | new.keys()):
            kind, name, after = new.get(pointer) or (*old[pointer][:2], {})
            before = old[pointer][2] if pointer in old else {}
            changed = [
                word
                for word, key in (("name", NAME), ("contents", CONTENTS))
                if before.get(key) != after.get(key)
            ]
            if changed:
                raise Denied(
                    403,
                    f"cannot update an existing pod's GMSA settings (GMSA {' and '.join(changed)} modified on "
                    f"{kind} {quoted(name)})",
                )

    def review(self, path, asked):
        request = asked["request"]
        response = {"uid": request["uid"], "allowed": True}
        try:
            if path.startswith("/mutate"):
                patch = self.mutate(request)
                if patch:
                    response.update(
                        patchType="JSONPatch", patch=base64.b64encode(json.dumps(patch).encode()).decode()
                    )
            else:
                self.validate(request)
        except Denied as denial:
            response.update(allowed=False, status={"code": denial.code, "message": str(denial)})
        return {"apiVersion": asked["apiVersion"], "kind": "AdmissionReview", "response": response}


def handler(webhook):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self, status, body=b""):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            self.answer(
                *{"/info": (200, b'{"version":"v0.13.0"}'), "/health": (204,)}.get(self.path, (404, b"{}"))
            )

        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.answer(200, json.dumps(webhook.review(self.path, asked)).encode())

        def log_message(self, *_):
            pass

    return Handler


def main():
    client = Client(sys.argv[1])
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", client.settings["webhook"]), handler(Webhook(client))
    )
    server.daemon_threads = True
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(client.folder / "keys/webhook.crt", client.folder / "keys/webhook.key")
    # A handshake takes its connection's thread, not the one that accepts.
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


main()
