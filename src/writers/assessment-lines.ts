// Assessments → NDJSON as bytes: the keys of the contract in their order, and what often comes back encoded once.
import type { Assessment, Flag } from '../model/assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../model/behaviour.ts';
import type { Turn } from '../model/conversation.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerIds } from '../model/marker.ts';
import { characterSize, putCharacters, putText, room } from './json-bytes.ts';
import { numberSize, type Piece, piece, putKeyed, putNumber, putNumbers, putPiece } from './json-pieces.ts';

/** Reasons that are kept encoded; the trained ear has one for each turn, and those are left out. */
const mostReasons = 1 << 13;

/** Characters of a reason that is kept; each could take six bytes. */
const longestReason = 80;

/** Bytes that the notation around a few fields needs at most. */
const notationSize = 512;

const keys = {
  id: piece('{"id":'),
  chat: piece(',"channel":"chat","started_at":'),
  call: piece(',"channel":"call","started_at":'),
  agentId: piece(',"agent_id":'),
  agentName: piece(',"agent_name":'),
  language: piece(',"language":'),
  rules: piece(',"rules":'),
  turns: piece(',"turns":'),
  quality: piece(',"quality":'),
  judged: piece(',"judged":'),
  critical: piece(',"critical":'),
  behaviours: piece(',"behaviours":{'),
  evidence: piece('},"evidence":['),
  emotion: piece('],"emotion":'),
  flags: piece(',"flags":['),
  alerts: piece('],"alerts":'),
  notes: piece(',"notes":'),
  start: piece(',"start":'),
  end: piece(',"end":'),
  quote: piece(',"quote":"'),
  from: piece('{"from":'),
  to: piece(',"to":'),
  negative: piece(',"polarity":"negative","peak":'),
  positive: piece(',"polarity":"positive","peak":'),
  recovered: piece(',"recovered":true},'),
  notRecovered: piece(',"recovered":false},'),
  cited: piece(',"evidence":'),
  searched: piece(',"searched":'),
  because: piece('","because":'),
  comma: piece(','),
  next: piece('},'),
  open: piece('['),
  shut: piece(']'),
  lineEnd: piece('}\n'),
  null: piece('null'),
};

/** An evidence up to its turn, by its marker. */
const heads: ReadonlyMap<string, Piece> = new Map(
  markerIds.map((marker) => [marker, piece(`{"marker":"${marker}","turn":`)]),
);
/** A behaviour with each verdict. */
interface Named extends Readonly<Record<Verdict, Piece>> {
  readonly id: string;
}
const behavioursById: ReadonlyMap<string, Named> = new Map(
  behaviourIds.map((id) => {
    const pieces = verdicts.map((verdict) => [verdict, piece(`"${id}":{"verdict":"${verdict}"`)] as const);
    return [id, { id, ...(Object.fromEntries(pieces) as Readonly<Record<Verdict, Piece>>) }];
  }),
);
/** Behaviours in the order of the assessment before: that of the scorecard, which is the same again and again. */
const inOrder: Named[] = [];

function behaviourAt(i: number, id: string): Named {
  const expected = inOrder[i];
  if (expected?.id === id) return expected;
  const found = behavioursById.get(id)!;
  inOrder[i] = found;
  return found;
}

/** An evidence from the end of its quote on. */
const reasons = new Map<string, Piece>();

/** The lines that end at a place, as the caller's own bytes. */
export { bytesUpTo as linesUpTo } from './json-bytes.ts';

/**
 * Puts the line of an assessment behind others that end at a place, and says where it ends. `turns`: those of the conversation
 * where each quote is as somebody said it; characters are read faster from there than from a quote, which is a slice.
 */
export function putLine(from: number, a: Assessment, turns?: readonly Turn[]): number {
  let at = putHead(from, a);
  at = putBehaviours(at, a.behaviours);
  room(at, notationSize);
  at = putPiece(at, keys.evidence);
  for (let i = 0; i < a.evidence.length; i++) {
    const evidence = a.evidence[i]!;
    at = putEvidence(at, evidence, turns?.[evidence.turn]?.text);
  }
  at = withoutComma(at, a.evidence.length);
  room(at, notationSize);
  at = putNumbers(putPiece(at, keys.emotion), a.emotion);
  room(at, notationSize);
  at = putPiece(at, keys.flags);
  for (let i = 0; i < a.flags.length; i++) at = putFlag(at, a.flags[i]!);
  at = withoutComma(at, a.flags.length);
  at = putTexts(putPiece(at, keys.alerts), a.alerts);
  at = putTexts(putPiece(at, keys.notes), a.notes);
  return putPiece(at, keys.lineEnd);
}

function putHead(from: number, a: Assessment): number {
  const { id, channel, started_at, agent_id, agent_name, language, rules } = a;
  const texts = id.length + (started_at ?? '').length + (agent_id ?? '').length + (agent_name ?? '').length;
  room(from, texts * characterSize + (language.length + rules.length) * characterSize + notationSize);
  let at = putText(putPiece(from, keys.id), id);
  at = putTextOrNull(putPiece(at, keys[channel]), started_at);
  at = putTextOrNull(putPiece(at, keys.agentId), agent_id);
  at = putTextOrNull(putPiece(at, keys.agentName), agent_name);
  at = putText(putPiece(at, keys.language), language);
  at = putText(putPiece(at, keys.rules), rules);
  at = putKeyed(at, keys.turns, a.turns);
  at = putKeyed(at, keys.quality, a.quality);
  at = putKeyed(at, keys.judged, a.judged);
  room(at, notationSize);
  return putTexts(putPiece(at, keys.critical), a.critical);
}

function putBehaviours(from: number, behaviours: Assessment['behaviours']): number {
  room(from, notationSize);
  let at = putPiece(from, keys.behaviours);
  let count = 0;
  for (const id in behaviours) {
    const { verdict, evidence, searched } = behaviours[id as BehaviourId]!;
    room(at, notationSize);
    at = putPiece(at, behaviourAt(count++, id)[verdict]);
    if (evidence !== undefined) at = putNumbers(putPiece(at, keys.cited), evidence);
    if (searched !== undefined) at = putNumbers(putPiece(at, keys.searched), searched);
    at = putPiece(at, keys.next);
  }
  return withoutComma(at, count);
}

function putEvidence(
  from: number,
  { marker, turn, start, end, quote, because }: Evidence,
  said: string | undefined,
): number {
  room(from, (quote.length + because.length) * characterSize + 3 * numberSize + notationSize);
  let at = putNumber(putPiece(from, heads.get(marker)!), turn);
  at = putKeyed(at, keys.start, start);
  at = putKeyed(at, keys.end, end);
  at = putPiece(at, keys.quote);
  at = said === undefined ? putCharacters(at, quote, 0, quote.length) : putCharacters(at, said, start, end);
  const reason = reasons.get(because) ?? kept(because);
  if (reason !== undefined) return putPiece(at, reason);
  return putPiece(putText(putPiece(at, keys.because), because), keys.next);
}

/** Encodes a reason and keeps it, where it may come again. */
function kept(because: string): Piece | undefined {
  if (because.startsWith('ear:') || reasons.size >= mostReasons || because.length > longestReason) return undefined;
  const reason = piece(`","because":${JSON.stringify(because)}},`);
  reasons.set(because, reason);
  return reason;
}

function putFlag(from: number, { from: first, to, polarity, peak, recovered }: Flag): number {
  room(from, notationSize);
  let at = putKeyed(from, keys.from, first);
  at = putKeyed(at, keys.to, to);
  at = putNumber(putPiece(at, keys[polarity]), peak);
  return putPiece(at, recovered ? keys.recovered : keys.notRecovered);
}

/** Each of some things was put with a comma behind; the last comma gives way. */
function withoutComma(at: number, things: number): number {
  return things > 0 ? at - 1 : at;
}

function putTextOrNull(at: number, text: string | null): number {
  return text === null ? putPiece(at, keys.null) : putText(at, text);
}

/** Puts a list of the product's own words. */
function putTexts(from: number, texts: readonly string[]): number {
  let at = putPiece(from, keys.open);
  for (let i = 0; i < texts.length; i++) {
    room(at, notationSize);
    if (i > 0) at = putPiece(at, keys.comma);
    at = putText(at, texts[i]!);
  }
  return putPiece(at, keys.shut);
}
