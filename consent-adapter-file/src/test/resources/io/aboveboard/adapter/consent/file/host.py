"""A host that keeps installation.json as the original does: load, set a key, dump in place, without any lock.

Reads commands from its input, a line each, and answers each with a line:
  set KEY JSON         loads the file, sets the key and dumps it
  del KEY              loads the file, removes the key and dumps it
  remember             loads the file and keeps it, as a host does that reads it once at its start
  set-stale KEY JSON   sets the key in what was remembered and dumps that
  many PREFIX COUNT    sets PREFIX0 up to PREFIX(COUNT - 1), each in a round of its own
"""

import json
import os
import sys

path = sys.argv[1]
remembered = {}


def load():
    if not os.path.exists(path):
        return {}
    with open(path, "r") as file:
        return json.load(file)


def dump(config):
    with open(path, "w") as file:
        json.dump(config, file, indent=2)


def change(config, key, value):
    config[key] = value
    dump(config)


for line in sys.stdin:
    command, *arguments = line.rstrip("\n").split(" ", 2)
    if command == "set":
        change(load(), arguments[0], json.loads(arguments[1]))
    elif command == "del":
        config = load()
        del config[arguments[0]]
        dump(config)
    elif command == "remember":
        remembered = load()
    elif command == "set-stale":
        change(remembered, arguments[0], json.loads(arguments[1]))
    elif command == "many":
        for number in range(int(arguments[1])):
            change(load(), arguments[0] + str(number), number)
    else:
        sys.exit("unknown command " + command)
    print("done", flush=True)
