# Builds kube-apiserver, kube-controller-manager, kube-scheduler and kubectl from Debian's source package, once, into the cache.
"""The programs are Debian's Kubernetes (1.20.2 in bookworm), which Debian builds as kubectl alone. apt verifies the source
as it verifies packages. Compiling takes about 7 minutes on two cores, 4 GB of scratch disk and 3 GB of memory.
"""

import glob
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from labs.processes import LabFault

PROGRAMS = ("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl")
GO = "/usr/lib/go-1.19"
REFLECT2 = "/usr/share/gocode/src/github.com/modern-go/reflect2"
SUITES = ("bookworm", "bookworm-updates", "bookworm-security")
SCRATCH_MEGABYTES = 4000


def cache():
    """Where the programs are kept: KUBE_LAB_CACHE, else the user's cache folder."""
    chosen = os.environ.get("KUBE_LAB_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return pathlib.Path(chosen or os.path.join(home, "gmsa-tui", "kube-lab"))


def missing(folder):
    return [name for name in PROGRAMS if not os.access(folder / name, os.X_OK)]


def find():
    """The folder that holds all four programs, or None: KUBE_LAB_BIN, the cache."""
    for folder in (os.environ.get("KUBE_LAB_BIN"), cache() / "bin"):
        if folder and not missing(pathlib.Path(folder)):
            return pathlib.Path(folder)
    return None


def mirrors():
    """(address, suite) of the machine's mirrors of bookworm, as far as apt has their lists."""
    form = "$(REPO_URI) $(RELEASE) $(COMPONENT)"
    told = subprocess.run(
        ["apt-get", "indextargets", "--format", form], capture_output=True, text=True, check=False
    ).stdout
    found = {tuple(line.split()) for line in told.splitlines() if len(line.split()) == 3}
    return sorted((uri, suite) for uri, suite, part in found if suite in SUITES and part == "main")


def source_lists():
    """Lines for an apt configuration of our own: the same mirrors, with their sources."""
    found = mirrors()
    if not found:
        # New machines have no lists.
        subprocess.run(["apt-get", "-q", "update"], stdout=subprocess.DEVNULL, check=False)
        found = mirrors()
    if not any(suite == "bookworm" for _, suite in found):
        raise LabFault(
            "apt knows no mirror of Debian bookworm; set KUBE_LAB_BIN to a folder with " + ", ".join(PROGRAMS)
        )
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    signed = f"[signed-by={keys}] " if os.access(keys, os.R_OK) else ""
    return "".join(f"deb-src {signed}{uri} {suite} main\n" for uri, suite in found)


def fetch(scratch):
    """Debian's source, verified and unpacked. The machine's own apt configuration stays as it is."""
    apt = scratch / "apt"
    for folder in ("lists/partial", "archives/partial", "parts"):
        (apt / folder).mkdir(parents=True)
    (apt / "sources.list").write_text(source_lists())
    # apt drops to a user that cannot write into our folder.
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    settings = {
        "Dir::State::Lists": apt / "lists",
        "Dir::Cache": apt,
        "Dir::Etc::SourceList": apt / "sources.list",
        "Dir::Etc::SourceParts": apt / "parts",
        "APT::Sandbox::User": user,
    }
    command = ["apt-get", "-q"] + [
        word for key, value in settings.items() for word in ("-o", f"{key}={value}")
    ]
    run(command + ["update"], scratch)
    run(command + ["source", "--only-source", "--download-only", "kubernetes"], scratch)
    description = glob.glob(str(scratch / "kubernetes_*.dsc"))[0]
    run(["dpkg-source", "-x", description, str(scratch / "source")], scratch)
    return scratch / "source"


def mend_reflect2(source):
    """The vendored reflect2 walks maps in a way that programs of Go 1.18 and newer die of: Debian's newer one takes its place."""
    vendored = source / "vendor/github.com/modern-go/reflect2"
    for old in list(vendored.glob("*.go")) + list(vendored.glob("*.s")):
        old.unlink()
    for new in glob.glob(REFLECT2 + "/*.go") + glob.glob(REFLECT2 + "/*.s"):
        if not new.endswith("_test.go"):
            shutil.copy(new, vendored)


def compile_programs(source, scratch):
    """All four in one run of Kubernetes' own makefile, which also writes the code that it generates."""
    place = scratch / "go/src/k8s.io"
    place.mkdir(parents=True)
    (place / "kubernetes").symlink_to(source)
    environment = {
        "PATH": f"{GO}/bin:{os.environ['PATH']}",
        "HOME": str(scratch),
        "GOROOT": GO,
        "GOPATH": str(scratch / "go"),
        "GOCACHE": str(scratch / "gocache"),
        "GO111MODULE": "off",
        "CGO_ENABLED": "0",
        "KUBE_GIT_VERSION": "v1.20.2",
        "KUBE_GIT_COMMIT": "debian",
        "KUBE_GIT_TREE_STATE": "clean",
        "LANG": "C.UTF-8",
    }
    what = " ".join("cmd/" + name for name in PROGRAMS)
    run(["nice", "make", "WHAT=" + what, "GOLDFLAGS=-s -w"], place / "kubernetes", environment, scratch)
    return source / "_output/bin"


def run(command, folder, environment=None, scratch=None):
    """Its words go to the build's log; the last of them are told when it fails."""
    log = (scratch or folder) / "build.log"
    with open(log, "ab") as out:
        ended = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            check=False,
        )
    if ended.returncode:
        last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
        raise LabFault(f"{' '.join(command[:3])} … ended with {ended.returncode}. Its last words:\n{last}")


def build(say):
    """Leaves the programs in the cache. Two builds at once: the second finds the programs that the first has left."""
    began = time.monotonic()
    base = os.environ.get("TMPDIR", "/tmp")
    free = shutil.disk_usage(base).free // 1_000_000
    if free < SCRATCH_MEGABYTES:
        raise LabFault(
            f"{free} MB free in {base}, and {SCRATCH_MEGABYTES} are needed (TMPDIR chooses another place)"
        )
    if not os.path.isdir(GO) or not os.path.isdir(REFLECT2):
        raise LabFault("Go 1.19 or reflect2 is not installed: scripts/install-needs --live")
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="gmsa-kube-build."))
    try:
        say("fetching Debian's source of Kubernetes")
        source = fetch(scratch)
        mend_reflect2(source)
        say(f"compiling it, about 7 minutes on two cores (log: {scratch}/build.log)")
        built = compile_programs(source, scratch)
        keep(built)
    finally:
        # The makefile leaves folders that may not be written to.
        subprocess.run(["chmod", "-R", "u+w", str(scratch)], check=False)
        shutil.rmtree(scratch, ignore_errors=True)
    say(f"built in {time.monotonic() - began:.0f} s: {cache() / 'bin'}")


def keep(built):
    """Each program appears whole, by a rename, and the API server last, by which others know that all are there."""
    folder = cache() / "bin"
    folder.mkdir(parents=True, exist_ok=True)
    for name in reversed(PROGRAMS):
        half = folder / f".{name}.{os.getpid()}"
        shutil.copy2(built / name, half)
        os.replace(half, folder / name)
