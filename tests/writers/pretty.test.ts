import { expect, test } from 'vitest';
import { displayWidth } from '../../src/text/terminal.ts';
import { pretty } from '../../src/writers/pretty.ts';
import { anAssessment, scorecard } from './an-assessment.ts';

async function shown(columns: number, ...assessments: ReturnType<typeof anAssessment>[]): Promise<string> {
  const writer = pretty(scorecard, { columns, hasColours: false, lang: 'fr' });
  return (await writer.open()) + (await writer.write(assessments)) + (await writer.close());
}

test('a block tells quality, what was violated in its own words, flags and alerts', async () => {
  const text = await shown(80, anAssessment());
  expect(text).toContain('33 %');
  expect(text).toMatch(/✗ Refus acceptable \(critique\) +« c'est pas nous » \[2\]/);
  expect(text).toContain('moment difficile : tours 1–2 (−2), non redressé');
  expect(text).toContain('alerte : menace de départ');
});

test('the closing table has a row an agent, the best first', async () => {
  const text = await shown(
    80,
    anAssessment(),
    anAssessment({ id: 'c2', agent_id: 'A8', agent_name: 'Zoé', quality: 90 }),
    anAssessment({ id: 'c3', quality: null, judged: 0, behaviours: {} }),
  );
  const table = text.slice(text.indexOf('Par conseiller')).split('\n');
  expect(table[2]).toMatch(/^Zoé +1 +90 %/);
  expect(table[3]).toMatch(/^Maud +2 +33 %.*Refus acceptable \(1\)/);
});

test('what is not judged is said, and is no 0', async () => {
  const text = await shown(80, anAssessment({ quality: null, judged: 0, behaviours: {}, notes: ['not-french'] }));
  expect(text).toContain('qualité : non jugée');
  expect(text).toContain('pas en français');
  expect(text).not.toContain('0 %');
});

test('no line is wider than the screen, whatever the names', async () => {
  const long = anAssessment({ id: 'x'.repeat(200), agent_name: 'Ｗ'.repeat(90) });
  for (const columns of [40, 57, 100])
    for (const line of (await shown(columns, long)).split('\n'))
      expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
});

test('an empty run shows nothing', async () => {
  expect(await shown(80)).toBe('');
});
