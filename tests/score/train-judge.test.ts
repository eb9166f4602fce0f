// The training of the judge, and the judge that ships. To train it anew and write lexicons/model/judge.json:
//   TRAIN=write npx vitest run tests/score/train-judge.test.ts
// on tests/training, and on the pairs of files that LABELLED names too (`X` for X.transcripts.jsonl and X.labels.jsonl,
// several parted by a colon).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadScorecard } from '../../src/lexicon/scorecard.ts';
import { loadTrainedJudge } from '../../src/lexicon/trained-judge.ts';
import { judge } from '../../src/score/judge.ts';
import { trainJudge } from './judge-training.ts';
import { labelledFrom, labelledIn, noiseOf } from './labelled.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modelFile = join(root, 'lexicons/model/judge.json');
const { scorecard } = loadScorecard('scorecard.yaml', readFileSync(join(root, 'lexicons/scorecard.yaml'), 'utf8'));
const labelled = labelledIn(join(root, 'tests/training'));
const earCard = JSON.parse(readFileSync(join(root, 'lexicons/model/ear.json'), 'utf8'));
const noise = noiseOf(earCard, labelled);

describe.runIf(process.env.TRAIN === 'write')('training', () => {
  test('writes the judge', () => {
    const more = (process.env.LABELLED ?? '').split(':').filter(Boolean).flatMap(labelledFrom);
    const all = [...labelled, ...more];
    const about = `Weights for each verdict, learnt by tests/score/train-judge.test.ts from ${all.length} labelled conversations.`;
    const { behaviours } = trainJudge(scorecard, all, noise);
    const rows = Object.entries(behaviours).map(
      ([id, weights]) =>
        `    ${JSON.stringify(id)}: {\n${Object.entries(weights)
          .map(([verdict, row]) => `      ${JSON.stringify(verdict)}: ${JSON.stringify(row)}`)
          .join(',\n')}\n    }`,
    );
    mkdirSync(join(root, 'lexicons/model'), { recursive: true });
    writeFileSync(
      modelFile,
      `{\n  "about": ${JSON.stringify(about)},\n  "behaviours": {\n${rows.join(',\n')}\n  }\n}\n`,
    );
  }, 600_000);
});

test('the same labels train the same judge', () => {
  const few = labelled.slice(0, 12);
  const quick = { pull: 0.03, rounds: 5 };
  expect(trainJudge(scorecard, few, noise, quick)).toEqual(trainJudge(scorecard, few, noise, quick));
});

test('before it has learnt anything the judge says what the rules say', () => {
  const untaught = { ...scorecard, judge: trainJudge(scorecard, labelled.slice(0, 6), noise, { pull: 1, rounds: 0 }) };
  for (const one of labelled.slice(0, 20))
    expect(judge(one.conversation, one.evidence, one.emotion, untaught)).toEqual(
      judge(one.conversation, one.evidence, one.emotion, scorecard),
    );
});

test.runIf(existsSync(modelFile))('the judge that ships agrees with the labels more often than the rules do', () => {
  const shipped = loadTrainedJudge('judge.json', readFileSync(modelFile, 'utf8'));
  expect(shipped.faults).toEqual([]);
  const agreed = (card: typeof scorecard) =>
    labelled.flatMap((one) => {
      const { behaviours } = judge(one.conversation, one.evidence, one.emotion, card);
      return card.behaviours.filter(({ id }) => behaviours[id]!.verdict === one.verdicts[id]);
    }).length;
  expect(agreed({ ...scorecard, judge: shipped.judge! })).toBeGreaterThan(agreed(scorecard));
});
