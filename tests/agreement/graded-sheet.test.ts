import { describe, expect, test } from 'vitest';
import { noCriteriaMap, parseCriteriaMap } from '../../src/agreement/criteria.ts';
import { parseSheet } from '../../src/agreement/graded-sheet.ts';
import { RuleError } from '../../src/errors.ts';

const behaviours = [
  { id: 'first-impression' as const, label: { fr: 'Accueil', en: 'First impression' } },
  { id: 'calm' as const, label: { fr: 'Garde son calme', en: 'Stays calm' } },
];

const read = (text: string, map = noCriteriaMap) => parseSheet(text, 'grille.csv', behaviours, map);
const reasons = async (text: string) => (await read(text)).problems.map((p) => `${p.place.line} ${p.reason}`);

describe('a graded sheet', () => {
  test('is read with French headers, semicolons, a BOM, and criteria by label or id', async () => {
    const { sheet, problems } = await read(
      '\uFEFFID conversation;Critère;Évaluation;Évaluateur;Commentaire\r\nc1;ACCUEIL;Conforme;Zoé;"très bien,\r\nvraiment"\r\n\r\nc1;calm;NOK;Zoé;\r\n',
    );
    expect(problems).toEqual([]);
    expect(sheet.grades).toMatchObject([
      { conversation: 'c1', behaviour: 'first-impression', criterion: 'ACCUEIL', verdict: 'shown', by: 'Zoé' },
      { conversation: 'c1', behaviour: 'calm', written: 'NOK', verdict: 'missed', place: { line: 5 } },
    ]);
    expect(sheet.grades[0]?.comment).toContain('vraiment');
    expect(sheet.tellsViolations).toBe(false);
  });

  test('is read with English headers and commas', async () => {
    const { sheet } = await read('call id,item,score\nc1,Stays calm,violated\n');
    expect(sheet.grades).toMatchObject([{ behaviour: 'calm', verdict: 'violated' }]);
    expect(sheet.tellsViolations).toBe(true);
  });

  test('in points takes the largest one seen as full marks, unless the sheet says what full marks are', async () => {
    const { sheet } = await read(
      'conversation;critère;note;barème\na;accueil;2;\nb;Accueil;1;\nc;accueil;0;\na;calm;2;4\nb;calm;3;4\n',
    );
    expect(sheet.grades.map(({ verdict }) => verdict)).toEqual(['shown', 'missed', 'missed', 'missed', 'shown']);
    expect(sheet.scales).toEqual([
      { criterion: 'accueil', full: 2 },
      { criterion: 'calm', full: 4 },
    ]);
  });

  test('may use the team’s own words, said in a map', async () => {
    const map = parseCriteriaMap(
      'criteria:\n  Sourire vocal: first-impression\ngrades:\n  Très bof: missed\n',
      'm.yaml',
    );
    const { sheet, problems } = await read('conversation;critère;note\nc1;sourire vocal;très bof\n', map);
    expect(problems).toEqual([]);
    expect(sheet.grades).toMatchObject([{ behaviour: 'first-impression', verdict: 'missed' }]);
  });

  test('tells every row that it does not understand, with its line and what is allowed', async () => {
    const told = await reasons(
      'conversation;critère;note\nc1;Sourire;OK\nc1;calm;bof\n;calm;OK\nc1;calm;OK\nc1;CALM;NOK\n',
    );
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/^2 criterion "Sourire" is none of ours; .*first-impression \(Accueil\)/);
    expect(told[1]).toMatch(/^3 grade "bof" is not understood; .*OK\/NOK\/NA/);
    expect(told[2]).toBe('4 no conversation in this row');
    expect(told[3]).toBe('6 "CALM" of conversation "c1" is graded twice, first at grille.csv:5');
  });

  test('two people may grade the same conversation', async () => {
    const { problems } = await read('conversation;critère;note;évaluateur\nc1;calm;OK;Zoé\nc1;calm;NOK;Ali\n');
    expect(problems).toEqual([]);
  });

  test('without its columns, empty, or broken is told as such', async () => {
    expect((await reasons('conv;truc\na;b\n'))[0]).toMatch(
      /^1 no column for conversation, criterion, grade among "conv", "truc"/,
    );
    expect(await reasons('')).toEqual(['1 the sheet is empty']);
    expect((await reasons('conversation;critère;note\nc1;"calm;OK\n'))[0]).toMatch(/^2 not CSV from here on/);
  });
});

test('a map with faults tells all of them, with line and column', () => {
  const text = 'criteria:\n  Sourire: smile\n  Calme: calm\nnotes:\n  a: b\ngrades: 3\n';
  const faults = (() => {
    try {
      return parseCriteriaMap(text, 'm.yaml') && [];
    } catch (error) {
      return error instanceof RuleError ? error.faults : [];
    }
  })();
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 3],
    [4, 1],
    [6, 1],
  ]);
  expect(faults[0]?.message).toMatch(/"smile" found for "Sourire"; allowed are in-control/);
  expect(() => parseCriteriaMap('- a', 'm.yaml')).toThrow('allowed are two lists');
  expect(() => parseCriteriaMap('a: [', 'm.yaml')).toThrow(RuleError);
});
