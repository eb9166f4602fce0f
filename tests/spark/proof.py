"""The proof at full size: made-up conversations on `local-cluster`, held against one machine, and what that costs.

npm run build && npm run bundle && python3 tests/spark/proof.py 200000      (--ears lexicon: without the trained ear)

Linux only: processor time is that of every process below this one, looked at twice a second, since PySpark's daemon
does not count that of its workers; the orphans of a killed executor are ours.
"""
import argparse
import contextlib
import ctypes
import glob
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import pyspark

sys.dont_write_bytecode = True
from made_up import DEMO, made_up
from test_spark import NODE, PACKAGE, POISON, ROOT, SCRIPT, below, lines_in

SUBREAPER = 36
TICKS = os.sysconf("SC_CLK_TCK")
BUNDLE = os.path.join(PACKAGE, "dist", "ecoute.mjs")
SUBMIT = os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit")
VARIED = os.path.join(ROOT, "tests", "training", "*.transcripts.jsonl")


def measured(command, while_it_runs=None):
    """(seconds on the clock, seconds of processor, what it told) of a command and all that it started."""
    start, spent, over = time.time(), {}, threading.Event()

    def watch():
        while not over.wait(0.5):
            look(spent)

    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)
        threading.Thread(target=watch, daemon=True).start()
        if while_it_runs:
            threading.Thread(target=while_it_runs, args=(process,), daemon=True).start()
        # Left a zombie until its time is read, to the last tick; then the orphans.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        clock = time.time() - start
        look(spent)
        code = process.wait()
        with contextlib.suppress(ChildProcessError):
            while True:
                os.wait()
        over.set()
        told.seek(0)
        text = told.read()
    if code != 0:
        sys.exit(f"code {code}: {' '.join(command)}\n{text[-4000:]}")
    return clock, sum(spent.values()), text


def look(spent):
    """Notes what every process below this one has spent so far, without its children."""
    for pid, _, _ in below(os.getpid()):
        with contextlib.suppress(OSError):
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            spent[pid, fields[19]] = (int(fields[11]) + int(fields[12])) / TICKS


def bare(source, out, options):
    """Plain `ecoute score` on one machine, one thread."""
    tool = os.path.join(PACKAGE, "bin", "ecoute.js")
    command = [NODE, tool, "score", source, "--from", "ndjson", "--to", "ndjson", "--threads", "1"]
    return measured([*command, "--out", out, "--problems", out + ".aside", *options])[:2]


def on_spark(work, name, executors, source, options, *args, kill=False):
    """The job by spark-submit: clock, CPU, the seconds and bytes of its tasks, what it told, where the table is."""
    out, events = os.path.join(work, name), os.path.join(work, f"{name}.events")
    os.mkdir(events)
    settings = {
        "spark.ui.enabled": "false",
        "spark.local.dir": os.path.join(work, "local"),
        "spark.sql.warehouse.dir": os.path.join(work, "warehouse"),
        "spark.eventLog.enabled": "true",
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
        "spark.eventLog.dir": f"file://{events}",
    }
    conf = [word for pair in settings.items() for word in ("--conf", "=".join(pair))]
    command = [SUBMIT, "--master", f"local-cluster[{executors},1,1024]", *conf, SCRIPT, source, out, "--from", "json"]
    command += ["--ecoute", BUNDLE, "--node", NODE, "--options", " ".join(options), "--lang", "en", *args]
    killed = []

    def killer(process):
        # In the middle: the first tasks have written their parts, others are at work.
        while not killed and process.poll() is None:
            time.sleep(0.3)
            parts = {f[:10] for _, _, files in os.walk(out) for f in files if f.startswith("part-")}
            family = below(process.pid)
            alive = [p[0] for p in family if "CoarseGrainedExecutorBackend" in p[2] and "java" in p[2].split(" ")[0]]
            if len(parts) >= 6 and alive and any("--line-for-line" in p[2] for p in family):
                os.kill(alive[0], signal.SIGKILL)
                killed.append(alive[0])

    clock, cpu, told = measured(command, killer if kill else None)
    if kill and not killed:
        sys.exit("no executor was killed: the job was over too soon")
    found = {"clock": clock, "cpu": cpu, "out": out, "told": [l for l in told.splitlines() if "ecoute-spark" in l]}
    return {**found, **tasks(events)}


def tasks(events):
    """What the tasks of a job say in Spark's event log."""
    sums = {"tasks": 0, "failed": 0, "shuffled": 0, "stages": 0.0}
    (log,) = glob.glob(os.path.join(events, "*"))
    with open(log, encoding="utf-8") as file:
        for event in map(json.loads, file):
            if event["Event"] == "SparkListenerTaskEnd":
                sums["tasks"] += 1
                sums["failed"] += event["Task End Reason"]["Reason"] != "Success"
                sums["shuffled"] += event.get("Task Metrics", {}).get("Shuffle Write Metrics", {}).get("Shuffle Bytes Written", 0)
            elif event["Event"] == "SparkListenerStageCompleted":
                # The longest stage is the scoring: without the start of Spark and the probes.
                stage = event["Stage Info"]
                sums["stages"] = max(sums["stages"], (stage["Completion Time"] - stage["Submission Time"]) / 1000)
    return sums


def identity(lines):
    """How many assessments, and the hash of them, sorted by id."""
    kept = sorted((l for l in lines if '"problem":' not in l[:400]), key=lambda l: l.split('"', 4)[3])
    whole = hashlib.sha256()
    for line in kept:
        whole.update(line.encode() + b"\n")
    return len(kept), whole.hexdigest()[:16]


def size_of(folder):
    return sum(os.path.getsize(os.path.join(at, f)) for at, _, files in os.walk(folder) for f in files)


def say(*words):
    print(*words, flush=True)


def held(name, found, wanted):
    say(f"{name}: {found[0]} assessments, sha256 {found[1]}: {'the same bytes' if found == wanted else 'DIFFERENT'}")
    return found == wanted


def varied(work, options):
    """CPU milliseconds a kilobyte where no sentence repeats as those made up do: the memory of clauses helps little."""
    lines = [line for name in sorted(glob.glob(VARIED)) for line in open(name, encoding="utf-8")]
    spent, sizes = [], []
    for name, some in (("few", lines[::4]), ("all", lines)):
        with open(os.path.join(work, name), "w", encoding="utf-8") as file:
            file.writelines(some)
        sizes.append(os.path.getsize(file.name) / 1000)
        spent.append(min(bare(file.name, file.name + ".out", options)[1] for _ in range(2)))
    return len(lines), 1000 * (spent[1] - spent[0]) / (sizes[1] - sizes[0])


def prove(number, options, work):
    poisoned, source, few, part = (os.path.join(work, f"{n}.ndjson") for n in ("poisoned", "good", "few", "part"))
    with open(source, "w") as good, open(poisoned, "w") as bad, open(few, "w") as tiny, open(part, "w") as some:
        for i, conversation in enumerate(made_up(number)):
            line = json.dumps(conversation, ensure_ascii=False) + "\n"
            for file in [good, bad, *([tiny] if i < 20 else []), *([some] if i < number // 4 else [])]:
                file.write(line)
            if i == number // 2:
                bad.writelines(p + "\n" for p in POISON)
    kb = os.path.getsize(source) / 1000 / number
    say(f"{number} conversations of {kb:.2f} KB, `ecoute score {' '.join(options)}`, PySpark {pyspark.__version__}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")

    base = bare(few, os.path.join(work, "few.out"), options)
    one = bare(source, os.path.join(work, "one"), options)
    with open(os.path.join(work, "one"), encoding="utf-8", newline="\n") as file:
        wanted = identity(file.read().split("\n")[:-1])
    say(f"one machine: {wanted[0]} assessments, sha256 {wanted[1]}; {one[0]:.0f} s, CPU {one[1]:.0f} s")

    # What a job of nothing costs: it is told apart, since no large job feels it.
    summary = ("--to", "parquet", "--summary", os.path.join(work, "summary"))
    start = on_spark(work, "start", 1, few, options, "--to", "json")
    table_start = on_spark(work, "table-start", 2, few, options, *summary)
    say(f"20 conversations, 1 executor, JSON: {start['clock']:.0f} s, CPU {start['cpu']:.0f} s; "
        f"2 executors, Parquet and summary: {table_start['clock']:.0f} s, CPU {table_start['cpu']:.0f} s")
    fine, runs = wanted[0] == number, {}
    for name, executors, given, args, kill in (
        ("2 executors, 4 poisoned records", 2, poisoned, [], False),
        ("1 executor", 1, source, [], False),
        ("2 executors, one killed, 16 partitions", 2, poisoned, ["--partitions", "16"], True),
    ):
        run = runs[len(runs)] = on_spark(work, f"run{len(runs)}", executors, given, options, "--to", "json", *args, kill=kill)
        lines = lines_in(run["out"])
        fine &= held(name, identity(lines), wanted)
        aside = len(POISON) if given == poisoned else 0
        fine &= len(lines) == number + aside and f"+ {aside} set aside" in " ".join(run["told"])
        del lines
        say(f"  {next(l for l in run['told'] if ' read = ' in l).split(' → ')[0]}")
        say(f"  {run['clock']:.0f} s ({run['stages']:.0f} s of scoring), CPU {run['cpu']:.0f} s, {run['tasks']} tasks, "
            f"{run['failed']} failed, {run['shuffled'] / 1e6:.0f} MB shuffled, {size_of(run['out']) / 1e6:.0f} MB written")
        shutil.rmtree(run["out"])
    table = on_spark(work, "table", 2, part, options, *summary)
    quarter, written = number // 4, size_of(table["out"])
    say(f"2 executors, {quarter} into Parquet, with the summary: {table['clock']:.0f} s, CPU {table['cpu']:.0f} s, "
        f"{table['shuffled'] / 1e6:.1f} MB shuffled, {written / 1e6:.0f} MB written")

    mine = (one[1] - base[1]) / number * 1000
    json_pipe = (runs[1]["cpu"] - start["cpu"]) / number * 1000 - mine
    parquet_pipe = (table["cpu"] - table_start["cpu"]) / quarter * 1000 - mine
    count, a_kb = varied(work, options)
    say("\n| | clock | of which scoring | CPU |\n|---|---|---|---|")
    say(f"| bare `ecoute score --threads 1` | {one[0]:.0f} s | | {one[1]:.0f} s |")
    for name, run in (("1 executor", runs[1]), ("2 executors", runs[0]), ("2 executors, one killed", runs[2])):
        say(f"| {name} | {run['clock']:.0f} s | {run['stages']:.0f} s | {run['cpu']:.0f} s |")
    say(f"\n1 → 2 executors: scoring {runs[1]['stages'] / runs[0]['stages']:.2f} times as fast, "
        f"the whole job {runs[1]['clock'] / runs[0]['clock']:.2f} times; CPU {runs[0]['cpu'] / runs[1]['cpu']:.2f} times")
    say(f"a conversation: {mine:.2f} ms of CPU bare; the pipe adds {json_pipe:.2f} ms into JSON, {parquet_pipe:.2f} ms "
        "into Parquet with the summary (start of Spark not counted)")
    say(f"text that does not repeat ({count} conversations of tests/training): {a_kb:.2f} ms a KB, here {mine / kb:.2f}")
    estimate(a_kb, parquet_pipe, runs[2]["shuffled"] / number / kb, table["shuffled"] / quarter, written / quarter)
    say("\neverything holds" if fine else "\nNOT THE SAME")
    return fine


def estimate(a_kb, pipe, shuffled_a_kb, summary, written):
    """100 million conversations as those of samples/demo, on paper."""
    demo = [line for name in glob.glob(DEMO) for line in open(name, encoding="utf-8") if line.strip()]
    kb = sum(len(line.encode()) for line in demo) / 1000 / len(demo)
    hours = lambda ms: ms * 1e8 / 3.6e6
    total = hours(a_kb * kb + pipe)
    # A conversation costs (e.g.) a KB: bytes × 10⁸ are GB ÷ 10.
    say(f"\n100 million conversations of {kb:.1f} KB, on paper: {a_kb * kb:.2f} ms + {pipe:.2f} ms of pipe = {total:.0f} core-hours; "
        f"100 cores, {total / 100 * 60:.0f} minutes. Read {kb * 100:.0f} GB of JSON, written {written * 0.1:.0f} GB of Parquet. "
        f"Shuffled: 0 for the scoring of a row a conversation, {summary * 0.1:.1f} GB for the summary, "
        f"{shuffled_a_kb * kb * 0.1:.0f} GB with --partitions (a row a message: not measured, no less).")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("number", nargs="?", type=int, default=20_000)
    parser.add_argument("--ears", choices=["lexicon", "both"])
    args = parser.parse_args()
    if not os.path.exists(BUNDLE):
        sys.exit("no dist/ecoute.mjs: npm run bundle")
    # Orphans come to this process, so that their time is counted and none outlives a run.
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    os.environ.update(SPARK_HOME=os.path.dirname(pyspark.__file__), PYSPARK_PYTHON=sys.executable)
    work = tempfile.mkdtemp(prefix="ecoute-proof-")
    try:
        return 0 if prove(args.number, ["--ears", args.ears] if args.ears else [], work) else 1
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
