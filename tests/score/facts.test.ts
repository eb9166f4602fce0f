import { expect, test } from 'vitest';
import { type FactId, factIds } from '../../src/model/fact.ts';
import { factOf } from '../../src/score/fact-store.ts';
import { readFacts } from '../../src/score/facts.ts';
import { spoken } from '../../src/score/spoken.ts';
import { talk } from './talk.ts';

function fact(script: string, id: FactId, client?: string) {
  const { conversation, evidence, emotion } = talk(script, client);
  readFacts(spoken(conversation, evidence, emotion));
  return factOf(id);
}

test('a client who speaks again after a silence was left waiting', () => {
  expect(fact('C: bonjour\n+20s C: il y a quelqu’un ?\nA: oui', 'client-waits')).toEqual({ value: 1, turns: [1] });
});

test('a silence after a hold is announced, one after the client’s words is not', () => {
  const script = 'C: bonjour\n+9s A: un instant | hold\n+60s A: me revoilà';
  expect(fact(script, 'silent-wait')).toEqual({ value: 9, turns: [1] });
  expect(fact(script, 'announced-wait')).toEqual({ value: 60, turns: [2] });
});

test('an agent who comes back unasked after a while made nobody wait', () => {
  expect(fact('C: merci\nA: je vous en prie\n+90s A: je ferme la conversation', 'silent-wait').value).toBe(1);
});

test('the same question in nearly the same words is a repetition', () => {
  const script = 'A: quel est votre numéro de contrat\nC: 4471\nA: et quel est votre numéro de contrat ?';
  expect(fact(script, 'agent-repeats')).toEqual({ value: 1, turns: [2] });
});

test('a question is unanswered where the next answers take up none of its words, or there are none', () => {
  expect(fact('C: et le remboursement ?\nA: bonne journée', 'unanswered-questions').value).toBe(1);
  expect(fact('C: et le remboursement ?\nA: le remboursement part ce soir', 'unanswered-questions').value).toBe(0);
  expect(fact('C: et le remboursement ?', 'unanswered-questions').value).toBe(1);
});

test('a name is available from the metadata, a mask, or the agent’s mouth', () => {
  expect(fact('C: bonjour', 'name-available').value).toBe(0);
  expect(fact('C: bonjour', 'name-available', 'Ali').value).toBe(1);
  expect(fact('C: ici <PRENOM>', 'name-available').value).toBe(1);
  expect(fact('A: bonjour madame Sy | client-name', 'name-available')).toEqual({ value: 1, turns: [0] });
});

test('displeasure has its peak, its end and what the agent did about it', () => {
  const script =
    'C: non mais ! | frustration | -3\nA: pardon | apology\nC: c’est long | | -1\nA: oui\nC: ah merci | | 1';
  expect(fact(script, 'displeasure')).toEqual({ value: 2, turns: [0, 2] });
  expect(fact(script, 'displeasure-peak')).toEqual({ value: 3, turns: [0] });
  expect(fact(script, 'displeasure-met').value).toBe(0.5);
  expect(fact(script, 'displeasure-at-end').value).toBe(0);
  expect(fact(script, 'recovery').value).toBe(4);
});

test('a conversation without anybody has every fact at nought', () => {
  const others = factIds.filter((id) => id !== 'call' && id !== 'agent-named');
  for (const id of others) expect(fact('', id)).toEqual({ value: 0, turns: [] });
});
