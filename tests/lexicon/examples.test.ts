import { expect, test } from 'vitest';
import { loadRules } from '../../src/lexicon/load.ts';
import { markerIds } from '../../src/model/marker.ts';
import { prove } from '../../src/prove.ts';

const rules = await loadRules({ ears: 'lexicon' });

test('every marker has a file of its own, with examples of both kinds', () => {
  expect(rules.markers.map((marker) => marker.id)).toEqual([...markerIds]);
  for (const { id, examples } of rules.markers) {
    expect(examples.positive, id).toBeGreaterThan(3);
    expect(examples.negative, id).toBeGreaterThan(1);
  }
});

test('every example is heard exactly where it says', () => {
  expect(prove(rules).map((fault) => `${fault.file}:${fault.line} ${fault.message}`)).toEqual([]);
});

test('an example that is not heard is a fault with its line', () => {
  const broken = rules.examples.find((example) => example.hears === 'apology' && example.spans.length > 0)!;
  const faults = prove({ ...rules, examples: [{ ...broken, text: 'rien du tout', spans: [{ start: 0, end: 4 }] }] });
  expect(faults).toEqual([expect.objectContaining({ file: broken.file, line: broken.line })]);
});
