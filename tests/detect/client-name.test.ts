import { expect, test } from 'vitest';
import { detector } from '../../src/detect/detect.ts';
import { loadRules } from '../../src/lexicon/load.ts';
import type { Conversation, Role } from '../../src/model/conversation.ts';

const detect = detector(await loadRules({ ears: 'lexicon' }));

function names(lines: readonly [Role, string][], client?: string, agent?: string): string[] {
  const conversation: Conversation = {
    id: 'x',
    channel: 'call',
    agent: { id: null, ...(agent && { name: agent }) },
    ...(client && { client: { name: client } }),
    roles: 'given',
    turns: lines.map(([role, text], index) => ({ index, role, text })),
    from: { file: 'test' },
  };
  return detect(conversation)
    .evidence.filter((e) => e.marker === 'client-name')
    .map((e) => e.quote);
}

const said = (text: string, client?: string, agent?: string) => names([['agent', text]], client, agent);

test('the recorded name in address, with a title or the first name', () => {
  expect(said('merci monsieur castonguay bonne journée', 'Luc Castonguay')).toEqual(['monsieur castonguay']);
  expect(said('Parfait Luc, je vérifie.', 'Luc Castonguay')).toEqual(['Luc']);
});

test('a misspelt or unaccented name is still the name', () => {
  expect(said('Bien sûr madame Lefebvre', 'Hélène Lefèvre')).toEqual(['madame Lefebvre']);
  expect(said('bonjour helene', 'Hélène Lefèvre')).toEqual(['helene']);
});

test('a common word is no name unless it is called so', () => {
  expect(said('un petit monsieur est passé', 'Paul Petit')).toEqual([]);
  expect(said('alors monsieur petit on reprend', 'Paul Petit')).toEqual(['monsieur petit']);
});

test('a third person and the speaker are not addressed', () => {
  expect(said('je vous passe madame Roy', undefined)).toEqual([]);
  expect(said('Bonjour, Sylvie du service client', 'Anne Roy', 'Sylvie')).toEqual([]);
});

test('a family name read from the record is not an address', () => {
  expect(said('Roy, avec un Y ?', 'Anne Roy')).toEqual([]);
});

test('a masked name in address counts, a masked address does not', () => {
  expect(said('Bonjour Mme [NOM], je regarde')).toEqual(['Mme [NOM]']);
  expect(said('merci <PRENOM>')).toEqual(['<PRENOM>']);
  expect(said('je vous écris à [EMAIL]')).toEqual([]);
});

test('the name that the client gave is known from then on', () => {
  expect(
    names([
      ['client', 'bonjour ici monsieur Quémeneur'],
      ['agent', 'je vous écoute monsieur Quémeneur'],
    ]),
  ).toEqual(['monsieur Quémeneur']);
});
