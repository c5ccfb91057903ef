# The commands of scripts/swarm-lab.
import argparse
import json
import os
import signal
import sys

from labs.processes import LabFault
from labs.swarm import fleet, swarm


def say(words):
    print("swarm-lab:", words, file=sys.stderr, flush=True)


def node_row(word):
    """NAME[:os[:engine]]"""
    name, system, engine = (word.split(":") + ["", ""])[:3]
    return {"name": name, "os": system or "windows", "engine": engine or "20.10.24"}


def run_up(asked):
    nodes = [node_row(word) for word in asked.node] if asked.node else None
    if asked.nodes is not None:
        nodes = fleet.rows(asked.nodes)
    made = swarm.up(asked.folder, asked.managers, asked.workers, asked.tls, nodes, asked.debug)
    print(f"DOCKER_HOST=unix://{made.folder}/n1/docker.sock")
    if asked.tls:
        print(f"DOCKER_CERT_PATH={made.folder}/client\nDOCKER_CONFIG={made.folder}/docker")
        print((made.folder / "ports").read_text(), end="")


def run_kill(asked):
    there = swarm.Swarm(asked.folder)
    if asked.part == "agents":
        there.stop_agents()
    else:
        there.stop_engine(asked.part, signal.SIGTERM if asked.gently else signal.SIGKILL)


def run_restart(asked):
    there = swarm.Swarm(asked.folder)
    if asked.part == "agents":
        there.start_agents()
    else:
        there.start_engine(asked.part)
        there.await_engine(asked.part)


def run_leader(asked):
    there = swarm.Swarm(asked.folder)
    for node in there.any_manager().must("GET", "/nodes"):
        if node.get("ManagerStatus", {}).get("Leader"):
            print(node["Description"]["Hostname"].replace("node-", "n"))


def run_rules(asked):
    there = swarm.Swarm(asked.folder)
    half = there.folder / ".rules"
    half.write_text(json.dumps(json.loads(asked.rules)))
    os.replace(half, there.folder / "rules.json")


def run_docker(asked):
    there = swarm.Swarm(asked.folder)
    os.execvp("docker", ["docker", "-H", f"unix://{there.folder}/n1/docker.sock", *asked.words])


def run_inside(asked):
    command = swarm.Swarm(asked.folder).inside(*asked.words)
    os.execvp(command[0], command)


def run_big(asked):
    fleet.Fleet(swarm.Swarm(asked.folder), asked.services, asked.tasks).make(say)


def run_roll(asked):
    fleet.roll(
        swarm.Swarm(asked.folder).any_manager(),
        [f"app-{index:03d}" for index in range(asked.services)],
        asked.parallelism,
    )


def parser():
    top = argparse.ArgumentParser(prog="swarm-lab")
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name, run):
        made = commands.add_parser(name)
        made.set_defaults(run=run)
        made.add_argument("folder", metavar="DIR")
        return made

    up = command("up", run_up)
    up.add_argument("--managers", type=int, default=1)
    up.add_argument("--workers", type=int, default=0)
    up.add_argument("--tls", action="store_true")
    up.add_argument("--debug", action="store_true", help="each engine writes every request into its log")
    up.add_argument("--node", action="append", metavar="NAME[:os[:engine]]")
    up.add_argument("--nodes", type=int, metavar="COUNT", help="that many fake nodes")
    kill = command("kill", run_kill)
    kill.add_argument("--gently", action="store_true", help="SIGTERM, and not as a host dies")
    for made in (kill, command("restart", run_restart)):
        made.add_argument("part", help="n1, n2 … or agents")
    command("leader", run_leader)
    command("rules", run_rules).add_argument("rules", metavar="JSON")
    command("docker", run_docker).add_argument("words", nargs=argparse.REMAINDER)
    command("inside", run_inside).add_argument("words", nargs=argparse.REMAINDER)
    big = command("big", run_big)
    big.add_argument("services", type=int)
    big.add_argument("tasks", type=int)
    roll = command("roll", run_roll)
    roll.add_argument("services", type=int)
    roll.add_argument("--parallelism", type=int, default=1)
    command("reset", lambda asked: fleet.reset(swarm.Swarm(asked.folder)))
    command("down", lambda asked: swarm.Swarm(asked.folder).down(asked.keep)).add_argument(
        "--keep", action="store_true"
    )
    return top


def main():
    asked = parser().parse_args()
    try:
        asked.run(asked)
    except LabFault as fault:
        say(fault)
        sys.exit(1)


main()
