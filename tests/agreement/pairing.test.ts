import { expect, test } from 'vitest';
import { labelsById, misfits, unmatched } from '../../src/agreement/pairing.ts';
import { made } from './pairs.ts';

const told = ({ labels, conversation }: ReturnType<typeof made>) => misfits(labels, conversation).map((p) => p.reason);

test('labels that fit have nothing to tell', () => {
  expect(told(made('a', 4, { markers: [['greeting'], ['thanks']], emotion: [null, 1] }, {}))).toEqual([]);
});

test('a different number of turns names both files', () => {
  const { labels } = made('a', 3, {}, {});
  const { conversation } = made('a', 5, {}, {});
  const [problem] = misfits(labels, conversation);
  expect(problem?.place).toEqual({ file: 'made.labels.jsonl', line: 1 });
  expect(problem?.reason).toBe('conversation "a" has 3 labelled turns, but 5 turns at made.jsonl:1');
});

test('a marker or an emotion of the wrong speaker is told, unless roles were guessed', () => {
  const wrong = made('a', 2, { markers: [['thanks']], emotion: [2] }, {});
  expect(told(wrong)).toEqual([
    'conversation "a", turn 0: "thanks" belongs to the client, but the agent speaks',
    'conversation "a", turn 0: emotion is for turns of the client, but the agent speaks',
  ]);
  expect(misfits(wrong.labels, { ...wrong.conversation, roles: 'guessed' })).toEqual([]);
});

test('flags must lie inside the conversation', () => {
  expect(told(made('a', 2, { flags: [{ from: 1, to: 2, polarity: 'negative' }] }, {}))).toEqual([
    'conversation "a", flag 1-2: allowed are turns 0 to 1, first end first',
  ]);
});

test('a conversation labelled twice, and one that no transcript holds, are told', () => {
  const { labels } = made('a', 2, {}, {});
  const { byId, problems } = labelsById([labels, labels]);
  expect(problems[0]?.reason).toBe('conversation "a" is labelled twice, first at made.labels.jsonl:1');
  expect(unmatched(byId, new Set(['b']), [])[0]?.reason).toMatch(/in none of the transcripts/);
  expect(unmatched(byId, new Set(['a']), [])).toEqual([]);
  const unread = { place: { file: 't.jsonl', line: 4 }, reason: 'no turns', id: 'a' };
  expect(unmatched(byId, new Set(), [unread])[0]?.reason).toMatch(/cannot be read at t\.jsonl:4: no turns/);
});
