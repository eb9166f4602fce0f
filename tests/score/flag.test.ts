import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flag } from '../../src/score/flag.ts';
import { type Talk, talk } from './talk.ts';

const flags = ({ conversation, evidence, emotion }: Talk) => flag(conversation, evidence, emotion);

describe('an exchange is flagged', () => {
  test('from the client’s peak to the agent’s answer, and says whether the client came back', () => {
    const found = flags(
      talk(`
      A: bonjour
      C: c'est une honte | frustration | -3
      A: je suis désolée | apology
      C: bon, merci | thanks | 0
    `),
    );
    expect(found).toEqual([{ from: 1, to: 2, polarity: 'negative', peak: -3, recovered: true }]);
  });

  test('as one exchange where two peaks are close', () => {
    const found = flags(
      talk(`
      C: encore une panne | frustration | -2
      A: je regarde
      C: j'en ai assez, vraiment | frustration | -3
      A: je comprends | empathy
    `),
    );
    expect(found).toEqual([{ from: 0, to: 3, polarity: 'negative', peak: -3, recovered: false }]);
  });

  test('where the client is delighted and says thanks', () => {
    const found = flags(talk('C: vous etes un amour merci | thanks delight | 2'));
    expect(found).toEqual([{ from: 0, to: 0, polarity: 'positive', peak: 2, recovered: true }]);
  });

  test('where clear moments follow each other, none of them a peak', () => {
    const script =
      'C: je dors plus la nuit | distress | -2\nA: oui\nC: toujours rien | frustration | -2\nC: et demain ? | | -2\nA: on va trouver | empathy';
    expect(flags(talk(script))).toEqual([{ from: 0, to: 4, polarity: 'negative', peak: -2, recovered: false }]);
  });
});

describe('nothing is flagged', () => {
  test('in a calm conversation', () => {
    expect(flags(talk('A: bonjour\nC: bonjour, merci | thanks | 1\nA: au revoir'))).toEqual([]);
  });

  test('for one clear annoyance that nothing around bears out', () => {
    expect(flags(talk('C: ah non pas encore | frustration | -2\nA: je regarde\nC: d accord | | 0'))).toEqual([]);
  });
});

test('flags stay inside the conversation and never start after they end', () => {
  const felt = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });
  fc.assert(
    fc.property(felt, (emotions) => {
      const script = emotions.map((e, i) => (i % 3 === 2 ? 'A: oui' : `C: bon | frustration | ${e}`)).join('\n');
      const one = talk(script);
      for (const { from, to, peak } of flags(one)) {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThan(one.conversation.turns.length);
        expect(Math.abs(peak)).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});
