// What must not leave the house, and what may stay.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactor } from '../../src/redact/redact.ts';

const redact = redactor({ firstNames: new Set(['nadia', 'marc', 'jean', 'etienne', 'louise']) });
const hide = (text: string, ...people: string[]): string => redact.text(text, people);
const dots = (n: number): string => '•'.repeat(n);

test.each([
  ['mon numéro c’est le 06 12 34 56 78 merci', '06 12 34 56 78'],
  ['joignable au 0612345678', '0612345678'],
  ['mon cell 514-555-0123', '514-555-0123'],
  ['en Belgique au +32 470 12 34 56', '+32 470 12 34 56'],
  ['en Suisse c’est 022 345 67 89', '022 345 67 89'],
  [
    'alors zéro six douze trente-quatre cinquante-six soixante-dix-huit voilà',
    'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
  ],
  ['écrivez à louise.tremblay+sav@exemple.ca svp', 'louise.tremblay+sav@exemple.ca'],
  ['c’est m point durand arobase exemple point fr', 'durand arobase exemple point fr'],
  ['carte 4539 1488 0343 6467 expire bientôt', '4539 1488 0343 6467'],
  ['IBAN FR76 3000 6000 0112 3456 7890 189 merci', 'FR76 3000 6000 0112 3456 7890 189'],
  ['be68539007547034', 'be68539007547034'],
  ['ma sécu 2 84 05 75 123 456 78', '2 84 05 75 123 456 78'],
  ['sécu 184052A123456', '184052A123456'],
  ['mon NAS est 046 454 286', '046 454 286'],
  ['j’habite 12 bis, rue des Lilas à côté', '12 bis, rue des Lilas'],
  ['au 4500 boulevard Saint-Laurent', '4500 boulevard Saint-Laurent'],
  ['je suis au 7 impasse du moulin', '7 impasse du moulin'],
  ['à 75011 Paris depuis lundi', '75011 Paris'],
  ['code postal H2X 1Y4', 'H2X 1Y4'],
  ['Bonjour madame Tréville, je regarde', 'Tréville'],
  ['bonjour madame tréville je regarde', 'tréville'],
  ['Je m’appelle Odile Garnier et', 'Odile Garnier'],
  ['le contrat est au nom de Diallo', 'Diallo'],
  ['ça s’écrit G-A-R-N-I-E-R', 'G-A-R-N-I-E-R'],
  ['Ici Nadia Benali du service', 'Nadia Benali'],
])('%s', (text, secret) => {
  const hidden = hide(text);
  const at = text.indexOf(secret);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(hidden).toHaveLength(text.length);
  expect(hidden.slice(at, at + secret.length)).toBe(secret.replace(/\S/g, '•'));
});

test('names that the export gives are hidden wherever they come up, whatever their accents and capitals', () => {
  expect(hide('merci REMI, au revoir m. lefevre', 'Rémi Lefèvre')).toBe(`merci ${dots(4)}, au revoir m. ${dots(7)}`);
});

test.each([
  'Bonjour madame, je vous écoute.',
  'Madame je comprends votre agacement.',
  'Comptez 3 jours, soit le 12 septembre 2026 à 14 h 30.',
  'Votre facture de 1 240,50 € est arrivée le 2026-09-07.',
  'le numéro de dossier est BV-0901',
  'il y a deux ou trois jours',
  'Je vous passe le service de la place de marché.',
  'on est en 2026 et ça marche pas',
  'Oui monsieur. Regardez juste la petite lumière.',
])('ordinary words stay: %s', (text) => {
  expect(hide(text)).toBe(text);
});

test('a title does not hide what follows the name', () => {
  expect(hide('Madame Roy je comprends votre colère')).toBe(`Madame ${dots(3)} je comprends votre colère`);
});

test('every place holds: masked texts are as long as before, blanks where they were', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('06 12 34 56 78', ' madame Roy ', '𝒳𝒴', '@', 'FR76', ' 12 rue '),
    ),
  );
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('');
      const hidden = hide(whole, 'Jean Roy');
      expect(hidden).toHaveLength(whole.length);
      for (let at = 0; at < whole.length; at++) if (hidden[at] !== whole[at]) expect(hidden[at]).toBe('•');
    }),
  );
});

test('a very long text without blanks takes no time', () => {
  const began = performance.now();
  for (const unit of ['a', '1', '1 ', 'A-', 'un ', 'rue ', 'x@', 'Ab '])
    hide(unit.repeat(20_000 / unit.length), 'Jean Roy');
  expect(performance.now() - began).toBeLessThan(5000);
});
