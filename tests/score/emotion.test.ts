import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { detector } from '../../src/detect/detect.ts';
import { loadRules } from '../../src/lexicon/load.ts';
import { feel } from '../../src/score/emotion.ts';
import { hints, typography } from '../../src/score/emotion-typography.ts';
import { talk } from './talk.ts';

let felt: (script: string) => (number | null)[];

beforeAll(async () => {
  const detect = detector(await loadRules({ ears: 'lexicon' }));
  felt = (script) => {
    const { conversation } = talk(script);
    const { cues, evidence } = detect(conversation);
    return feel(conversation, cues, evidence);
  };
});

const alone = (text: string) => felt(`C: ${text}`)[0]!;

test('only the client feels', () => {
  expect(
    felt('S: Paul a rejoint le salon\nA: Je suis vraiment furieux de cette panne\nB: Tapez 1\nC: oui').slice(0, 3),
  ).toEqual([null, null, null]);
});

test.each([
  'oui',
  'd’accord',
  'le 12 avril',
  'bonjour, je voudrais changer de formule',
  'C’est pas grave du tout, rien ne presse.',
  'je cherche l’assurance colère des éléments, c’est bien chez vous ?',
  'vous fermez à quelle heure le samedi',
])('plain talk is calm: %s', (text) => {
  expect(alone(text)).toBe(0);
});

test.each([
  ['C’est honteux, trois mois que j’attends et personne ne me répond !', -2],
  ['vous êtes une bande de menteurs, j’en ai plein le dos', -3],
  ['Tabarnak, ça fait six fois que je vous appelle, êtes-vous sourds ?', -3],
  ['je suis morte d’inquiétude, mon père est à l’hôpital et je sais plus quoi faire', -2],
])('anger and fear show: %s', (text, atMost) => {
  expect(alone(text)).toBeLessThanOrEqual(atMost);
});

test.each([
  ['merci beaucoup, c’est très gentil', 1],
  ['Vous êtes un ange, je n’en reviens pas, merci mille fois !!', 2],
])('joy shows: %s', (text, atLeast) => {
  expect(alone(text)).toBeGreaterThanOrEqual(atLeast);
});

test('praise inside a complaint is no praise', () => {
  expect(alone('Bravo le service, super, encore deux heures perdues pour rien')).toBeLessThan(0);
  expect(alone('merci pour rien')).toBeLessThan(0);
});

test('facts that hurt weigh without a word of anger', () => {
  expect(alone('depuis lundi on est sans chauffage et le petit a six mois')).toBeLessThan(0);
});

test('a denied joy is none', () => {
  expect(alone('je ne suis pas du tout contente de cette table')).toBeLessThan(
    alone('je suis très contente de cette table'),
  );
});

test('a short answer keeps the colour of what was felt before', () => {
  const script = (before: string) => `C: ${before}\nA: Bon.\nC: et maintenant on fait quoi ?`;
  const angry = felt(script('C’est inadmissible, vous vous moquez de moi, j’exige des excuses !'))[2]!;
  expect(angry).toBeLessThan(felt(script('bonjour, une question sur ma facture'))[2]!);
});

test('the same answer is worse after a reproach than after a solution', () => {
  const after = (agent: string) => felt(`C: bonjour\nA: ${agent}\nC: mais je l’ai payée, cette facture`)[2]!;
  expect(after('Vous auriez dû lire les conditions, madame, calmez-vous.')).toBeLessThanOrEqual(
    after('Je vous propose de la rembourser tout de suite.'),
  );
});

test('marks of feeling are read off the writing', () => {
  expect(typography('JAMAIS VU !!! quoi ??? « normalement » ouiiii…', hints)).toEqual({
    shouted: 1,
    exclamations: 1,
    outbursts: 1,
    bewildered: 1,
    trailing: 1,
    stretched: 1,
    quoted: 1,
  });
  expect(typography('mon RIB et la CAF', hints).shouted).toBe(0);
});

test('whatever is said, every client turn gets a whole number from -3 to 3', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 6 }), (texts) => {
      const lines = texts.map((text, i) => `${i % 2 ? 'A' : 'C'}: ${text.replace(/[\n\r|\u2028\u2029]/g, ' ')}`);
      for (const [i, value] of felt(lines.join('\n')).entries())
        if (i % 2) expect(value).toBeNull();
        else expect([-3, -2, -1, 0, 1, 2, 3]).toContain(value);
    }),
    { numRuns: 60 },
  );
});
