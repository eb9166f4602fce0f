import { describe, expect, test } from 'vitest';
import { loadScorecard } from '../../src/lexicon/scorecard.ts';
import { loadTrainedJudge } from '../../src/lexicon/trained-judge.ts';

const head = 'sections: { s: { fr: Accueil, en: Opening } }\n';
const behaviour = (rules: string) =>
  `${head}behaviours:\n  warmth:\n    label: { fr: Chaleur, en: Warmth }\n    section: s\n${rules}`;
const told = (text: string) =>
  loadScorecard('card.yaml', text).faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`);

describe('a scorecard', () => {
  test('becomes conditions over markers, words and facts with windows', () => {
    const { scorecard, faults } = loadScorecard(
      'card.yaml',
      `${head}words:
  congé: [au revoir, bonne journée, salut*]
behaviours:
  warmth:
    label: { fr: Chaleur, en: Warmth }
    section: s
    weight: 2
    critical: true
    occasion: { fact: displeasure, at-least: 2, below: 5 }
    shown: { any: [warmth, { count: [empathy], at-least: 2 }], in: first 3 }
    violated: { all: [lecturing], in: next 2, after: [frustration] }
    outweighed: { none: [{ words: congé, by: client, in: last 1 }] }
`,
    );
    expect(faults).toEqual([]);
    const first = { kind: 'first', turns: 3 };
    expect(scorecard.words).toEqual([{ name: 'congé', phrases: [['au', 'revoir'], ['bonne', 'journee'], ['salut*']] }]);
    expect(scorecard.behaviours[0]).toEqual({
      id: 'warmth',
      label: { fr: 'Chaleur', en: 'Warmth' },
      section: 's',
      weight: 2,
      critical: true,
      trained: false,
      occasion: { kind: 'fact', fact: 'displeasure', atLeast: 2, below: 5 },
      shown: {
        kind: 'any',
        of: [
          { kind: 'count', markers: ['warmth'], atLeast: 1, window: first },
          { kind: 'count', markers: ['empathy'], atLeast: 2, window: first },
        ],
      },
      violated: {
        kind: 'all',
        of: [
          {
            kind: 'count',
            markers: ['lecturing'],
            atLeast: 1,
            window: { kind: 'next', turns: 2, after: ['frustration'] },
          },
        ],
      },
      outweighed: {
        kind: 'none',
        of: [{ kind: 'words', words: 'congé', by: 'client', atLeast: 1, window: { kind: 'last', turns: 1 } }],
      },
    });
  });

  test('survives being written as JSON, as the cache of compiled rules does', () => {
    const { scorecard } = loadScorecard('card.yaml', behaviour('    shown: { fact: recovery, below: 2 }\n'));
    expect(JSON.parse(JSON.stringify(scorecard))).toEqual(scorecard);
  });

  test('may name a situation once and refer to it', () => {
    const text = `${head}situations:\n  fine: { any: [thanks, delight] }\nbehaviours:\n  warmth: { label: { fr: C, en: W }, section: s, shown: { situation: fine } }\n`;
    const { scorecard, faults } = loadScorecard('card.yaml', text);
    expect(faults).toEqual([]);
    expect(scorecard.behaviours[0]!.shown).toMatchObject({ kind: 'any', of: [{ markers: ['thanks'] }, {}] });
  });
});

describe('faults come with line and column', () => {
  test.each([
    ['    shown: warmht\n', /^card\.yaml:6:12 there is no marker "warmht"; there are: greeting, /],
    ['    shwon: warmth\n    shown: warmth\n', /^card\.yaml:6:5 behaviour "warmth" has no key "shwon"; allowed: label/],
    ['    shown: { any: [warmth], in: first }\n', /^card\.yaml:6:33 "first" is no window; allowed: all, first n/],
    ['    shown: { count: [warmth], in: next 2 }\n', /^card\.yaml:6:35 "in: next n" needs "after"/],
    ['    shown: { any: [warmth], after: [thanks] }\n', /^card\.yaml:6:29 "after" needs "in: next n"/],
    ['    shown: { fact: moonlight }\n', /^card\.yaml:6:20 there is no fact "moonlight"; there are: agent-turns/],
    ['    shown: { words: bye }\n', /^card\.yaml:6:21 there is no word class "bye"; there are: none/],
    ['    shown: { situation: storm }\n', /^card\.yaml:6:25 there is no situation "storm" above/],
    [
      '    shown: { some: [warmth] }\n',
      /^card\.yaml:6:12 a condition needs one of: any, all, none, count, words, fact/,
    ],
    ['    shown: { count: [warmth], at-least: lots }\n', /^card\.yaml:6:41 at-least must be a number/],
    ['    weight: heavy\n    shown: warmth\n', /^card\.yaml:6:13 weight must be a number of at least 0/],
    ['    critical: perhaps\n    shown: warmth\n', /^card\.yaml:6:15 critical must be true or false/],
    ['    weight: 1\n', /^card\.yaml:4:5 behaviour "warmth" needs "shown"/],
  ])('%j', (rules, expected) => {
    expect(told(behaviour(rules))).toEqual([expect.stringMatching(expected)]);
  });

  test('all of them at once', () => {
    const text = `${head}behaviours:\n  kindness: {}\n  calm: { label: { fr: C, en: C }, section: nowhere, shown: [calme, warmth] }\n`;
    expect(told(text)).toEqual([
      expect.stringMatching(/^card\.yaml:3:3 there is no behaviour "kindness"; there are: in-control, /),
      expect.stringMatching(/^card\.yaml:4:45 there is no section "nowhere"; there are: s/),
      expect.stringMatching(/^card\.yaml:4:62 there is no marker "calme"/),
    ]);
  });

  test('also where the file is not YAML, empty, or something else', () => {
    expect(told('behaviours: [')[0]).toMatch(/^card\.yaml:1:\d+ /);
    expect(told('')).not.toEqual([]);
    expect(told('- warmth')[0]).toMatch(/^card\.yaml:1:1 a scorecard must be a map/);
  });
});

describe('a trained judge', () => {
  test('is read with its weights', () => {
    const row = { shown: { empathy: 1 }, missed: {}, violated: {}, na: {} };
    const { judge, faults } = loadTrainedJudge('judge.json', JSON.stringify({ behaviours: { warmth: row } }));
    expect(faults).toEqual([]);
    expect(judge).toEqual({ behaviours: { warmth: row } });
  });

  test.each([
    ['{', /not JSON/],
    ['{"behaviours":{"kindness":{}}}', /behaviours/],
    [
      '{"behaviours":{"warmth":{"shown":{"empathy":"much"},"missed":{},"violated":{},"na":{}}}}',
      /warmth › shown › empathy/,
    ],
  ])('%s is told as a fault', (text, expected) => {
    const { judge, faults } = loadTrainedJudge('judge.json', text);
    expect(judge).toBeNull();
    expect(faults[0]!.message).toMatch(expected);
  });
});
