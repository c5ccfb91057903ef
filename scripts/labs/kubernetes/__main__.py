# The commands of scripts/kube-lab.
import argparse
import os
import sys

from labs.kubernetes import build, cluster, fleet, scenario
from labs.processes import LabFault


def say(words):
    print("kube-lab:", words, file=sys.stderr, flush=True)


def run_build(_):
    found = build.find()
    if found is None:
        build.build(say)
        found = build.find()
    print(found)


def run_find(_):
    found = build.find()
    if found is None:
        raise LabFault("the programs are not built")
    print(found)


def run_up(asked):
    made = cluster.up(asked.folder, controllers=not asked.bare, apiserver=asked.apiserver)
    print(f"KUBECONFIG={made.folder}/kubeconfig")


def run_scenario(asked):
    scenario.Seeding(cluster.Cluster(asked.folder)).seed(asked.name)


def run_scenarios(_):
    print("\n".join(scenario.names()))


def run_big(asked):
    fleet.Fleet(cluster.Cluster(asked.folder), asked.nodes, asked.pods).make(say)


def run_kubectl(asked):
    there = cluster.Cluster(asked.folder)
    command = [f"{there.programs}/kubectl", "--kubeconfig", f"{there.folder}/kubeconfig", *asked.words]
    os.execv(command[0], command)


def run_stop(asked):
    cluster.Cluster(asked.folder).processes.stop(asked.part)


def run_start(asked):
    there = cluster.Cluster(asked.folder)
    there.start(asked.part)
    if asked.part in ("etcd", "kube-apiserver"):
        there.serve()


def run_down(asked):
    cluster.Cluster(asked.folder).down(asked.keep)


def parser():
    top = argparse.ArgumentParser(prog="kube-lab")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name, run, folder=True):
        made = commands.add_parser(name)
        made.set_defaults(run=run)
        if folder:
            made.add_argument("folder", metavar="DIR")
        return made

    command("build", run_build, folder=False)
    command("find", run_find, folder=False)
    command("scenarios", run_scenarios, folder=False)
    up = command("up", run_up)
    up.add_argument("--bare", action="store_true")
    up.add_argument(
        "--apiserver", action="append", default=[], metavar="FLAG", help="one more flag of kube-apiserver"
    )
    command("scenario", run_scenario).add_argument("name", metavar="NAME")
    big = command("big", run_big)
    big.add_argument("nodes", type=int)
    big.add_argument("pods", type=int)
    command("kubectl", run_kubectl).add_argument("words", nargs=argparse.REMAINDER)
    for name, run in (("stop", run_stop), ("start", run_start)):
        command(name, run).add_argument("part", choices=cluster.PARTS)
    command("down", run_down).add_argument("--keep", action="store_true")
    return top


def main():
    asked = parser().parse_args()
    try:
        asked.run(asked)
    except LabFault as fault:
        say(fault)
        sys.exit(1)


main()
