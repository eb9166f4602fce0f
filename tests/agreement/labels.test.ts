import { expect, test } from 'vitest';
import { parseLabels } from '../../src/agreement/labels.ts';

const reasons = (text: string) => parseLabels(text, 'l.jsonl').problems.map((p) => `${p.place.line} ${p.reason}`);

test('reads markers, emotion, flags and verdicts, with the line they stand on', () => {
  const text =
    '\uFEFF\n{"id":"a","turns":[{"i":0,"m":["greeting"]},{"i":1,"m":[],"e":-2}],"flags":[{"from":1,"to":1,"polarity":"negative"}],"behaviours":{"calm":"shown"}}\r\n';
  expect(parseLabels(text, 'l.jsonl')).toEqual({
    labels: [
      {
        id: 'a',
        place: { file: 'l.jsonl', line: 2 },
        turns: [
          { index: 0, markers: ['greeting'] },
          { index: 1, markers: [], emotion: -2 },
        ],
        flags: [{ from: 1, to: 1, polarity: 'negative' }],
        behaviours: { calm: 'shown' },
      },
    ],
    problems: [],
  });
});

test('flags and behaviours may be absent: then they are not labelled', () => {
  expect(parseLabels('{"id":"a","turns":[]}', 'l').labels[0]).toMatchObject({ flags: [], behaviours: {} });
});

test('an unknown marker is told with its line, its place and the markers there are', () => {
  expect(reasons('\n{"id":"a","turns":[{"i":0,"m":["salut"]}]}')[0]).toMatch(
    /^2 conversation "a", turns\[0\]\.m\[0\]: "salut" is no marker; markers are greeting, /,
  );
});

test('every fault of a file is told, not the first alone', () => {
  const text = [
    '{"id":"a","turns":[{"i":0,"e":7}],"behaviours":{"calm":"oui"}}',
    'pas du json',
    '{"id":"b","turns":[],"behaviours":{"sourire":"shown"}}',
    '[]',
  ].join('\n');
  const told = reasons(text);
  expect(told).toHaveLength(5);
  expect(told[1]).toBe('1 conversation "a", behaviours.calm: "oui", allowed: shown, missed, violated, na');
  expect(told[2]).toMatch(/^2 not JSON/);
  expect(told[3]).toMatch(/^3 .*behaviours are in-control/);
});

test('a file without labels is told', () => {
  expect(reasons('\n\n')).toEqual(['1 no labels in this file']);
});
