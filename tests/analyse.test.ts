import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyser } from '../src/analyse.ts';
import { loadRules } from '../src/lexicon/load.ts';
import { assessmentJsonSchema } from '../src/model/assessment-schema.ts';
import type { Conversation, Role } from '../src/model/conversation.ts';

const rules = await loadRules();
const analyse = analyser(rules, { guessLanguage: (text) => (/\bthe\b/.test(text) ? 'eng' : 'fra') });
const validate = new Ajv2020().compile(assessmentJsonSchema());

function talk(lines: readonly (readonly [Role, string])[]): Conversation {
  return {
    id: 'c1',
    channel: 'chat',
    agent: { id: 'A1', name: 'Nadia' },
    client: { name: 'Paul Ferland' },
    roles: 'given',
    turns: lines.map(([role, text], index) => ({ index, role, text })),
    from: { file: 'test' },
  };
}

const pieces = [
  'bonjour',
  'Je comprends',
  'votre colère',
  'on ne peut pas',
  '😡',
  'MERCI !!!',
  'monsieur Ferland',
  '[NOM]',
  "c'est",
  'nul',
  '?',
  '\u202e',
  'l’',
  'désolée',
  'e\u0301',
  '\ud83d',
  '48h',
  'd’ici',
  'je vous rappelle',
];

test('every output fits the schema, every quote stands where it says, whatever is said', () => {
  const role = fc.constantFrom<Role>('agent', 'client', 'bot', 'system');
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((p) => p.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(role, text), { minLength: 1, maxLength: 12 }), (lines) => {
      const conversation = talk(lines);
      const assessment = analyse(conversation);
      expect(validate(JSON.parse(JSON.stringify(assessment))), JSON.stringify(validate.errors)).toBe(true);
      for (const e of assessment.evidence) {
        const turn = conversation.turns[e.turn]!;
        expect(e.quote).toBe(turn.text.slice(e.start, e.end));
        expect(e.end).toBeGreaterThan(e.start);
        expect(['agent', 'client']).toContain(turn.role);
      }
      expect(assessment.emotion).toHaveLength(lines.length);
      assessment.emotion.forEach((e, i) => {
        if (lines[i]![0] !== 'client') expect(e).toBeNull();
      });
      for (const flag of assessment.flags) expect(flag.from).toBeLessThanOrEqual(flag.to);
      expect(analyse(conversation)).toEqual(assessment);
    }),
    { numRuns: 300 },
  );
});

test('a conversation that is not French is said so and judged by nobody', () => {
  const assessment = analyse(
    talk([
      ['agent', 'Good morning and welcome, how may we help you with the parcel today please'],
      ['client', 'My parcel never came although the driver says so, can you check the address quickly'],
    ]),
  );
  expect(assessment).toMatchObject({
    language: 'eng',
    quality: null,
    judged: 0,
    behaviours: {},
    evidence: [],
    notes: ['not-french'],
  });
  expect(assessment.emotion.every((value) => value === null)).toBe(true);
});

test('one side in another language is judged, and noted', () => {
  const assessment = analyse(
    talk([
      ['agent', 'Bonjour, je suis désolée pour le retard de votre colis, je regarde avec le livreur et je vous dis'],
      ['client', 'Sorry but the driver never rang and nobody from the depot answers when people phone them'],
    ]),
  );
  expect(assessment.notes).toContain('bilingual');
  expect(assessment.judged).toBeGreaterThan(0);
});

test('without an agent nothing is judged, the client is still heard', () => {
  const assessment = analyse(talk([['client', "bonjour c'est inadmissible je résilie"]]));
  expect(assessment.quality).toBeNull();
  expect(assessment.notes).toContain('no-agent-turns');
  expect(assessment.alerts).toContain('churn-threat');
});

test('a greeting as a last word is a farewell, if anything', () => {
  const assessment = analyse(
    talk([
      ['client', 'mon compteur est bloqué'],
      ['agent', 'Bonjour, je regarde.'],
      ['client', 'merci'],
      ['agent', 'Voilà, c’est reparti.'],
      ['client', 'super merci beaucoup'],
      ['agent', 'Bonsoir !'],
    ]),
  );
  expect(assessment.evidence.filter((e) => e.turn === 5).map((e) => e.marker)).not.toContain('greeting');
});
