// Assessments for tests of the report: plain ones, changed only in what a test is about.
import type { Assessment, Flag } from '../../src/model/assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict } from '../../src/model/behaviour.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { Rules } from '../../src/model/rules.ts';
import type { BehaviourRule } from '../../src/model/scorecard.ts';

/** What a test says about an assessment. */
export interface Said {
  readonly id?: string;
  readonly agent?: string | null;
  readonly name?: string | null;
  readonly at?: string | null;
  readonly quality?: number | null;
  readonly turns?: number;
  readonly verdicts?: Readonly<Partial<Record<BehaviourId, Verdict>>>;
  readonly evidence?: readonly Partial<Evidence>[];
  readonly emotion?: readonly (number | null)[];
  readonly flags?: readonly Partial<Flag>[];
  readonly alerts?: Assessment['alerts'];
  readonly notes?: Assessment['notes'];
}

let last = 0;

/** One assessment; everything is shown unless it is said otherwise. */
export function scored(said: Said = {}): Assessment {
  const evidence = (said.evidence ?? [{}]).map(
    (one): Evidence => ({
      marker: 'greeting',
      turn: 0,
      start: 0,
      end: (one.quote ?? 'Bonjour').length,
      quote: 'Bonjour',
      because: 'fr/greeting.yaml:5',
      ...one,
    }),
  );
  const quality = said.quality === undefined ? 80 : said.quality;
  const behaviours = behaviourIds.map((id) => [id, { verdict: said.verdicts?.[id] ?? 'shown', evidence: [0] }]);
  return {
    id: said.id ?? `c${++last}`,
    channel: 'chat',
    started_at: said.at === undefined ? '2026-03-02T10:00:00' : said.at,
    agent_id: said.agent === undefined ? 'A1' : said.agent,
    agent_name: said.name === undefined ? 'Nadia Benali' : said.name,
    language: 'fra',
    rules: 'abcdef0123456789',
    turns: said.turns ?? said.emotion?.length ?? 4,
    quality,
    judged: quality === null ? 0 : 18,
    critical: [],
    behaviours: quality === null ? {} : Object.fromEntries(behaviours),
    evidence,
    emotion: said.emotion ?? [null, 0, null, 0],
    flags: (said.flags ?? []).map(
      (one): Flag => ({
        from: 1,
        to: 2,
        polarity: 'negative',
        peak: -2,
        recovered: true,
        ...one,
      }),
    ),
    alerts: said.alerts ?? [],
    notes: said.notes ?? [],
  };
}

const rule = (id: BehaviourId, weight: number): BehaviourRule => ({
  id,
  label: { fr: `« ${id} »`, en: id },
  section: 'all',
  weight,
  critical: id === 'absorbs-frustration',
  shown: { kind: 'all', of: [] },
  trained: false,
});

/** A grid of all behaviours in one section. */
export const grid: Pick<Rules, 'scorecard' | 'markers'> = {
  scorecard: {
    sections: [{ id: 'all', label: { fr: 'Tout', en: 'All' } }],
    words: [],
    behaviours: behaviourIds.map((id) => rule(id, id === 'absorbs-frustration' ? 3 : 1)),
  },
  markers: [],
};
