// What the page of an agent is made from: the summary, and the conversations that it shows read back from the files.
import type { AgentSummary, Choice, FineFlaw } from '../../model/agent-summary.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { BehaviourId } from '../../model/behaviour.ts';
import type { Evidence } from '../../model/evidence.ts';
import { markerSpeaker } from '../../model/marker.ts';
import type { Candidate } from '../summary/best-few.ts';
import type { Chosen } from '../summary/chosen.ts';
import type { Summarised } from '../summary/summarise.ts';
import type { Shown, ShownMoment } from './moment.tsx';

/** A strength or priority with its moments, ready to be shown. */
export interface ShownChoice {
  readonly choice: Choice;
  readonly moments: readonly ShownMoment[];
}

/** One conversation of the list at the end. */
export type Listed = Pick<
  Assessment,
  'id' | 'started_at' | 'channel' | 'quality' | 'judged' | 'critical' | 'alerts' | 'flags' | 'emotion'
>;

/** Everything on the page of an agent. */
export interface AgentView {
  readonly summary: AgentSummary;
  readonly name: string;
  readonly strengths: readonly ShownChoice[];
  readonly priorities: readonly ShownChoice[];
  readonly celebrated: readonly ShownMoment[];
  readonly difficult: readonly Shown[];
  readonly abuse: readonly ShownMoment[];
  readonly flaws: Readonly<Record<FineFlaw, readonly ShownMoment[]>>;
  readonly list: readonly Listed[];
}

/** Reads what the page shows. */
export function agentView(
  { summary }: Summarised,
  name: string,
  chosen: Chosen,
  read: (candidate: Candidate) => Shown,
): AgentView {
  const shownChoice =
    (kind: 'shown' | 'short') =>
    (one: Chosen['strengths'][number]): ShownChoice => ({
      choice: one.choice,
      moments: one.moments.map((candidate) =>
        behaviourMoment(read(candidate), candidate.turn, one.choice.behaviour, kind),
      ),
    });
  const around = (candidate: Candidate): ShownMoment => {
    const shown = read(candidate);
    const evidence = shown.assessment.evidence.filter(({ turn }) => Math.abs(turn - candidate.turn) <= 1);
    return { ...shown, turn: candidate.turn, evidence };
  };
  return {
    summary,
    name,
    strengths: chosen.strengths.map(shownChoice('shown')),
    priorities: chosen.priorities.map(shownChoice('short')),
    celebrated: chosen.celebrated.map((candidate) => celebratedMoment(read(candidate), candidate.turn)),
    difficult: chosen.difficult.map(read),
    abuse: chosen.abuse.map(around),
    flaws: Object.fromEntries(
      Object.entries(chosen.flaws).map(([flaw, candidates]) => [flaw, candidates.map(around)]),
    ) as unknown as AgentView['flaws'],
    list: chosen.latest.map((candidate) => listed(read(candidate).assessment)),
  };
}

function behaviourMoment(shown: Shown, turn: number, id: BehaviourId, kind: 'shown' | 'short'): ShownMoment {
  const judgement = shown.assessment.behaviours[id];
  const own = (judgement?.evidence ?? []).flatMap((at) => shown.assessment.evidence[at] ?? []);
  const evidence = shown.turns === null ? own : own.filter((one) => Math.abs(one.turn - turn) <= 1);
  // Where words were missing, what the client felt is what there was to answer.
  const felt = kind === 'shown' ? [] : clientEvidence(shown.assessment).filter((one) => Math.abs(one.turn - turn) <= 1);
  return { ...shown, turn, evidence: [...evidence, ...felt] };
}

function clientEvidence({ evidence }: Assessment): readonly Evidence[] {
  return evidence.filter(({ marker }) => markerSpeaker(marker) === 'client' && marker !== 'thanks');
}

// The client's happiest turn from the exchange on, with the agent's words before it: the good turn is what is celebrated.
function celebratedMoment(shown: Shown, from: number): ShownMoment {
  const { assessment } = shown;
  let best = from;
  let most = Number.NEGATIVE_INFINITY;
  assessment.emotion.forEach((value, turn) => {
    if (value === null || turn < from || value <= most) return;
    most = value;
    best = turn;
  });
  return { ...shown, turn: best, evidence: assessment.evidence.filter((one) => Math.abs(one.turn - best) <= 1) };
}

function listed(a: Assessment): Listed {
  const { id, started_at, channel, quality, judged, critical, alerts, flags, emotion } = a;
  return { id, started_at, channel, quality, judged, critical, alerts, flags, emotion };
}
