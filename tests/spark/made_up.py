"""Makes up conversations from those of samples/demo: the same ones for the same seed, of very uneven length.

python3 tests/spark/made_up.py 20000 > many.ndjson
"""
import glob
import json
import os
import random
import sys

DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples", "demo", "*.ndjson")


def templates():
    found = []
    for name in sorted(glob.glob(DEMO)):
        with open(name, encoding="utf-8") as file:
            found += [json.loads(line) for line in file if line.strip()]
    return found


def made_up(number, seed=1, longest=12):
    """Conversations, one after the other: pieces of the demo's, with ids, agents and days of their own."""
    chance = random.Random(seed)
    whole = templates()
    for i in range(number):
        parts = [chance.choice(whole) for _ in range(chance.choice([1, 1, 1, 2, 3]))]
        turns = []
        for part in parts:
            start = chance.randrange(len(part["turns"]))
            piece = part["turns"][start : start + chance.randint(2, longest)]
            turns += [{"speaker": t["speaker"], "text": t["text"]} for t in piece]
        agent = chance.randrange(9)
        yield {
            "id": f"m{i:06d}",
            "channel": chance.choice(["chat", "call"]),
            "started_at": f"2026-0{chance.randint(1, 3)}-{chance.randint(1, 4):02d}T{chance.randrange(24):02d}:15:00",
            "agent_id": f"A{agent}",
            "agent_name": f"Agent {agent}",
            "client_name": parts[0].get("client_name"),
            "turns": turns,
        }


if __name__ == "__main__":
    for conversation in made_up(int(sys.argv[1])):
        print(json.dumps(conversation, ensure_ascii=False))
