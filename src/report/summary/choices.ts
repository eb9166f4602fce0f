// Chooses an agent's strengths and priorities: the behaviours that differ most, and most surely, from the rest of the team,
// weighed as the scorecard weighs them; where the team does no better or no worse, the agent's own figures decide.
import type { BehaviourFigure, Certainty, Choice } from '../../model/agent-summary.ts';
import type { BehaviourId } from '../../model/behaviour.ts';
import type { BehaviourRule } from '../../model/scorecard.ts';
import { bell, drawnShare, rounded } from './statistics.ts';

const most = 3;
/** A behaviour seen less often than this tells nothing. */
const fewestOccasions = 3;
/** Chance from which a difference is told as one with the team. */
const tellable = 0.65;
const smallestEffect = 0.03;
/** Where there is no team to be compared with. */
const usualShare = 0.75;

type Figures = Readonly<Record<BehaviourId, BehaviourFigure>>;

/** The strengths and priorities of an agent, best first, three of each at most; only what can be quoted is a strength. */
export function choices(
  figures: Figures,
  rules: readonly BehaviourRule[],
  isQuotable: (id: BehaviourId) => boolean,
): { readonly strengths: readonly Choice[]; readonly priorities: readonly Choice[] } {
  const weighed = rules
    .filter(({ id }) => figures[id].occasions >= fewestOccasions)
    .map((rule) => weigh(rule, figures[rule.id]));
  const strengths = chosen(
    weighed.filter(({ rule }) => isQuotable(rule.id)),
    {
      isFit: ({ shown }) => shown >= 0.6,
      isOwn: ({ shown, low }) => shown >= 0.85 && low >= 0.4,
      ownRank: ({ rule, low }) => rule.weight * low,
      direction: 1,
    },
  );
  const priorities = chosen(weighed, {
    isFit: ({ short }) => short >= 2,
    isOwn: ({ shown, short }) => shown <= 0.85 && short >= 2,
    ownRank: ({ rule, shown, frequency }) => rule.weight * (1 - shown) * frequency,
    direction: -1,
  });
  const strong = new Set(strengths.map(({ behaviour }) => behaviour));
  return { strengths, priorities: priorities.filter(({ behaviour }) => !strong.has(behaviour)).slice(0, most) };
}

interface Weighed {
  readonly rule: BehaviourRule;
  readonly shown: number;
  readonly low: number;
  readonly high: number;
  readonly short: number;
  /** Occasions, as a share of the most that any behaviour can have. */
  readonly frequency: number;
  readonly effect: number;
  /** Chance that the agent does better than the team; null without a team. */
  readonly better: number | null;
  readonly spread: number;
}

function weigh(rule: BehaviourRule, figure: BehaviourFigure): Weighed {
  const { verdicts, occasions, team_shown: team, team_occasions: others } = figure;
  const usual = team ?? usualShare;
  const { share, spread } = drawnShare(verdicts.shown, occasions, usual);
  const both = Math.sqrt(spread * spread + (usual * (1 - usual)) / Math.max(others, 1));
  // A violation weighs more than a miss: half an occasion more.
  const effect = share - usual - (0.5 * verdicts.violated) / (occasions + 4);
  return {
    rule,
    shown: figure.shown ?? 0,
    low: figure.interval?.low ?? 0,
    high: figure.interval?.high ?? 1,
    short: verdicts.missed + verdicts.violated,
    frequency: occasions / Math.max(1, occasions + verdicts.na),
    effect,
    better: team === null || others < fewestOccasions ? null : bell(effect / both),
    spread: both,
  };
}

interface Wanted {
  readonly isFit: (one: Weighed) => boolean;
  readonly isOwn: (one: Weighed) => boolean;
  readonly ownRank: (one: Weighed) => number;
  /** 1: better than the team; -1: worse. */
  readonly direction: 1 | -1;
}

function chosen(weighed: readonly Weighed[], { isFit, isOwn, ownRank, direction }: Wanted): readonly Choice[] {
  const chance = ({ better }: Weighed): number => (better === null ? 0 : direction === 1 ? better : 1 - better);
  const byTeam = weighed
    .filter((one) => isFit(one) && chance(one) >= tellable && direction * one.effect >= smallestEffect)
    .map((one) => ({ one, rank: weightOf(one.rule) * (direction * one.effect - 0.5 * one.spread) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => choiceOf(one, 'team', certaintyOf(chance(one), [0.95, 0.8])));
  const taken = new Set(byTeam.map(({ behaviour }) => behaviour));
  const byOwn = weighed
    .filter((one) => isOwn(one) && !taken.has(one.rule.id))
    .map((one) => ({ one, rank: ownRank(one) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) =>
      choiceOf(
        one,
        'own',
        certaintyOf(direction === 1 ? one.low : 1 - one.high, direction === 1 ? [0.75, 0.5] : [0.3, 0.1]),
      ),
    );
  return [...byTeam, ...byOwn].slice(0, direction === 1 ? most : most * 2);
}

function weightOf({ weight, critical }: BehaviourRule): number {
  return critical ? weight * 1.5 : weight;
}

function certaintyOf(value: number, [clear, likely]: readonly [number, number]): Certainty {
  if (value >= clear) return 'clear';
  return value >= likely ? 'likely' : 'tentative';
}

function choiceOf({ rule, effect }: Weighed, against: Choice['against'], certainty: Certainty): Choice {
  return { behaviour: rule.id, effect: rounded(effect, 3), certainty, against };
}
