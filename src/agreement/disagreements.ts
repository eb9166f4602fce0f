// Lists where ecoute and people part: markers missed or heard wrongly, verdicts, emotion two steps or more apart, flags.
import type { Disagreement, Pair } from '../model/agreement.ts';
import { behaviourIds } from '../model/behaviour.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerIds } from '../model/marker.ts';
import { flagsMeet, heardByTurn } from './tally.ts';

const farApart = 2;

/** Every disagreement, grouped by what it is about: markers, behaviours, emotion, flags. */
export function disagreements(pairs: readonly Pair[]): readonly Disagreement[] {
  const heard = new Map(pairs.map((pair) => [pair, heardByTurn(pair)]));
  return [
    ...markerIds.flatMap((marker) => {
      const found = pairs.flatMap((pair) => markerDisagreements(pair, marker, heard.get(pair)!));
      return [...found.filter((one) => one.kind === 'miss'), ...found.filter((one) => one.kind === 'false-alarm')];
    }),
    ...behaviourIds.flatMap((behaviour) => pairs.flatMap((pair) => behaviourDisagreement(pair, behaviour))),
    ...pairs.flatMap(emotionDisagreements),
    ...pairs.flatMap(flagDisagreements),
  ];
}

function markerDisagreements(
  pair: Pair,
  marker: (typeof markerIds)[number],
  heard: readonly ReadonlySet<string>[],
): readonly Disagreement[] {
  if (pair.unmeasured?.includes(marker)) return [];
  return pair.labels.turns.flatMap(({ index, markers }): readonly Disagreement[] => {
    const isMarked = markers.includes(marker);
    const isFound = heard[index]?.has(marker) ?? false;
    if (isMarked === isFound) return [];
    const evidence = evidenceIn(pair, index);
    return [{ kind: isMarked ? 'miss' : 'false-alarm', about: marker, pair, turn: index, evidence, marked: markers }];
  });
}

function behaviourDisagreement(pair: Pair, behaviour: (typeof behaviourIds)[number]): readonly Disagreement[] {
  const person = pair.labels.behaviours[behaviour];
  const judgement = pair.assessment.behaviours[behaviour];
  const ecoute = judgement?.verdict ?? 'na';
  if (person === undefined || person === ecoute) return [];
  const evidence = (judgement?.evidence ?? []).flatMap((at) => pair.assessment.evidence[at] ?? []);
  return [{ kind: 'verdict', about: behaviour, pair, person, ecoute, evidence, searched: judgement?.searched ?? [] }];
}

function emotionDisagreements(pair: Pair): readonly Disagreement[] {
  return pair.labels.turns.flatMap(({ index, emotion: person }): readonly Disagreement[] => {
    if (person === undefined) return [];
    const ecoute = pair.assessment.emotion[index] ?? 0;
    if (Math.abs(person - ecoute) < farApart) return [];
    return [
      { kind: 'emotion', about: 'emotion', pair, turn: index, person, ecoute, evidence: evidenceIn(pair, index) },
    ];
  });
}

function flagDisagreements(pair: Pair): readonly Disagreement[] {
  const { labels, assessment } = pair;
  const missed = labels.flags.filter((flag) => !assessment.flags.some((found) => flagsMeet(flag, found)));
  const falseAlarms = assessment.flags.filter((found) => !labels.flags.some((flag) => flagsMeet(flag, found)));
  return [
    ...missed.map((flag) => ({ kind: 'flag', about: 'flags', pair, flag, side: 'miss' }) as const),
    ...falseAlarms.map((flag) => ({ kind: 'flag', about: 'flags', pair, flag, side: 'false-alarm' }) as const),
  ];
}

function evidenceIn({ assessment }: Pair, turn: number): readonly Evidence[] {
  return assessment.evidence.filter((evidence) => evidence.turn === turn);
}
