// Measures ecoute against people's labels: overall, with intervals, and by source, channel and variety.
import {
  type Agreement,
  type AgreementReport,
  type FoundScore,
  type Grouping,
  groupings,
  type HeadlineId,
  headlineIds,
  type Interval,
  type JudgeScore,
  type Pair,
} from '../model/agreement.ts';
import { type BehaviourId, behaviourIds, verdicts } from '../model/behaviour.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';
import { bootstrap } from './bootstrap.ts';
import { f1, macroF1, overlapF1 } from './f1.ts';
import { exactShare, kappa, pairsIn, quadraticKappa, type Table } from './kappa.ts';
import { emotionValues, sumOf, type Tally, tally } from './tally.ts';

/** Measures pairs of labels and assessments, also for every value of the groupings asked for. */
export function agreement(pairs: readonly Pair[], by: readonly Grouping[] = groupings): AgreementReport {
  const tallies = pairs.map(tally);
  const overall = agreementOf(sumOf(tallies));
  const intervals = bootstrap(tallies, (drawn) => Object.values(agreementOf(sumOf(drawn)).headlines));
  return {
    overall,
    intervals: Object.fromEntries(headlineIds.map((id, at) => [id, intervals[at]!])) as Record<
      HeadlineId,
      Interval | null
    >,
    by: Object.fromEntries(by.map((grouping) => [grouping, groups(pairs, tallies, grouping)])),
  };
}

/** Measures pairs as one set: no groups, no intervals. */
export function measured(pairs: readonly Pair[]): Agreement {
  return agreementOf(sumOf(pairs.map(tally)));
}

function groups(
  pairs: readonly Pair[],
  tallies: readonly Tally[],
  grouping: Grouping,
): Readonly<Record<string, Agreement>> {
  const members = new Map<string, Tally[]>();
  pairs.forEach((pair, at) => {
    const name = groupOf(pair, grouping);
    const group = members.get(name);
    if (group === undefined) members.set(name, [tallies[at]!]);
    else group.push(tallies[at]!);
  });
  const names = [...members.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, agreementOf(sumOf(members.get(name)!))]));
}

function groupOf({ conversation, source }: Pair, grouping: Grouping): string {
  switch (grouping) {
    case 'source':
      return source;
    case 'channel':
      return conversation.channel;
    case 'variety':
      return conversation.variety ?? '—';
  }
}

function agreementOf(counts: Tally): Agreement {
  const [conversations = 0, turns = 0, calm = 0, flagged = 0] = counts.conversations;
  const markers = markerIds.map((_, at): FoundScore => {
    const [hits = 0, misses = 0, falseAlarms = 0] = counts.markers.slice(at * 3, at * 3 + 3);
    return f1(hits, misses, falseAlarms);
  });
  const size = verdicts.length;
  const tables = behaviourIds.map((_, at) =>
    tableOf(counts.behaviours.slice(at * size ** 2, (at + 1) * size ** 2), size),
  );
  const [markedHits = 0, foundHits = 0, misses = 0, falseAlarms = 0] = counts.flags;
  const micro = f1(everyThird(counts.markers, 0), everyThird(counts.markers, 1), everyThird(counts.markers, 2));
  const behaviours = tables.map((table) => judgeScore(table, kappa));
  const behavioursOverall = judgeScore(addTables(tables), kappa);
  const emotion = judgeScore(tableOf(counts.emotion, emotionValues), quadraticKappa);
  const flags = overlapF1(markedHits, foundHits, misses, falseAlarms);
  return {
    conversations,
    turns,
    headlines: {
      micro_f1: micro.f1,
      macro_f1: macroF1(markers),
      behaviours_kappa: behavioursOverall.kappa,
      emotion_kappa: emotion.kappa,
      flags_f1: flags.f1,
    },
    markers: keyed(markerIds, markers) as Record<MarkerId, FoundScore>,
    micro,
    behaviours: keyed(behaviourIds, behaviours) as Record<BehaviourId, JudgeScore>,
    behaviours_overall: behavioursOverall,
    emotion,
    flags,
    calm: { conversations: calm, flagged, share: calm === 0 ? null : flagged / calm },
  };
}

/** Scores a table of judgements with the kappa that fits its scale. */
export function judgeScore(table: Table, kappaOf: (table: Table) => number | null): JudgeScore {
  return { pairs: pairsIn(table), exact: exactShare(table), kappa: kappaOf(table) };
}

/** Adds tables of one size up. */
export function addTables(tables: readonly Table[]): Table {
  const [first = [], ...others] = tables;
  return first.map((row, a) => row.map((count, b) => others.reduce((sum, table) => sum + table[a]![b]!, count)));
}

function tableOf(counts: readonly number[], size: number): Table {
  return Array.from({ length: size }, (_, a) => counts.slice(a * size, (a + 1) * size));
}

function everyThird(counts: readonly number[], from: number): number {
  let sum = 0;
  for (let at = from; at < counts.length; at += 3) sum += counts[at]!;
  return sum;
}

function keyed<T>(keys: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(keys.map((key, at) => [key, values[at]!]));
}
