// Assessments → NDJSON as bytes: the keys of the contract in their order, and what often comes back encoded once.
import type { Assessment, Flag, Judgement } from '../model/assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../model/behaviour.ts';
import type { Evidence } from '../model/evidence.ts';
import { markerIds } from '../model/marker.ts';
import { type Piece, piece, putNumber, putNumbers, putPiece, putText, startBytes, takeBytes } from './json-bytes.ts';

/** Reasons that are kept encoded; the trained ear has one for each turn, and those are left out. */
const mostReasons = 1 << 13;

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
  startBytes();
  for (const assessment of assessments) putAssessment(assessment);
  return takeBytes();
}

function putAssessment(a: Assessment): void {
  putPiece(keys.id);
  putText(a.id);
  putPiece(keys.channel);
  putText(a.channel);
  putPiece(keys.startedAt);
  putTextOrNull(a.started_at);
  putPiece(keys.agentId);
  putTextOrNull(a.agent_id);
  putPiece(keys.agentName);
  putTextOrNull(a.agent_name);
  putPiece(keys.language);
  putText(a.language);
  putPiece(keys.rules);
  putText(a.rules);
  putPiece(keys.turns);
  putNumber(a.turns);
  putPiece(keys.quality);
  putNumber(a.quality);
  putPiece(keys.judged);
  putNumber(a.judged);
  putPiece(keys.critical);
  putTexts(a.critical);
  putPiece(keys.behaviours);
  putBehaviours(a.behaviours);
  putPiece(keys.evidence);
  for (let i = 0; i < a.evidence.length; i++) {
    if (i > 0) putPiece(keys.comma);
    putEvidence(a.evidence[i]!);
  }
  putPiece(keys.emotion);
  putNumbers(a.emotion);
  putPiece(keys.flags);
  for (let i = 0; i < a.flags.length; i++) {
    if (i > 0) putPiece(keys.comma);
    putFlag(a.flags[i]!);
  }
  putPiece(keys.alerts);
  putTexts(a.alerts);
  putPiece(keys.notes);
  putTexts(a.notes);
  putPiece(keys.lineEnd);
}

function putBehaviours(behaviours: Assessment['behaviours']): void {
  let isFirst = true;
  for (const id in behaviours) {
    if (!isFirst) putPiece(keys.comma);
    isFirst = false;
    putJudgement(id as BehaviourId, behaviours[id as BehaviourId]!);
  }
}

function putJudgement(id: BehaviourId, { verdict, evidence, searched }: Judgement): void {
  putPiece(verdictsOf[id][verdict]);
  if (evidence !== undefined) {
    putPiece(keys.cited);
    putNumbers(evidence);
  }
  if (searched !== undefined) {
    putPiece(keys.searched);
    putNumbers(searched);
  }
  putPiece(keys.close);
}

function putEvidence({ marker, turn, start, end, quote, because }: Evidence): void {
  putPiece(heads.get(marker)!);
  putNumber(turn);
  putPiece(keys.start);
  putNumber(start);
  putPiece(keys.end);
  putNumber(end);
  putPiece(keys.quote);
  putText(quote);
  const reason = reasons.get(because) ?? kept(because);
  if (reason) {
    putPiece(reason);
    return;
  }
  putPiece(keys.because);
  putText(because);
  putPiece(keys.close);
}

/** Encodes a reason and keeps it, where it may come again. */
function kept(because: string): Piece | null {
  if (because.startsWith('ear:') || reasons.size >= mostReasons) return null;
  const reason = piece(`,"because":${JSON.stringify(because)}}`);
  reasons.set(because, reason);
  return reason;
}

function putFlag({ from, to, polarity, peak, recovered }: Flag): void {
  putPiece(keys.from);
  putNumber(from);
  putPiece(keys.to);
  putNumber(to);
  putPiece(keys[polarity]);
  putNumber(peak);
  putPiece(recovered ? keys.recovered : keys.notRecovered);
}

function putTextOrNull(text: string | null): void {
  if (text === null) putPiece(keys.null);
  else putText(text);
}

function putTexts(texts: readonly string[]): void {
  putPiece(keys.open);
  for (let i = 0; i < texts.length; i++) {
    if (i > 0) putPiece(keys.comma);
    putText(texts[i]!);
  }
  putPiece(keys.shut);
}
