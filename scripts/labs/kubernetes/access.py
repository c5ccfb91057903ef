# Who may log in to the lab and how: authorities, certificates, tokens, and the kubeconfig with a context for each way.
import base64
import json
import secrets

from labs.keys import YEARS_AGO, Authority, pem, public_pem, rsa_key

MASTERS = "system:masters"
# What kube-apiserver reads as static tokens: user and groups. Their rights are in rbac.yaml.
TOKEN_USERS = {
    "admin-token": ("lab-admin", MASTERS),
    "reader": ("gmsa-reader", ""),
    "namespaced": ("shop-viewer", ""),
    "nobody": ("nobody", ""),
}
WEBHOOK_NAMES = ["gmsa-webhook", "gmsa-webhook.gmsa-system", "gmsa-webhook.gmsa-system.svc", "127.0.0.1"]

PLUGIN = """#!/bin/sh
# Does as a cloud's login helper: prints an ExecCredential in the version that the client asks for.
version=$(printf '%s' "$KUBERNETES_EXEC_INFO" | sed -n 's/.*"apiVersion":"\\([^"]*\\)".*/\\1/p')
until=$(date -u -d "+${LAB_LOGIN_MINUTES:-10} minutes" +%Y-%m-%dT%H:%M:%SZ)
printf '{"apiVersion":"%s","kind":"ExecCredential","status":{"token":"@TOKEN@","expirationTimestamp":"%s"}}\\n' \\
  "${version:-client.authentication.k8s.io/v1beta1}" "$until"
"""


def text(data):
    return base64.b64encode(data).decode()


class Access:
    """Makes everything once, in the lab's folder."""

    def __init__(self, folder, server, dead_server):
        self.folder, self.server, self.dead_server = folder, server, dead_server
        self.keys = folder / "keys"
        self.authority = Authority("kube-lab-ca")
        self.expired = Authority("kube-lab-ca", YEARS_AGO, self.authority.key)
        self.foreign = Authority("another-ca")
        self.tokens = {name: secrets.token_hex(16) for name in TOKEN_USERS}

    def write(self):
        self.keys.mkdir(mode=0o700)
        self.put("ca.crt", self.authority.pem)
        self.put("expired-ca.crt", self.expired.pem)
        self.pair(
            "apiserver",
            self.authority.issue(
                "kube-apiserver",
                hosts=[
                    "127.0.0.1",
                    "10.96.0.1",
                    "localhost",
                    "kubernetes",
                    "kubernetes.default",
                    "kubernetes.default.svc",
                ],
            ),
        )
        self.pair("webhook", self.authority.issue(WEBHOOK_NAMES[2], hosts=WEBHOOK_NAMES))
        self.pair("nodes", self.authority.issue("system:fake-nodes", [MASTERS]))
        accounts = rsa_key()
        self.put("accounts.key", pem(accounts))
        self.put("accounts.pub", public_pem(accounts))
        rows = [
            f"{self.tokens[name]},{user},{user}" + (f',"{group}"' if group else "")
            for name, (user, group) in TOKEN_USERS.items()
        ]
        self.put("tokens.csv", "\n".join(rows).encode() + b"\n")
        for name in ("kube-controller-manager", "kube-scheduler"):
            self.put(f"{name}.kubeconfig", self.component(name))
        plugin = self.put("login-helper", PLUGIN.replace("@TOKEN@", self.tokens["reader"]).encode())
        plugin.chmod(0o700)
        (self.folder / "kubeconfig").write_bytes(self.kubeconfig())

    def put(self, name, data):
        path = self.keys / name
        path.write_bytes(data)
        path.chmod(0o600)
        return path

    def pair(self, name, made):
        self.put(f"{name}.crt", made[0])
        self.put(f"{name}.key", made[1])

    # A kubeconfig is YAML, and JSON is YAML.
    def cluster(self, authority, server=None, **more):
        return {"server": server or self.server, "certificate-authority-data": text(authority.pem), **more}

    def certificate_user(self, made):
        return {"client-certificate-data": text(made[0]), "client-key-data": text(made[1])}

    def component(self, name):
        return config(
            {"lab": self.cluster(self.authority)},
            {name: self.certificate_user(self.authority.issue(f"system:{name}"))},
            {name: {"cluster": "lab", "user": name}},
            name,
        )

    def kubeconfig(self):
        clusters = {
            "lab": self.cluster(self.authority),
            "expired-ca": self.cluster(self.expired),
            "wrong-ca": self.cluster(self.foreign),
            "wrong-port": self.cluster(self.authority, self.dead_server),
            "wrong-name": self.cluster(self.authority, **{"tls-server-name": "elsewhere.example"}),
            "unverified": {"server": self.server, "insecure-skip-tls-verify": True},
        }
        plugin = {
            "apiVersion": "client.authentication.k8s.io/v1beta1",
            "command": "./keys/login-helper",
            "args": [],
            "env": None,
            "interactiveMode": "Never",
            "provideClusterInfo": False,
        }
        users = {
            "admin": self.certificate_user(self.authority.issue("kube-lab-admin", [MASTERS])),
            "expired-client": self.certificate_user(
                self.authority.issue("kube-lab-admin", [MASTERS], valid=YEARS_AGO)
            ),
            "foreign-client": self.certificate_user(self.foreign.issue("kube-lab-admin", [MASTERS])),
            "impersonating": {"token": self.tokens["admin-token"], "as": "gmsa-reader"},
            "stranger": {"token": "0" * 32},
            "exec-plugin": {"exec": plugin},
        }
        users.update({name: {"token": token} for name, token in self.tokens.items()})
        contexts = {name: {"cluster": "lab", "user": name} for name in users}
        contexts["namespaced"]["namespace"] = "shop"
        contexts.update({name: {"cluster": name, "user": "reader"} for name in clusters if name != "lab"})
        return config(clusters, users, contexts, "admin")


def config(clusters, users, contexts, current):
    def named(kind, rows):
        return [{"name": name, kind: row} for name, row in rows.items()]

    return (
        json.dumps(
            {
                "apiVersion": "v1",
                "kind": "Config",
                "preferences": {},
                "current-context": current,
                "clusters": named("cluster", clusters),
                "users": named("user", users),
                "contexts": named("context", contexts),
            },
            indent=1,
        ).encode()
        + b"\n"
    )
