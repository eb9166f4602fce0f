import { expect, test } from 'vitest';
import { loadScorecard } from '../../src/lexicon/scorecard.ts';
import type { Scorecard, VerdictWeights } from '../../src/model/scorecard.ts';
import { judge } from '../../src/score/judge.ts';
import { talk } from './talk.ts';

const { scorecard } = loadScorecard(
  'x',
  `
sections: { s: { fr: S, en: S } }
behaviours:
  warmth: { label: { fr: a, en: a }, section: s, trained: true, shown: warmth }
`,
);
const none = { shown: {}, missed: {}, violated: {}, na: {} };
const ruled: VerdictWeights = {
  ...none,
  shown: { 'rule shown': 3, empathy: 4 },
  missed: { 'rule missed': 3 },
  violated: { 'fact displeasure-at-end': 5 },
};
const withJudge = (weights: VerdictWeights): Scorecard => ({
  ...scorecard,
  judge: { behaviours: { warmth: weights } },
});

function warmth(script: string, card: Scorecard) {
  const { conversation, evidence, emotion } = talk(script);
  return judge(conversation, evidence, emotion, card).behaviours.warmth;
}

test('the trained judge may see what the rule does not, and cites the words that tipped it', () => {
  const script = 'C: je suis perdue | distress | -2\nA: pauvre de vous | empathy\nC: merci | thanks | 0';
  expect(warmth(script, scorecard)).toEqual({ verdict: 'missed', searched: [1] });
  expect(warmth(script, withJudge(ruled))).toEqual({ verdict: 'shown', evidence: [1] });
});

test('where a fact tipped it, the turns of the fact are cited', () => {
  const script = 'A: voilà\nC: c’est nul | | -3';
  expect(warmth(script, withJudge(ruled))).toEqual({ verdict: 'violated', searched: [1] });
});

test('where both agree, the rule’s own grounds stay', () => {
  expect(warmth('A: avec joie | warmth', withJudge(ruled))).toEqual({ verdict: 'shown', evidence: [0] });
});

test('weights that say nothing leave the verdict to the rule', () => {
  expect(warmth('A: voilà', withJudge(none))).toEqual(warmth('A: voilà', scorecard));
});

test('a behaviour that is not marked as trained is left to its rule', () => {
  const card = withJudge(ruled);
  const plain = { ...card, behaviours: card.behaviours.map((rule) => ({ ...rule, trained: false })) };
  expect(warmth('A: pauvre de vous | empathy', plain)?.verdict).toBe('missed');
});
