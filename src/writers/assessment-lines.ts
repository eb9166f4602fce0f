// Assessments → NDJSON as bytes: the keys of the contract in their order, and what often comes back encoded once.
import type { Assessment, Flag } from '../model/assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../model/behaviour.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerIds } from '../model/marker.ts';
import {
  bytesUpTo,
  characterSize,
  numberSize,
  type Piece,
  piece,
  putNumber,
  putNumbers,
  putPiece,
  putText,
  room,
} from './json-bytes.ts';

/** Reasons that are kept encoded; the trained ear has one for each turn, and those are left out. */
const mostReasons = 1 << 13;

/** Bytes that the notation around a few fields needs at most. */
const notationSize = 512;

const keys = {
  id: piece('{"id":'),
  channel: piece(',"channel":'),
  startedAt: piece(',"started_at":'),
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
  quote: piece(',"quote":'),
  from: piece('{"from":'),
  to: piece(',"to":'),
  negative: piece(',"polarity":"negative","peak":'),
  positive: piece(',"polarity":"positive","peak":'),
  recovered: piece(',"recovered":true}'),
  notRecovered: piece(',"recovered":false}'),
  cited: piece(',"evidence":'),
  searched: piece(',"searched":'),
  because: piece(',"because":'),
  comma: piece(','),
  close: piece('}'),
  open: piece('['),
  shut: piece(']'),
  lineEnd: piece('}\n'),
  null: piece('null'),
};

/** An evidence up to its turn, by its marker. */
const heads: ReadonlyMap<string, Piece> = new Map(
  markerIds.map((marker) => [marker, piece(`{"marker":"${marker}","turn":`)]),
);
/** A behaviour with its verdict. */
const verdictsOf = Object.fromEntries(
  behaviourIds.map((id) => [
    id,
    Object.fromEntries(verdicts.map((verdict) => [verdict, piece(`"${id}":{"verdict":"${verdict}"`)])),
  ]),
) as Readonly<Record<BehaviourId, Readonly<Record<Verdict, Piece>>>>;
/** An evidence from its reason on. */
const reasons = new Map<string, Piece>();

/** One line an assessment; the bytes are the caller's own. */
export function assessmentLines(assessments: readonly Assessment[]): Uint8Array {
  let at = 0;
  for (const assessment of assessments) at = putAssessment(at, assessment);
  return bytesUpTo(at);
}

function putAssessment(from: number, a: Assessment): number {
  let at = putHead(from, a);
  at = putBehaviours(at, a.behaviours);
  room(at, notationSize);
  at = putPiece(at, keys.evidence);
  for (let i = 0; i < a.evidence.length; i++) at = putEvidence(at, a.evidence[i]!, i > 0);
  room(at, notationSize);
  at = putNumbers(putPiece(at, keys.emotion), a.emotion);
  room(at, notationSize);
  at = putPiece(at, keys.flags);
  for (let i = 0; i < a.flags.length; i++) at = putFlag(at, a.flags[i]!, i > 0);
  room(at, notationSize);
  at = putTexts(putPiece(at, keys.alerts), a.alerts);
  at = putTexts(putPiece(at, keys.notes), a.notes);
  return putPiece(at, keys.lineEnd);
}

function putHead(from: number, a: Assessment): number {
  const { id, channel, started_at, agent_id, agent_name, language, rules } = a;
  const texts = id.length + (started_at ?? '').length + (agent_id ?? '').length + (agent_name ?? '').length;
  room(from, texts * characterSize + (language.length + rules.length) * characterSize + notationSize);
  let at = putText(putPiece(from, keys.id), id);
  at = putText(putPiece(at, keys.channel), channel);
  at = putTextOrNull(putPiece(at, keys.startedAt), started_at);
  at = putTextOrNull(putPiece(at, keys.agentId), agent_id);
  at = putTextOrNull(putPiece(at, keys.agentName), agent_name);
  at = putText(putPiece(at, keys.language), language);
  at = putText(putPiece(at, keys.rules), rules);
  at = putNumber(putPiece(at, keys.turns), a.turns);
  at = putNumber(putPiece(at, keys.quality), a.quality);
  at = putNumber(putPiece(at, keys.judged), a.judged);
  room(at, notationSize);
  return putTexts(putPiece(at, keys.critical), a.critical);
}

function putBehaviours(from: number, behaviours: Assessment['behaviours']): number {
  room(from, notationSize);
  let at = putPiece(from, keys.behaviours);
  let isNext = false;
  for (const id in behaviours) {
    const { verdict, evidence, searched } = behaviours[id as BehaviourId]!;
    room(at, notationSize);
    if (isNext) at = putPiece(at, keys.comma);
    isNext = true;
    at = putPiece(at, verdictsOf[id as BehaviourId][verdict]);
    if (evidence !== undefined) at = putNumbers(putPiece(at, keys.cited), evidence);
    if (searched !== undefined) at = putNumbers(putPiece(at, keys.searched), searched);
    at = putPiece(at, keys.close);
  }
  return at;
}

function putEvidence(from: number, { marker, turn, start, end, quote, because }: Evidence, isNext: boolean): number {
  room(from, (quote.length + because.length) * characterSize + 3 * numberSize + notationSize);
  let at = isNext ? putPiece(from, keys.comma) : from;
  at = putNumber(putPiece(at, heads.get(marker)!), turn);
  at = putNumber(putPiece(at, keys.start), start);
  at = putNumber(putPiece(at, keys.end), end);
  at = putText(putPiece(at, keys.quote), quote);
  const reason = reasons.get(because) ?? kept(because);
  if (reason) return putPiece(at, reason);
  return putPiece(putText(putPiece(at, keys.because), because), keys.close);
}

/** Encodes a reason and keeps it, where it may come again. */
function kept(because: string): Piece | null {
  if (because.startsWith('ear:') || reasons.size >= mostReasons) return null;
  const reason = piece(`,"because":${JSON.stringify(because)}}`);
  reasons.set(because, reason);
  return reason;
}

function putFlag(from: number, { from: first, to, polarity, peak, recovered }: Flag, isNext: boolean): number {
  room(from, notationSize);
  let at = isNext ? putPiece(from, keys.comma) : from;
  at = putNumber(putPiece(at, keys.from), first);
  at = putNumber(putPiece(at, keys.to), to);
  at = putNumber(putPiece(at, keys[polarity]), peak);
  return putPiece(at, recovered ? keys.recovered : keys.notRecovered);
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
