// One assessment and scorecard, small and made up, for the tests of the writers.
import type { Assessment } from '../../src/model/assessment.ts';
import type { Scorecard } from '../../src/model/scorecard.ts';

const always = { kind: 'all', of: [] } as const;

/** Two behaviours, one of them critical. */
export const scorecard: Scorecard = {
  sections: [
    { id: 'opening', label: { fr: 'Accueil', en: 'Opening' } },
    { id: 'answer', label: { fr: 'Réponse', en: 'Answer' } },
  ],
  words: [],
  behaviours: [
    {
      id: 'first-impression',
      label: { fr: 'Première impression', en: 'First impression' },
      section: 'opening',
      weight: 1,
      critical: false,
      shown: always,
      trained: false,
    },
    {
      id: 'acceptable-refusal',
      label: { fr: 'Refus acceptable', en: 'Acceptable refusal' },
      section: 'answer',
      weight: 2,
      critical: true,
      shown: always,
      trained: false,
    },
  ],
};

/** A conversation with something of everything. */
export function anAssessment(changed: Partial<Assessment> = {}): Assessment {
  return {
    id: 'c1',
    channel: 'chat',
    started_at: '2026-05-04T10:00:00',
    agent_id: 'A7',
    agent_name: 'Maud',
    language: 'fra',
    rules: '0123456789abcdef',
    turns: 4,
    quality: 33.3,
    judged: 2,
    critical: ['acceptable-refusal'],
    behaviours: {
      'first-impression': { verdict: 'shown', evidence: [0] },
      'acceptable-refusal': { verdict: 'violated', evidence: [1] },
    },
    evidence: [
      { marker: 'greeting', turn: 0, start: 0, end: 7, quote: 'Bonjour', because: 'fr/greeting.yaml:4' },
      { marker: 'refusal', turn: 2, start: 0, end: 13, quote: "c'est pas nous", because: 'fr/refusal.yaml:9' },
    ],
    emotion: [null, -2, null, -1],
    flags: [{ from: 1, to: 2, polarity: 'negative', peak: -2, recovered: false }],
    alerts: ['churn-threat'],
    notes: [],
    ...changed,
  };
}
