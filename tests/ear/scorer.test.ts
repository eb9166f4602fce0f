// The scorer never lists the features of a turn as the learner does: what it sums must be the same nevertheless.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detector } from '../../src/detect/detect.ts';
import { phraseKeys } from '../../src/ear/context-features.ts';
import { emptyFeatures, featuriser } from '../../src/ear/features.ts';
import { lexemes } from '../../src/ear/lexemes.ts';
import { decodeModel } from '../../src/ear/model-file.ts';
import { addRow, addToRow, rowStore, sumRows } from '../../src/ear/rows.ts';
import { scorer } from '../../src/ear/scorer.ts';
import { weightOf, weightTable } from '../../src/ear/weight-table.ts';
import { loadRules } from '../../src/lexicon/load.ts';
import type { Conversation, Role } from '../../src/model/conversation.ts';
import { feel } from '../../src/score/emotion.ts';

const rules = await loadRules();
const model = decodeModel(rules.ear!);
const known = lexemes(rules);
const detect = detector(rules);
const featurise = featuriser(rules);
const sideOf = (role: 'agent' | 'client') => {
  const side = model[role];
  const table = weightTable(side);
  return {
    table,
    score: scorer(table, known, phraseKeys(rules.phrases)),
    heads: [...side.outputs, ...(side.emotion ? [side.emotion] : [])],
  };
};
const sides = { agent: sideOf('agent'), client: sideOf('client') };

const said = readFileSync(new URL('../training/chats.transcripts.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => (JSON.parse(line) as { turns: { text: string }[] }).turns.map(({ text }) => text));

test('the scores of a turn are the sums over the features that are learned from', () => {
  const text = fc.oneof(
    fc.constantFrom(...said),
    fc
      .array(fc.constantFrom(...said, 'blorptek', 'merciiii', 'Ferland', '12', '?!'), { maxLength: 4 })
      .map((t) => t.join(' ')),
    fc.string(),
    fc.constant('non '.repeat(700)),
  );
  const turn = fc.record({ role: fc.constantFrom<Role>('agent', 'client', 'bot'), text });
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 12 }), fc.boolean(), (turns, isChat) => {
      const conversation: Conversation = {
        id: 'c',
        channel: isChat ? 'chat' : 'call',
        agent: { id: 'A', name: 'Nadia' },
        client: { name: 'Paul Ferland' },
        roles: 'given',
        turns: turns.map(({ role, text }, index) => ({ index, role, text, startMs: index * 9000 })),
        from: { file: 'test' },
      };
      const { evidence, cues, hearing } = detect(conversation);
      const feelings = feel(conversation, cues, evidence);
      const features = emptyFeatures();
      for (const { index, role } of conversation.turns) {
        if ((role !== 'agent' && role !== 'client') || hearing.turns[index]!.tokens.count === 0) continue;
        const { table, score, heads } = sides[role];
        const scores = score(conversation, hearing, feelings, index);
        featurise(conversation, hearing, feelings, index, features);
        heads.forEach(({ bias, scale }, o) => {
          let sum = 0;
          for (let f = 0; f < features.count; f++) sum += weightOf(table, features.key[f]!, o) * features.value[f]!;
          expect(scores[o]).toBeCloseTo(bias + scale * sum, 4);
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('every weight of the model is found, and no other', () => {
  const { keys, start, output, weight } = model.client;
  const { table } = sides.client;
  for (let f = 0; f < keys.length; f += 97) {
    for (let w = start[f]!; w < start[f + 1]!; w++) expect(weightOf(table, keys[f]!, output[w]!)).toBe(weight[w]);
    if (keys[f + 1] !== keys[f]! + 1) expect(weightOf(table, keys[f]! + 1, output[start[f]!]!)).toBe(0);
  }
});

test('sums of rows are exact, however many and however large', () => {
  const weight = fc.integer({ min: -127, max: 127 });
  fc.assert(
    fc.property(fc.array(fc.array(weight, { minLength: 13, maxLength: 13 }), { maxLength: 5 }), (weights) => {
      const rows = rowStore(13);
      const places = weights.map((row) => {
        const at = addRow(rows);
        row.forEach((w, output) => {
          addToRow(rows, at, output, w);
        });
        return at;
      });
      const many = Int32Array.from({ length: places.length * 700 }, (_, i) => places[i % places.length]!);
      const totals = new Float64Array(rows.width * 3);
      sumRows(rows, many, many.length, 1, 1, totals);
      const sums = Array.from({ length: 13 }, (_, o) => 700 * weights.reduce((sum, row) => sum + row[o]!, 0));
      expect([...totals.slice(0, 13)]).toEqual(sums);
    }),
  );
});
