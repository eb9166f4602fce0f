// What can be known of a conversation without a lexicon: who spoke last, what was repeated, how the agent writes. The
// facts lie in place until the next conversation is read.
import { type FactId, factIds } from '../model/fact.ts';
import { sign } from './characters.ts';
import { addFactTurn, factNumber, factValues, setFact } from './fact-store.ts';
import { readFeelings } from './feelings.ts';
import { markerNumber } from './marker-bits.ts';
import { repeats, unanswered } from './repeats.ts';
import { said, wordCount } from './said.ts';
import { readSilences } from './silences.ts';
import type { Spoken } from './spoken.ts';
import { addSet, setsOf, sizeOf } from './turn-sets.ts';

/** Words up to which a turn is curt. */
const curt = 3;
const redactedName = /[[<](?:pr[ée]nom|nom|name|client|pii)[^\]>]*[\]>]|\bX{3,}\b|\*{3,}/i;
const lively = /!|\p{Extended_Pictographic}|[:;]-?[)D]/u;
const everyFact: ReadonlySet<FactId> = new Set(factIds);
const f = factNumber;

/** Reads the facts of a conversation; those that take long only where they are wanted. */
export function readFacts(talk: Spoken, wanted: ReadonlySet<FactId> = everyFact): void {
  const { conversation, agent, client } = talk;
  factValues.fill(0);
  setFact(f['agent-turns'], agent.length, setsOf.agent);
  setFact(f['client-turns'], client.length, setsOf.client);
  setFact(f.call, Number(conversation.channel === 'call'));
  setFact(f['agent-named'], Number(Boolean(conversation.agent.name ?? conversation.agent.id)));
  readName(talk);
  readWriting(talk);
  readSilences(talk);
  if (wanted.has('agent-repeats')) readRepeats(f['agent-repeats'], agent);
  if (wanted.has('client-repeats')) readRepeats(f['client-repeats'], client);
  if (wanted.has('unanswered-questions'))
    setFact(f['unanswered-questions'], unanswered(talk, setsOf.facts + f['unanswered-questions']));
  readEnd(talk);
  if (wanted.has('several-agents')) readAgents(talk);
  readFeelings(talk);
}

/** Whether the client's name is known, and who said it or had it masked. */
function readName({ conversation, client }: Spoken): void {
  const available = f['name-available'];
  addSet(setsOf.facts + available, setsOf.markers + markerNumber['client-name']);
  for (let i = 0; i < client.length; i++) {
    const turn = client[i]!;
    if ((said.signs[turn]! & sign.mask) !== 0 && redactedName.test(conversation.turns[turn]!.text))
      addFactTurn(available, turn);
  }
  const isKnown = Boolean(conversation.client?.name) || sizeOf(setsOf.facts + available) > 0;
  setFact(available, Number(isKnown));
}

/** How the agent writes or speaks: how much, how lively, with questions and figures. */
function readWriting({ conversation, agent }: Spoken): void {
  let words = 0;
  for (let i = 0; i < agent.length; i++) {
    const turn = agent[i]!;
    const signs = said.signs[turn]!;
    words += wordCount(turn);
    if (wordCount(turn) <= curt) countTurn(f['curt-share'], turn);
    if (isLively(signs, conversation.turns[turn]!.text)) countTurn(f['lively-share'], turn);
    if ((signs & sign.question) !== 0) countTurn(f['question-share'], turn);
    if ((signs & sign.digit) !== 0) countTurn(f['figure-share'], turn);
  }
  setFact(f['agent-words'], agent.length === 0 ? 0 : words / agent.length, setsOf.agent);
  if (agent.length === 0) return;
  for (let i = 0; i < shares.length; i++) factValues[shares[i]!]! /= agent.length;
}

const shares = [f['curt-share'], f['lively-share'], f['question-share'], f['figure-share']];

function countTurn(fact: number, turn: number): void {
  factValues[fact]!++;
  addFactTurn(fact, turn);
}

function isLively(signs: number, text: string): boolean {
  if ((signs & sign.exclamation) !== 0) return true;
  return (signs & (sign.pictograph | sign.emoticon)) !== 0 && lively.test(text);
}

function readRepeats(fact: number, turns: readonly number[]): void {
  setFact(fact, repeats(turns, setsOf.facts + fact));
}

/** Who spoke last. */
function readEnd({ conversation: { turns }, anyone }: Spoken): void {
  if (anyone.length > 0) {
    const last = anyone[anyone.length - 1]!;
    setFact(turns[last]!.role === 'agent' ? f['agent-spoke-last'] : f['client-spoke-last'], 1);
    addFactTurn(f['agent-spoke-last'], last);
    addFactTurn(f['client-spoke-last'], last);
  }
  if (turns.length === 0) return;
  setFact(f['ended-by-system'], Number(turns[turns.length - 1]!.role === 'system'));
  addFactTurn(f['ended-by-system'], turns.length - 1);
}

function readAgents({ conversation, agent }: Spoken): void {
  const names = new Set<string>();
  for (const turn of agent) {
    const name = conversation.turns[turn]!.speaker;
    if (name === undefined || names.has(name)) continue;
    names.add(name);
    addFactTurn(f['several-agents'], turn);
  }
  setFact(f['several-agents'], Number(names.size > 1));
}
