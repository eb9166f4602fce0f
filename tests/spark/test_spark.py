"""What bin/ecoute-spark.py promises, held against a real Spark: a cluster of two executors on this machine.

`npm test` runs this where Java and PySpark are there. Alone: ECOUTE_PACKAGE=. python3 -m unittest discover tests/spark
(after npm run build). ECOUTE_SPARK_CONVERSATIONS makes it larger.
"""
import contextlib
import csv
import glob
import importlib.util
import io
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import pyspark
from pyspark import cloudpickle
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCRIPT = os.path.join(ROOT, "bin", "ecoute-spark.py")
PACKAGE = os.environ.get("ECOUTE_PACKAGE", ROOT)
NODE = os.environ.get("ECOUTE_NODE", shutil.which("node"))
MANY = int(os.environ.get("ECOUTE_SPARK_CONVERSATIONS", "2000"))
sys.path.insert(0, HERE)
from made_up import made_up  # noqa: E402

POISON = [
    '{"id":"poison-1","started_at":"2026-01-02T10:00:00","turns":[{"speaker":"nobody","text":"x"}]}',
    '{"id":"poison-2","started_at":"2026-01-02T10:00:00","turns":[]}',
    '{"id":"poison-3", torn in the middle',
    "",
]
PLAIN = "struct<speaker:string,text:string>"


def setUpModule():
    global WORK, SPARK, SESSION, BUNDLE
    WORK = tempfile.mkdtemp(prefix="ecoute-spark-")
    BUNDLE = os.path.join(WORK, "ecoute.mjs")
    lexicons = os.path.join(PACKAGE, "lexicons")
    make = [NODE, os.path.join(ROOT, "bundle", "bundle.js"), "--out", BUNDLE, "--lexicons", lexicons]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    spec = importlib.util.spec_from_file_location("ecoute_spark", SCRIPT)
    SPARK = importlib.util.module_from_spec(spec)
    sys.modules["ecoute_spark"] = SPARK
    spec.loader.exec_module(SPARK)
    # As a script its functions travel with the job; as a module they have to be told to.
    cloudpickle.register_pickle_by_value(SPARK)
    os.environ.update(SPARK_HOME=os.path.dirname(pyspark.__file__), PYSPARK_PYTHON=sys.executable)
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("ecoute tests")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.executor.memory": "700m",
        "spark.driver.memory": "700m",
        "spark.local.dir": os.path.join(WORK, "local"),
        "spark.sql.warehouse.dir": os.path.join(WORK, "warehouse"),
        "spark.worker.cleanup.enabled": "true",
    }.items():
        builder = builder.config(key, value)
    SESSION = builder.getOrCreate()
    SESSION.sparkContext.setLogLevel("FATAL")


def tearDownModule():
    SESSION.stop()
    shutil.rmtree(WORK, ignore_errors=True)


def place(name):
    return os.path.join(WORK, name)


def written(name, lines):
    with open(place(name), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)
    return place(name)


def run(*args):
    """The script in this process, on the cluster: its exit code and what it told."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        try:
            code = SPARK.main([*map(str, args), "--ecoute", BUNDLE, "--node", NODE] if "--ecoute" not in args else list(map(str, args)))
        except SystemExit as end:
            code = end.code
    return code, told.getvalue()


def quiet(*command, **options):
    return subprocess.run(command, check=True, stderr=subprocess.DEVNULL, **options)


def one_machine(lines):
    """The same lines through the installed tool, in one process: the measure of everything here."""
    command = [NODE, os.path.join(PACKAGE, "bin", "ecoute.js"), "score", "--line-for-line", "-"]
    ran = quiet(*command, input="".join(line + "\n" for line in lines), stdout=subprocess.PIPE, encoding="utf-8")
    return sorted(ran.stdout.splitlines())


def lines_in(folder):
    found = []
    for name in glob.glob(os.path.join(folder, "**", "part-*"), recursive=True):
        with open(name, encoding="utf-8", newline="\n") as file:
            found += file.read().split("\n")[:-1]
    return sorted(found)


def as_json(conversations):
    return [json.dumps(c, ensure_ascii=False) for c in conversations]


def plain(value):
    """A row as the JSON it came from."""
    if isinstance(value, pyspark.sql.Row):
        return {k: plain(v) for k, v in value.asDict().items()}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, list) else value


def without_nulls(judgements):
    """A judgement without evidence has no such field; a table has it as null."""
    return {name: {k: v for k, v in j.items() if v is not None} for name, j in judgements.items()}


def in_table(folder):
    """Every row of a Parquet table as the line that it was."""
    found = {}
    for row in SESSION.read.parquet(folder).collect():
        value = plain(row)
        value.pop("date")
        value.pop("batch", None)
        if value["problem"] is not None:
            value = {"id": value["id"], "problem": value["problem"]}
        else:
            value.pop("problem")
            value["behaviours"] = without_nulls(value["behaviours"])
        found.setdefault(value["id"], []).append(value)
    return found


def by_id(lines):
    found = {}
    for line in lines:
        value = json.loads(line)
        found.setdefault(value["id"], []).append(value)
    return found


def processes():
    """(pid, parent, command) of every process on this machine."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        with contextlib.suppress(OSError, ValueError, IndexError):
            with open(f"/proc/{name}/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{name}/cmdline", "rb") as file:
                found.append((int(name), parent, file.read().replace(b"\0", b" ").decode("utf-8", "replace")))
    return found


def below(pid):
    """The processes that a process has started, and those that they have."""
    all_of_them = processes()
    family, wave = [], [pid]
    while wave:
        children = [p for p in all_of_them if p[1] in wave]
        family += children
        wave = [p[0] for p in children]
    return family


def wrapper(name, script):
    """A `node` of our own making."""
    path = written(name, ["#!/bin/sh", script])
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    return path


class TheSameBytes(unittest.TestCase):
    """One line in, one line out, whatever happens to the machines."""

    def test_executor_killed_in_the_middle(self):
        good = as_json(made_up(MANY))
        lines = [*good[:100], *POISON, *good[100:]]
        source = written("many.ndjson", lines)
        killed = []

        def kill():
            deadline = time.time() + 180
            while not killed and time.time() < deadline:
                time.sleep(0.3)
                family = below(os.getpid())
                filters = [p for p in family if "--line-for-line" in p[2]]
                executors = [p for p in family if "CoarseGrainedExecutorBackend" in p[2] and "java" in p[2].split(" ")[0]]
                # The work proper, not the probes before it: those take but a moment.
                if filters and executors and os.path.isdir(place("many.out")):
                    killed.append(executors[0][0])
                    os.kill(executors[0][0], signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        code, told = run(source, place("many.out"), "--from", "json", "--to", "json", "--partitions", 16, "--summary", place("many.summary"))
        self.assertEqual(code, 0, told)
        self.assertEqual(len(killed), 1, "no executor was killed")
        expected = one_machine(lines)
        found = lines_in(place("many.out"))
        self.assertEqual(len(found), MANY + 4)
        self.assertTrue(found == expected, "the bytes differ from those of one machine")
        self.assertIn(f"{MANY + 4} lus = {MANY} jugés + 4 mis de côté", told)
        # Judged or not, a conversation lies in the folder of its day.
        self.assertEqual([json.loads(l)["id"] for l in lines_in(place("many.out/date=2026-01-02")) if "poison" in l], ["poison-1", "poison-2"])
        self.summary_agrees(expected)
        time.sleep(1)
        self.assertEqual([p for p in below(os.getpid()) if "--line-for-line" in p[2]], [], "a filter outlived its task")

    def summary_agrees(self, lines):
        """The Spark SQL against the pages of `ecoute report`."""
        scores = written("one.ndjson", [line for line in lines if '"problem"' not in line])
        command = [NODE, os.path.join(PACKAGE, "bin", "ecoute.js"), "report", scores, "--out", place("pages"), "--lang", "en"]
        quiet(*command, stdout=subprocess.DEVNULL)

        def table(name):
            (path,) = glob.glob(os.path.join(place("pages"), "**", name), recursive=True)
            with open(path, encoding="utf-8-sig") as file:
                return {row["agent_id"]: row for row in csv.DictReader(file)}

        agents, behaviours = table("agents.csv"), table("behaviours.csv")
        rows = [json.loads(line) for line in lines_in(place("many.summary"))]
        self.assertEqual([row["agent_id"] for row in rows], sorted(agents))
        same = ["agent_name", "first_day", "last_day", "conversations", "judged", "quality", "critical", "difficult",
                "recovered", "high_points", "abuse", "churn_threat", "escalation_demand", "repeat_contact"]
        for row in rows:
            agent = row["agent_id"]
            for name in same:
                self.assertEqual(str(row[name]).removesuffix(".0"), agents[agent][name].removesuffix(".0"), f"{agent} {name}")
            for name, value in behaviours[agent].items():
                if not name.startswith("agent_"):
                    self.assertEqual(float(value or -1), float(row.get(name, -1)), f"{agent} {name}")

    def test_conversations_in_parquet_skewed_and_tiny(self):
        conversations = list(made_up(60, seed=2))
        conversations.append({**conversations[0], "id": "endless", "turns": conversations[0]["turns"] * 100})
        shape = f"id string, channel string, started_at string, agent_id string, agent_name string, client_name string, turns array<{PLAIN}>"
        # One file with nearly everything, and many with one row.
        SESSION.createDataFrame(conversations[:50], shape).coalesce(1).write.parquet(place("skewed"))
        rest = SESSION.createDataFrame(conversations[50:], shape)
        rest.repartition(len(conversations) - 50).write.mode("append").parquet(place("skewed"))
        for partitions in ([], ["--partitions", 24]):
            code, told = run(place("skewed"), place("skewed.out"), *partitions)
            self.assertEqual(code, 0, told)
            self.assertEqual(in_table(place("skewed.out")), by_id(one_machine(as_json(conversations))))

    def test_messages_are_gathered_by_conversation(self):
        conversations = list(made_up(60, seed=3))
        names = {"agent": "Conseiller", "client": "visiteur", "bot": "bot", "system": "system"}
        rows = [
            {"ref": c["id"], "conseiller": c["agent_id"], "debut": c["started_at"], "rang": i, "qui": names[t["speaker"]], "corps": t["text"]}
            for c in conversations
            for i, t in enumerate(c["turns"])
        ]
        random.Random(5).shuffle(rows)
        expected = by_id(one_machine(as_json(
            {"id": c["id"], "agent_id": c["agent_id"], "started_at": c["started_at"], "turns": c["turns"]} for c in conversations
        )))
        columns = "id=ref,agent_id=conseiller,started_at=debut,order=rang,speaker=qui,text=corps"
        with open(place("messages.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        SESSION.createDataFrame(rows).repartition(5).write.parquet(place("messages.parquet"))
        for kind in ("csv", "parquet"):
            code, told = run(place(f"messages.{kind}"), place(f"messages.{kind}.out"), "--from", kind, "--columns", columns,
                             "--speakers", "conseiller=agent,visiteur=client")
            self.assertEqual(code, 0, told)
            self.assertEqual(in_table(place(f"messages.{kind}.out")), expected)

    def test_turns_as_json_in_a_cell(self):
        conversations = list(made_up(30, seed=4))
        with open(place("cells.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["id", "channel", "started_at", "agent_id", "agent_name", "client_name", "turns"])
            for c in conversations:
                writer.writerow([*[c[f] for f in ("id", "channel", "started_at", "agent_id", "agent_name", "client_name")], json.dumps(c["turns"])])
        code, told = run(place("cells.csv"), place("cells.out"), "--from", "csv", "--to", "csv")
        self.assertEqual(code, 0, told)
        found = {r["id"]: r for r in SESSION.read.csv(place("cells.out"), header=True, escape='"').collect()}
        for line in one_machine(as_json(conversations)):
            value = json.loads(line)
            row = found[value["id"]]
            self.assertEqual(row["quality"] and float(row["quality"]), value["quality"])
            self.assertEqual(json.loads(row["verdicts"]), {k: v["verdict"] for k, v in value["behaviours"].items()})


class TheTable(unittest.TestCase):
    """What is written, and what writing it again does."""

    def test_the_schema_has_every_field_of_an_assessment(self):
        module = os.path.join(PACKAGE, "dist", "model", "assessment-schema.js")
        show = f"import({json.dumps(module)}).then((m) => console.log(JSON.stringify(m.assessmentJsonSchema())))"
        schema = json.loads(subprocess.run([NODE, "-e", show], stdout=subprocess.PIPE, check=True).stdout)
        fields = SESSION.createDataFrame([], SPARK.ASSESSMENT).schema
        self.assertEqual(fields.names, list(schema["properties"]))
        for name in ("evidence", "flags"):
            self.assertEqual(fields[name].dataType.elementType.names, list(schema["properties"][name]["items"]["properties"]))
        judgement = schema["properties"]["behaviours"]["additionalProperties"]["properties"]
        self.assertEqual(fields["behaviours"].dataType.valueType.names, list(judgement))

    def test_a_second_run_replaces_its_own_dates_and_no_other(self):
        days = {}
        for c in made_up(40, seed=6):
            days.setdefault(c["started_at"][:10], []).append(c)
        (first, one), (second, two) = sorted(days.items())[:2]
        out = place("days.out")
        for lines in ([*one, *two], one, one[:1]):
            code, told = run(written("days.ndjson", as_json(lines)), out, "--from", "json")
            self.assertEqual(code, 0, told)
        found = SESSION.read.parquet(out).groupBy(F.col("date").cast("string")).count().collect()
        self.assertEqual({row[0]: row[1] for row in found}, {first: 1, second: len(two)})

    def test_what_has_no_date_gets_the_one_given(self):
        lines = as_json({k: v for k, v in c.items() if k != "started_at"} for c in made_up(3))
        code, told = run(written("undated.ndjson", lines), place("undated.out"), "--from", "json", "--to", "json")
        self.assertIn("3 sans date", told)
        run(place("undated.ndjson"), place("dated.out"), "--from", "json", "--to", "json", "--date", "2026-02-03", "--lang", "en")
        self.assertEqual(os.path.isdir(place("dated.out/date=2026-02-03")), True)
        self.assertEqual(lines_in(place("dated.out")), one_machine(lines))


class WhatGoesWrong(unittest.TestCase):
    """A sentence and an exit code, and nothing half-written."""

    def refused(self, code, sentence, *args):
        found, told = run(*args)
        self.assertEqual((found, sentence in told), (code, True), told)

    def test_the_command_line(self):
        self.refused(64, "ENTRÉE", "only-one")
        self.refused(64, "AAAA-MM-JJ", "x", "y", "--date", "hier")
        self.refused(64, "--summary", "x", "y", "--to", "csv", "--summary", "z")
        self.refused(64, "", "x", "y", "--to", "xml")

    def test_no_node_no_bundle(self):
        self.refused(78, "rien n'a été lu", "x", place("no.out"), "--ecoute", BUNDLE, "--node", "/no/such/node")
        self.refused(78, "npm run bundle", "x", place("no.out"), "--ecoute", place("nowhere.mjs"))
        self.refused(78, "--scorecard", "x", place("no.out"), "--options", "--scorecard mine.yaml")
        self.assertFalse(os.path.exists(place("no.out")))

    def test_executors_that_judge_by_different_rules(self):
        # Whoever comes first has another region's rules.
        script = f'case "$*" in *--line-for-line*) if mkdir {place("first")} 2>/dev/null; then shift 2; exec {NODE} {BUNDLE} score --region fr-CA "$@"; fi;; esac\nexec {NODE} "$@"'
        node = wrapper("two-faced", script)
        self.refused(78, "même version ou les mêmes règles", "x", place("no.out"), "--ecoute", BUNDLE, "--node", node)

    def test_inputs_that_are_none(self):
        self.refused(66, "illisible", place("nowhere"), place("no.out"))
        SESSION.createDataFrame([("a", "b")], "ref string, corps string").write.parquet(place("odd"))
        self.refused(66, "ref, corps", place("odd"), place("no.out"))
        self.refused(66, "« speaker »", place("odd"), place("no.out"), "--columns", "id=ref,text=corps")
        self.refused(64, "« nom »", place("odd"), place("no.out"), "--columns", "nom=ref")
        self.refused(64, "nom=valeur", place("odd"), place("no.out"), "--columns", "nom")

    def test_a_filter_that_dies_once_is_started_again(self):
        lines = as_json(made_up(40, seed=7))
        die = f'case "$*" in *--threads*) if [ -d {place("die.out")} ] && mkdir {place("died")} 2>/dev/null; then head -c 3000 | {NODE} "$@" | head -n 1; exit 9; fi;; esac\nexec {NODE} "$@"'
        code, told = run(written("die.ndjson", lines), place("die.out"), "--from", "json", "--to", "json", "--ecoute", BUNDLE, "--node", wrapper("dies-once", die))
        self.assertEqual(code, 0, told)
        self.assertTrue(os.path.isdir(place("died")), "the filter did not die")
        self.assertEqual(lines_in(place("die.out")), one_machine(lines))

    def test_a_filter_that_always_dies_ends_the_job_aloud(self):
        die = f'case "$*" in *--threads*) if [ -d {place("dead.out")} ]; then echo "no room left" >&2; exit 9; fi;; esac\nexec {NODE} "$@"'
        source = written("dead.ndjson", as_json(made_up(10)))
        code, told = run(source, place("dead.out"), "--from", "json", "--to", "json", "--ecoute", BUNDLE, "--node", wrapper("dies", die))
        self.assertEqual(code, 70, told)
        self.assertIn("ecoute ended with code 9", told)
        self.assertIn("no room left", told)
        self.assertEqual(lines_in(place("dead.out")), [])


class Streaming(unittest.TestCase):
    """Each conversation exactly once, whenever the driver stops."""

    def test_restarts_and_batches_that_are_done_again(self):
        conversations = list(made_up(90, seed=8))
        os.mkdir(place("inbox"))
        args = (place("inbox"), place("stream.out"), "--from", "json", "--stream", "--once")

        def arrive(name, some):
            written(f"{name}.part", as_json(some))
            os.rename(place(f"{name}.part"), place(f"inbox/{name}"))

        arrive("1.ndjson", conversations[:30])
        self.assertEqual(run(*args)[0], 0)
        arrive("2.ndjson", conversations[30:60])
        code, told = run(*args)
        self.assertIn("micro-lot 1 : 30 lus", told)
        # A crash between the writing of a batch and its commit leaves just this behind.
        commits = place("stream.out/_checkpoint/commits")
        os.remove(os.path.join(commits, "1"))
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(commits, ".1.crc"))
        arrive("3.ndjson", conversations[60:])
        code, told = run(*args)
        self.assertEqual(code, 0, told)
        self.assertIn("micro-lot 1 : 30 lus", told)
        self.assertEqual(in_table(place("stream.out")), by_id(one_machine(as_json(conversations))))
        self.assertEqual(run(*args)[0], 0)
        self.assertEqual(SESSION.read.parquet(place("stream.out")).count(), 90)

    def test_driver_killed(self):
        conversations = list(made_up(120, seed=9))
        os.mkdir(place("queue"))
        for i in range(4):
            written(f"queue/{i}.ndjson", as_json(conversations[30 * i : 30 * i + 30]))
        args = [place("queue"), place("killed.out"), "--from", "json", "--stream", "--ecoute", BUNDLE, "--node", NODE]
        submit = os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit")
        log = place("killed.log")
        with open(log, "w") as told:
            driver = subprocess.Popen(
                [submit, "--master", "local[1]", "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.memory=600m", SCRIPT, *args, "--every", "1 second"],
                stdout=told, stderr=told, start_new_session=True,
            )
            deadline = time.time() + 150
            # Killed as soon as the first rows are being written: in the middle of a batch.
            while driver.poll() is None and time.time() < deadline and not glob.glob(place("killed.out/**/part-*"), recursive=True):
                time.sleep(0.05)
            os.killpg(driver.pid, signal.SIGKILL)
            driver.wait()
        with open(log) as told:
            self.assertTrue(os.path.isdir(place("killed.out")), told.read())
        code, told = run(*args, "--once")
        self.assertEqual(code, 0, told)
        self.assertEqual(in_table(place("killed.out")), by_id(one_machine(as_json(conversations))))

    def test_messages_are_no_stream(self):
        SESSION.createDataFrame([("a", "agent", "b")], "id string, speaker string, text string").write.parquet(place("said"))
        code, told = run(place("said"), place("no.out"), "--stream")
        self.assertEqual((code, "conversations entières" in told), (64, True), told)


if __name__ == "__main__":
    unittest.main()
