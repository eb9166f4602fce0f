// A conversation listened to turn by turn ends in the very assessment that the whole one gets.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyser, listener } from '../src/analyse.ts';
import { loadRules } from '../src/lexicon/load.ts';
import type { Conversation, Role } from '../src/model/conversation.ts';

const rules = await loadRules();
const analyse = analyser(rules);
const listen = listener(rules);

/** Real-looking turns of the repository's own conversations, to be put together in any order. */
const spoken = readFileSync(new URL('./training/chats.transcripts.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .flatMap((line) => (JSON.parse(line) as { turns: { speaker: Role; text: string }[] }).turns);

function pushed(conversation: Conversation) {
  const { turns, ...opening } = conversation;
  const listening = listen(opening);
  const soFar = turns.map(({ index: _, ...turn }) => listening.push(turn));
  return { soFar, assessment: listening.assessment() };
}

test('after every turn it shows what the assessment of the turns so far shows', () => {
  const turn = fc.oneof(
    fc.constantFrom(...spoken),
    fc.record({
      speaker: fc.constantFrom<Role>('agent', 'client', 'bot', 'system'),
      text: fc.constantFrom('', 'ok', 'the agent was the one', 'je suis Paul Ferland', 'Merci monsieur Ferland !'),
    }),
  );
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 30 }), fc.boolean(), (said, isNamed) => {
      const conversation: Conversation = {
        id: 'c',
        channel: 'chat',
        agent: { id: 'A', name: 'Nadia' },
        ...(isNamed ? { client: { name: 'Paul Ferland' } } : {}),
        roles: 'given',
        turns: said.map(({ speaker, text }, index) => ({ index, role: speaker, text, startMs: index * 9000 })),
        from: { file: 'test' },
      };
      const { soFar, assessment } = pushed(conversation);
      expect(assessment).toEqual(analyse(conversation));
      const middle = said.length >> 1;
      const { evidence, emotion, flags } = analyse({ ...conversation, turns: conversation.turns.slice(0, middle + 1) });
      expect(soFar[middle]).toEqual({ evidence, emotion, flags });
    }),
    { numRuns: 60 },
  );
});

test('conversations that go on at the same time do not hear each other', () => {
  const one = listen({ id: '1', channel: 'chat', agent: { id: null }, roles: 'given', from: { file: 'test' } });
  const other = listen({ id: '2', channel: 'chat', agent: { id: null }, roles: 'given', from: { file: 'test' } });
  one.push({ role: 'client', text: 'je vais résilier mon contrat' });
  expect(other.push({ role: 'client', text: 'bonjour' }).evidence.map((e) => e.turn)).not.toContain(1);
  one.push({ role: 'agent', text: 'je suis désolé' });
  other.push({ role: 'agent', text: 'bonjour' });
  expect(one.assessment().alerts).toEqual(['churn-threat']);
  expect(other.assessment().alerts).toEqual([]);
});
