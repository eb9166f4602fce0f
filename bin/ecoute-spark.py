#!/usr/bin/env python3
"""The same scoring on Apache Spark: every executor pipes conversations through `ecoute score --line-for-line`.

One file on purpose: `spark-submit` takes it alone. Read from the end: `main` tells the story.
"""
from __future__ import annotations

import argparse
import collections
import itertools
import json
import os
import re
import shlex
import socket
import subprocess
import sys
import threading

try:
    from py4j.protocol import Py4JJavaError
    from pyspark import SparkFiles
    from pyspark.sql import Observation, SparkSession
    from pyspark.sql import functions as F
    from pyspark.sql.utils import AnalysisException, StreamingQueryException
except ImportError:
    sys.exit("ecoute-spark: PySpark 3.5 or newer is needed: spark-submit ecoute-spark.py …, or pip install pyspark")

# Every field of an assessment (the package's assessment.schema.json, which the tests hold this against).
ASSESSMENT = """
  id string, channel string, started_at string, agent_id string, agent_name string, language string, rules string,
  turns int, quality double, judged int, critical array<string>,
  behaviours map<string, struct<verdict: string, evidence: array<int>, searched: array<int>>>,
  evidence array<struct<marker: string, turn: int, start: int, end: int, quote: string, because: string>>,
  emotion array<int>,
  flags array<struct<`from`: int, `to`: int, polarity: string, peak: int, recovered: boolean>>,
  alerts array<string>, notes array<string>
"""
# What the program reads of a conversation, and of each of its turns.
CONVERSATION = ["id", "channel", "started_at", "agent_id", "agent_name", "client_name", "variety"]
TURN = {"speaker": "string", "text": "string", "start": "double", "end": "double", "at": "string"}

USAGE, INPUT, FAILED, UNFIT = 64, 66, 70, 78

MESSAGES = {
    "fr": {
        "about": "Juge des conversations sur Apache Spark : Parquet, JSON ou CSV en entrée, évaluations par date.",
        "input": "dossier, fichier ou motif à lire",
        "output": "dossier de la table des évaluations, une partition par date ; les dates du lot sont remplacées",
        "from": "format d'entrée (parquet par défaut)",
        "to": "format de sortie ; json : les lignes mêmes de ecoute",
        "rows": "ce qu'est une ligne (deviné d'après les colonnes)",
        "columns": "noms des colonnes : id=ref,text=corps…",
        "speakers": "valeurs de speaker : conseiller=agent,visiteur=client…",
        "ecoute": "fichier de npm run bundle, expédié aux exécuteurs ; local:/chemin s'il y est déjà",
        "node": "binaire node sur les exécuteurs",
        "options": "options de ecoute score : '--redact --region fr-CA'",
        "partitions": "nombre de partitions (celui de l'entrée, au moins le parallélisme)",
        "date": "date des conversations qui n'en ont pas (AAAA-MM-JJ)",
        "summary": "dossier du bilan par conseiller, sur toute la table",
        "stream": "suit le dossier (ou --kafka) par micro-lots, exactement une fois",
        "kafka": "serveurs Kafka, à la place de ENTRÉE",
        "topic": "sujet Kafka",
        "checkpoint": "dossier des points de reprise (SORTIE/_checkpoint par défaut)",
        "every": "cadence des micro-lots : '30 seconds'",
        "once": "traite ce qui est là, puis s'arrête",
        "lang": "langue des messages",
        "no_bundle": "ecoute.mjs introuvable : npm run bundle, puis --ecoute dist/ecoute.mjs ou spark-submit --files",
        "no_node": "{where} : {why} (--node CHEMIN, node 20 ou plus récent)",
        "unfit": "ecoute ne marche pas partout ; rien n'a été lu",
        "differ": "les exécuteurs n'ont pas tous la même version ou les mêmes règles ; rien n'a été lu",
        "ready": "ecoute {version}, règles {rules}, node {node} ; vu sur {hosts}",
        "bad_pair": "{option} attend nom=valeur,nom=valeur, pas « {pair} »",
        "unknown_column": "--columns : « {name} » n'est pas un champ ; les champs : {known}",
        "missing": "pas de colonne « {column} » ; il y a : {found}. --columns {field}=NOM la nomme",
        "bad_type": "la colonne « {column} » est de type {found} ; attendu : {wanted}",
        "no_rows": "ni « turns » (une ligne par conversation) ni « text » (une ligne par message) ; il y a : {found}",
        "cannot_read": "entrée illisible : {why}",
        "no_messages": "--stream prend des conversations entières, une par ligne ; pas des messages",
        "need_input": "il faut ENTRÉE et SORTIE (ou --kafka SERVEURS --topic SUJET SORTIE)",
        "bad_date": "--date attend AAAA-MM-JJ, pas « {date} »",
        "no_summary": "--summary lit la table entière, en parquet ou json, hors --stream",
        "failed": "le calcul a échoué : {why}",
        "done": "{read} lus = {judged} jugés + {aside} mis de côté → {output}",
        "undated": "{n} sans date, dans {place} (remplacée à chaque lot) ; --date leur en donne une",
        "summary_done": "bilan par conseiller → {output}",
        "batch": "micro-lot {n} : {read} lus = {judged} jugés + {aside} mis de côté",
    },
    "en": {
        "about": "Judges conversations on Apache Spark: Parquet, JSON or CSV in, assessments by date out.",
        "input": "folder, file or pattern to read",
        "output": "folder of the table of assessments, a partition a date; the dates of this run are replaced",
        "from": "input format (parquet by default)",
        "to": "output format; json: the very lines of ecoute",
        "rows": "what a row is (told by the columns)",
        "columns": "names of columns: id=ref,text=body…",
        "speakers": "values of speaker: advisor=agent,visitor=client…",
        "ecoute": "file made by npm run bundle, shipped to the executors; local:/path where it is there already",
        "node": "node binary on the executors",
        "options": "options of ecoute score: '--redact --region fr-CA'",
        "partitions": "number of partitions (those of the input, at least the parallelism)",
        "date": "date of the conversations that have none (YYYY-MM-DD)",
        "summary": "folder of the summary by agent, over the whole table",
        "stream": "follows the folder (or --kafka) by micro-batches, exactly once",
        "kafka": "Kafka servers, instead of INPUT",
        "topic": "Kafka topic",
        "checkpoint": "folder of the checkpoints (OUTPUT/_checkpoint by default)",
        "every": "pace of the micro-batches: '30 seconds'",
        "once": "works off what is there, then ends",
        "lang": "language of messages",
        "no_bundle": "no ecoute.mjs: npm run bundle, then --ecoute dist/ecoute.mjs or spark-submit --files",
        "no_node": "{where}: {why} (--node PATH, node 20 or newer)",
        "unfit": "ecoute does not work everywhere; nothing was read",
        "differ": "the executors do not all have the same version or rules; nothing was read",
        "ready": "ecoute {version}, rules {rules}, node {node}; seen on {hosts}",
        "bad_pair": "{option} takes name=value,name=value, not \"{pair}\"",
        "unknown_column": "--columns: \"{name}\" is no field; the fields: {known}",
        "missing": "there is no column \"{column}\"; there are: {found}. --columns {field}=NAME names it",
        "bad_type": "the column \"{column}\" is {found}; {wanted} is expected",
        "no_rows": "neither \"turns\" (a row a conversation) nor \"text\" (a row a message); there are: {found}",
        "cannot_read": "the input cannot be read: {why}",
        "no_messages": "--stream takes whole conversations, one a row; not messages",
        "need_input": "INPUT and OUTPUT are needed (or --kafka SERVERS --topic TOPIC OUTPUT)",
        "bad_date": "--date takes YYYY-MM-DD, not \"{date}\"",
        "no_summary": "--summary reads the whole table, parquet or json, without --stream",
        "failed": "the job failed: {why}",
        "done": "{read} read = {judged} judged + {aside} set aside → {output}",
        "undated": "{n} without a date, in {place} (replaced by every run); --date gives them one",
        "summary_done": "summary by agent → {output}",
        "batch": "micro-batch {n}: {read} read = {judged} judged + {aside} set aside",
    },
}


class Stop(Exception):
    """A run that cannot go on: the sentence for the user and the exit code."""

    def __init__(self, message, code):
        super().__init__(message)
        self.code = code


# --- On the executors -----------------------------------------------------------------------------------------------


def shipped(ecoute):
    """The path of the bundle on this machine."""
    if ecoute.startswith("local:"):
        return ecoute[len("local:") :]
    path = SparkFiles.get(ecoute)
    # YARN puts what `--files` ships into the working directory of the container.
    return path if os.path.exists(path) else os.path.abspath(ecoute)


def filter_command(settings):
    node, ecoute, options = settings
    return [node, shipped(ecoute), "score", "--line-for-line", "--threads", "1", *options, "-"]


def piped(settings, rules):
    """A function for `mapPartitions`: lines of conversations in, (answer, day, whether it was set aside) out."""

    def run(rows):
        lines = (row[0] for row in rows)
        first = next(lines, None)
        # An empty partition is not worth a process.
        if first is None:
            return
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = subprocess.Popen(filter_command(settings), **pipes)
        asked = collections.deque()
        told = collections.deque(maxlen=20)
        failures = []

        def feed():
            try:
                for line in itertools.chain([first], lines):
                    text = "" if line is None else re.sub(r"[\r\n]", " ", line)
                    asked.append(text)
                    process.stdin.write(text.encode("utf-8", "replace") + b"\n")
            except BrokenPipeError:
                pass  # The process has ended; its exit code says why.
            except BaseException as error:
                failures.append(error)
                process.kill()
            finally:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    pass

        feeder = threading.Thread(target=feed, daemon=True)
        listen = lambda: told.extend(line.decode("utf-8", "replace") for line in process.stderr)
        listener = threading.Thread(target=listen, daemon=True)
        feeder.start()
        listener.start()
        try:
            for raw in process.stdout:
                answer = raw.decode("utf-8").rstrip("\n")
                if not asked:
                    raise RuntimeError("ecoute gave more answers than there were lines")
                line = asked.popleft()
                if f'"rules":"{rules}"' in answer:
                    yield answer, day_of(answer), False
                elif "problem" in json.loads(answer):
                    yield answer, day_of(line), True
                else:
                    raise RuntimeError(f"{socket.gethostname()} judges by other rules than {rules}: {answer[:300]}")
            feeder.join()
            code = process.wait()
            if failures:
                raise failures[0]
            if code != 0 or asked:
                listener.join(5)
                what = f"ecoute ended with code {code}, {len(asked)} lines without an answer"
                raise RuntimeError(" ".join([what, *told]).replace("\n", " "))
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()

    return run


def day_of(line):
    """The day of a conversation, as the clock on the wall of the contact centre showed it; no time zone moves it."""
    found = re.search(r'"started_at"\s*:\s*"(\d{4}-\d\d-\d\d)', line)
    return found.group(1) if found else None


def probed(settings):
    """A function for `mapPartitions`: what ecoute is on this machine, or why it does not run."""

    def run(_):
        node, ecoute, _options = settings
        where = socket.gethostname()
        sample = json.dumps({"id": "probe", "turns": [{"speaker": s, "text": "Bonjour"} for s in ("agent", "client")]})

        def output(*command, text=None):
            ran = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
            if ran.returncode != 0:
                raise RuntimeError(f"{' '.join(command[:3])}: code {ran.returncode}: {ran.stderr.strip()[-600:]}")
            return ran.stdout.strip()

        try:
            version = output(node, shipped(ecoute), "--version")
            answer = json.loads(output(*filter_command(settings), text=sample + "\n"))
            yield {"where": where, "node": output(node, "--version"), "version": version, "rules": answer["rules"]}
        except (OSError, RuntimeError, KeyError, ValueError) as error:
            yield {"where": where, "why": str(error)}

    return run


# --- On the driver --------------------------------------------------------------------------------------------------


def bundle(spark, asked, m):
    """Ships the bundle, and gives the name that the executors know it by."""
    if asked is not None and asked.startswith("local:"):
        return asked
    sent = ",".join(spark.conf.get(key, "") for key in ("spark.files", "spark.yarn.dist.files"))
    if asked is None and "ecoute.mjs" in [os.path.basename(name) for name in sent.split(",")]:
        return "ecoute.mjs"
    here = os.path.dirname(os.path.abspath(__file__))
    places = [asked] if asked else [os.path.join(here, "ecoute.mjs"), os.path.join(here, "..", "dist", "ecoute.mjs")]
    found = next((place for place in places if "://" in place or os.path.exists(place)), None)
    if found is None:
        raise Stop(m["no_bundle"], UNFIT)
    spark.sparkContext.addFile(found)
    return os.path.basename(found)


def checked(spark, settings, m):
    """The rules in force. Stops where ecoute does not run on an executor, or is not the same on all."""
    context = spark.sparkContext
    # More probes than slots, so that every executor that is there gets one; late ones are watched line by line.
    probes = 2 * context.defaultParallelism
    found = context.parallelize(range(probes), probes).mapPartitions(probed(settings)).collect()
    failed = sorted({m["no_node"].format(**probe) for probe in found if "why" in probe})
    if failed:
        raise Stop("\n  ".join([m["unfit"], *failed]), UNFIT)
    kinds = collections.defaultdict(set)
    for probe in found:
        kinds[probe["version"], probe["rules"], probe["node"]].add(probe["where"])
    sentences = [
        m["ready"].format(version=version, rules=rules, node=node, hosts=", ".join(sorted(hosts)))
        for (version, rules, node), hosts in sorted(kinds.items())
    ]
    # Another node gives the same bytes; another version or other rules may not.
    if len({(probe["version"], probe["rules"]) for probe in found}) > 1:
        raise Stop("\n  ".join([m["differ"], *sentences]), UNFIT)
    for sentence in sentences:
        tell(sentence)
    return found[0]["rules"]


def pairs(option, text, m):
    found = {}
    for pair in filter(None, (text or "").split(",")):
        name, equals, value = pair.partition("=")
        if not (name and equals and value):
            raise Stop(m["bad_pair"].format(option=option, pair=pair), USAGE)
        found[name.strip()] = value.strip()
    return found


def read(spark, args, m):
    """The input as a table; `line` where its rows are lines of NDJSON already."""
    options = {"header": True, "multiLine": args.source == "csv", "escape": '"'}
    source = spark.readStream if args.stream else spark.read
    if args.kafka:
        source = source.format("kafka").option("kafka.bootstrap.servers", args.kafka).option("subscribe", args.topic)
        return source.option("startingOffsets", "earliest").load().select(F.col("value").cast("string").alias("line"))
    is_own = args.source == "json" and not args.columns and not args.speakers
    if is_own and rows_of_json(spark, args) == "conversation":
        return source.text(args.input).withColumnRenamed("value", "line")
    still = spark.read.options(**options).format(args.source).load(args.input)
    # A stream has to know its columns beforehand: those of the files that are there.
    return source.options(**options).format(args.source).schema(still.schema).load(args.input) if args.stream else still


def rows_of_json(spark, args):
    if args.rows:
        return args.rows
    first = spark.read.text(args.input).where(F.trim("value") != "").head(1)
    return "conversation" if not first or '"turns"' in first[0][0] else "message"


def lines(table, args, m):
    """The input as one column `line`: a conversation as the program's own NDJSON."""
    if table.columns == ["line"]:
        return table
    names = pairs("--columns", args.columns, m)
    known = [*CONVERSATION, "turns", *TURN, "order"]
    for name in names:
        if name not in known:
            raise Stop(m["unknown_column"].format(name=name, known=", ".join(known)), USAGE)
    there = {field: names.get(field, field) for field in known if names.get(field, field) in table.columns}
    rows = args.rows or ("conversation" if "turns" in there else "message" if "text" in there else None)
    if rows is None:
        raise Stop(m["no_rows"].format(found=", ".join(table.columns)), INPUT)
    for field in [*names, "id", *(["turns"] if rows == "conversation" else ["speaker", "text"])]:
        if field not in there:
            found = ", ".join(table.columns)
            raise Stop(m["missing"].format(column=names.get(field, field), field=field, found=found), INPUT)
    if rows == "message" and args.stream:
        raise Stop(m["no_messages"], USAGE)
    types = dict(table.dtypes)
    shared = {f: iso(c, types) for f, c in there.items() if f in CONVERSATION}
    roles = pairs("--speakers", args.speakers, m)
    if rows == "conversation":
        return table.select(as_line(shared, turns_of(table, there["turns"], types, roles, m)))
    turn = {f: iso(there[f], types, TURN[f]) for f in TURN if f in there}
    # A number where there is one, else the time, else the words: never the order in which rows happened to arrive.
    order = [iso(there["order"], {}, "double")] if "order" in there else []
    order += [turn[f] for f in ("start", "at") if f in turn]
    key = F.struct(*[c.alias(f"k{i}") for i, c in enumerate([*order, turn["speaker"], turn["text"]])])
    together = lambda fields: F.struct(*[c.alias(f) for f, c in fields.items()])
    row = F.struct(key.alias("key"), together(turn).alias("turn"), together(shared).alias("shared"))
    grouped = table.groupBy(shared["id"].alias("group")).agg(F.sort_array(F.collect_list(row)).alias("rows"))
    first = {f: F.expr(f"get(filter(rows, r -> r.shared.`{f}` is not null), 0).shared.`{f}`") for f in shared}
    turns = F.transform("rows", lambda r: role(r["turn"], list(turn), roles))
    return grouped.select(as_line(first, turns))


def iso(column, types, wanted="string"):
    """A column as text or number, null where it is none; times as ISO 8601, as the session's clock shows them."""
    name = "`" + column.replace("`", "``") + "`"
    is_time = types.get(column, "").startswith("timestamp")
    return F.date_format(F.col(name), "yyyy-MM-dd'T'HH:mm:ss") if is_time else F.expr(f"try_cast({name} as {wanted})")


def turns_of(table, column, types, roles, m):
    """The list of turns, from a list of structures or from JSON in a cell."""
    if types[column] == "string":
        fields = list(TURN)
        shape = ", ".join(f"`{f}`: {t}" for f, t in TURN.items())
        turns = F.from_json(table[column], f"array<struct<{shape}>>")
    else:
        element = getattr(table.schema[column].dataType, "elementType", None)
        fields = [f for f in TURN if f in getattr(element, "names", [])]
        if "speaker" not in fields or "text" not in fields:
            wanted = "array<struct<speaker, text[, start, end, at]>>, JSON"
            raise Stop(m["bad_type"].format(column=column, found=types[column], wanted=wanted), INPUT)
        turns = table[column]
    return F.transform(turns, lambda t: role(t, fields, roles))


def role(turn, fields, roles):
    """A turn as the program reads it; `speaker` by the user's names for it."""
    speaker = turn["speaker"]
    for name, meant in roles.items():
        speaker = F.when(F.lower(turn["speaker"]) == name.lower(), F.lit(meant)).otherwise(speaker)
    return F.struct(*[(speaker if f == "speaker" else turn[f]).alias(f) for f in fields])


def as_line(shared, turns):
    return F.to_json(F.struct(*[c.alias(f) for f, c in shared.items()], turns.alias("turns"))).alias("line")


def judged(table, args, settings, rules):
    """The answers: `line` as ecoute wrote it, the `date` that it belongs to, whether it was set `aside`."""
    if args.partitions is not None:
        table = table.repartition(args.partitions)
    answers = table.rdd.mapPartitions(piped(settings, rules))
    answers = table.sparkSession.createDataFrame(answers, "line string, day string, aside boolean", verifySchema=False)
    date = F.coalesce(F.expr("try_cast(day as date)"), F.lit(args.date).cast("date")).alias("date")
    return answers.select("line", date, "aside")


def spread(spark, table, args):
    """The input over at least as many partitions as there are slots; one small file would keep all but one idle."""
    slots = spark.sparkContext.defaultParallelism
    return table.repartition(slots) if args.partitions is None and table.rdd.getNumPartitions() < slots else table


def shaped(answers, to):
    """The answers as the output wants them: a row for every conversation that was read, judged or not."""
    if to == "json":
        return answers.drop("aside")
    whole = answers.select(parsed("line"), "date").select("a.*", "date")
    if to == "parquet":
        return whole
    flat = [safe(c) if t == "string" else F.col(c) for c, t in whole.dtypes if t in ("string", "int", "double")]
    verdicts = F.to_json(F.transform_values("behaviours", lambda _, b: b["verdict"])).alias("verdicts")
    lists = [F.concat_ws(" ", c).alias(c) for c in ("critical", "alerts", "notes")]
    felt = [F.array_min("emotion").alias("emotion_min"), F.array_max("emotion").alias("emotion_max")]
    return whole.select(*flat, verdicts, *lists, *felt, "date")


def parsed(column):
    return F.from_json(column, ASSESSMENT + ", problem string", {"mode": "FAILFAST"}).alias("a")


def safe(column):
    """A cell that no spreadsheet takes for a formula."""
    return F.regexp_replace(column, r"^(?=\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])", "'").alias(column)


def counted(answers):
    """The answers with their account, which is there once they are written."""
    account = Observation()
    sums = {"read": F.lit(1), "aside": F.col("aside").cast("int"), "undated": F.col("date").isNull().cast("int")}
    return answers.observe(account, *[F.sum(c).alias(name) for name, c in sums.items()]), account


def figures(account):
    found = {name: value or 0 for name, value in account.get.items()}
    return {**found, "judged": found["read"] - found["aside"]}


def write(table, to, output, *by):
    """Replaces the partitions that the table has rows for, and no other."""
    writer = table.write.mode("overwrite").option("partitionOverwriteMode", "dynamic").partitionBy(*by)
    if to == "csv":
        writer = writer.options(header=True, escape='"')
    writer.format("text" if to == "json" else to).save(output)


def summary(spark, args, m):
    """The figures of the coach's pages by agent, over the whole table; the same definitions as `ecoute report`."""
    rows = spark.read.format("text" if args.to == "json" else "parquet").load(args.output)
    if args.to == "json":
        rows = rows.select(parsed("value")).select("a.*")
    rows.where("problem is null").createOrReplaceTempView("ecoute_rows")
    behaviours = spark.sql("select distinct explode(map_keys(behaviours)) as name from ecoute_rows order by name")
    names = [name for (name,) in behaviours.collect()]
    share = """,
        round(count_if(quality is not null and behaviours['{0}'].verdict = 'shown') / nullif({1}, 0), 3) as `{0}`,
        {1} as `{0}_n`"""
    applied = "count_if(quality is not null and behaviours['{0}'].verdict in ('shown', 'missed', 'violated'))"
    shares = "".join(share.format(name, applied.format(name)) for name in names)
    table = spark.sql(f"""
        with once as (select * from (
            select *, row_number() over (
                       partition by id, started_at, agent_id, agent_name, turns, channel order by rules) as copy,
                   try_cast(regexp_extract(started_at, '^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})', 1) as date) as day,
                   coalesce(agent_id, agent_name) as agent
            from ecoute_rows) where copy = 1 and trim(agent) <> '')
        select max(agent_id) as agent_id, max(agent_name) as agent_name, min(day) as first_day, max(day) as last_day,
               count(*) as conversations, count(quality) as judged, count_if(channel = 'call') as calls,
               round(avg(quality), 1) as quality, count_if(size(critical) > 0) as critical,
               sum(size(filter(flags, f -> f.polarity = 'negative'))) as difficult,
               sum(size(filter(flags, f -> f.polarity = 'negative' and f.recovered))) as recovered,
               sum(size(filter(flags, f -> f.polarity = 'positive'))) as high_points,
               count_if(array_contains(alerts, 'abuse')) as abuse,
               count_if(array_contains(alerts, 'churn-threat')) as churn_threat,
               count_if(array_contains(alerts, 'escalation-demand')) as escalation_demand,
               count_if(array_contains(alerts, 'repeat-contact')) as repeat_contact {shares}
        from once group by agent order by agent""")
    table.coalesce(1).write.mode("overwrite").options(header=True).format(args.to).save(args.summary)
    tell(m["summary_done"].format(output=args.summary))


def follow(spark, args, settings, rules, m):
    """Micro-batches with checkpoints. One that is done again after a crash replaces what it left: exactly once."""
    started = threading.Event()
    name = []

    def work(batch, number):
        started.wait()
        answers, account = counted(judged(lines(batch, args, m), args, settings, rules))
        # With the id of the checkpoint: a new one never overwrites the batches of an old one.
        whole = shaped(answers, args.to).withColumn("batch", F.lit(f"{name[0]}-{number}"))
        write(whole, args.to, args.output, "date", "batch")
        tell(m["batch"].format(n=number, **figures(account)))

    source = read(spark, args, m)
    lines(source, args, m)
    checkpoint = args.checkpoint or f"{args.output.rstrip('/')}/_checkpoint"
    stream = source.writeStream.foreachBatch(work).option("checkpointLocation", checkpoint)
    stream = stream.trigger(availableNow=True) if args.once else stream.trigger(processingTime=args.every)
    query = stream.start()
    name.append(str(query.id)[:8])
    started.set()
    query.awaitTermination()


def language(argv):
    return "en" if re.search(r"--lang[= ]en\b", " ".join(argv)) else "fr"


def arguments(argv, m):
    parser = argparse.ArgumentParser("ecoute-spark.py", description=m["about"], allow_abbrev=False)
    parser.add_argument("input", metavar="INPUT", nargs="?", help=m["input"])
    parser.add_argument("output", metavar="OUTPUT", nargs="?", help=m["output"])
    parser.add_argument("--from", dest="source", choices=["parquet", "json", "csv"], default="parquet", help=m["from"])
    parser.add_argument("--to", choices=["parquet", "json", "csv"], default="parquet", help=m["to"])
    parser.add_argument("--rows", choices=["conversation", "message"], help=m["rows"])
    parser.add_argument("--columns", help=m["columns"])
    parser.add_argument("--speakers", help=m["speakers"])
    parser.add_argument("--ecoute", metavar="FILE", help=m["ecoute"])
    parser.add_argument("--node", default="node", help=m["node"])
    parser.add_argument("--options", default="", help=m["options"])
    parser.add_argument("--partitions", type=int, help=m["partitions"])
    parser.add_argument("--date", help=m["date"])
    parser.add_argument("--summary", metavar="DIR", help=m["summary"])
    parser.add_argument("--stream", action="store_true", help=m["stream"])
    parser.add_argument("--kafka", metavar="SERVERS", help=m["kafka"])
    parser.add_argument("--topic", help=m["topic"])
    parser.add_argument("--checkpoint", metavar="DIR", help=m["checkpoint"])
    parser.add_argument("--every", default="30 seconds", help=m["every"])
    parser.add_argument("--once", action="store_true", help=m["once"])
    parser.add_argument("--lang", choices=["fr", "en"], default="fr", help=m["lang"])
    try:
        args = parser.parse_args(argv)
    except SystemExit as end:
        raise SystemExit(USAGE if end.code else 0)
    if args.kafka:
        args.stream, args.input, args.output = True, None, args.output or args.input
    if args.output is None or (args.kafka is None) != (args.topic is None) or (args.input is None and not args.kafka):
        raise Stop(m["need_input"], USAGE)
    if args.date is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", args.date):
        raise Stop(m["bad_date"].format(date=args.date), USAGE)
    if args.summary and (args.to == "csv" or args.stream):
        raise Stop(m["no_summary"], USAGE)
    return args


def tell(sentence):
    print(f"ecoute-spark: {sentence}", file=sys.stderr, flush=True)


def main(argv):
    """Ships ecoute, checks it on the executors, reads, judges, writes, tells the account."""
    m = MESSAGES[language(argv)]
    try:
        args = arguments(argv, m)
        spark = SparkSession.builder.appName("ecoute").getOrCreate()
        settings = (args.node, bundle(spark, args.ecoute, m), shlex.split(args.options))
        rules = checked(spark, settings, m)
        if args.stream:
            follow(spark, args, settings, rules, m)
        else:
            once(spark, args, settings, rules, m)
        return 0
    except Stop as stop:
        tell(str(stop))
        return stop.code
    except (AnalysisException, StreamingQueryException, Py4JJavaError) as error:
        tell(m["failed"].format(why=cause(str(error))))
        return FAILED


def once(spark, args, settings, rules, m):
    try:
        table = lines(spread(spark, read(spark, args, m), args), args, m)
    except AnalysisException as error:
        raise Stop(m["cannot_read"].format(why=cause(str(error))), INPUT)
    answers, account = counted(judged(table, args, settings, rules))
    write(shaped(answers, args.to), args.to, args.output, "date")
    done = figures(account)
    tell(m["done"].format(output=args.output, **done))
    if done["undated"]:
        tell(m["undated"].format(n=done["undated"], place="date=__HIVE_DEFAULT_PARTITION__"))
    if args.summary:
        summary(spark, args, m)


def cause(text):
    """The sentence that matters in the pages that Spark writes about a failure."""
    found = re.findall(r"^\s*(?:Caused by: )?(?:[\w.]+\.)?\w*(?:Error|Exception): .*$", text, re.M)
    own = [line for line in found if "ecoute ended" in line or "judges by other rules" in line]
    return (own or found or text.strip().split("\n"))[0].strip()


if __name__ == "__main__":
    ended = main(sys.argv[1:])
    # Without this the executors are torn down under the master's eyes, which takes it for a failure.
    if SparkSession.getActiveSession() is not None:
        SparkSession.getActiveSession().stop()
    sys.exit(ended)
