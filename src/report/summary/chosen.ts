// Which moments the page of an agent shows: those of the strengths and priorities first, and no conversation over and over.
import { type Choice, type FineFlaw, fineFlaws } from '../../model/agent-summary.ts';
import type { Candidate } from './best-few.ts';
import type { Summarised } from './summarise.ts';

/** A strength or priority with its moments. */
export interface ChosenMoments {
  readonly choice: Choice;
  readonly moments: readonly Candidate[];
}

/** Everything that is shown of an agent's conversations. */
export interface Chosen {
  readonly strengths: readonly ChosenMoments[];
  readonly priorities: readonly ChosenMoments[];
  readonly celebrated: readonly Candidate[];
  readonly difficult: readonly Candidate[];
  readonly abuse: readonly Candidate[];
  readonly flaws: Readonly<Record<FineFlaw, readonly Candidate[]>>;
  readonly latest: readonly Candidate[];
}

const quotes = 3;
const mostCelebrated = 3;
const mostDifficult = 4;

/** The moments of an agent's page. */
export function chosen({ summary, gathered }: Summarised): Chosen {
  const uses = new Map<string, number>();
  const pick = (candidates: readonly Candidate[], most: number): readonly Candidate[] => {
    // Those of conversations shown least so far come first; the order of the candidates decides among equals.
    const picked = [...candidates]
      .map((candidate, at) => ({ candidate, rank: (uses.get(candidate.ref.id) ?? 0) * 2 + at }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ candidate }) => candidate);
    for (const { ref } of picked) uses.set(ref.id, (uses.get(ref.id) ?? 0) + 1);
    return picked;
  };
  return {
    strengths: summary.strengths.map((choice) => ({ choice, moments: pick(gathered.shown[choice.behaviour], quotes) })),
    priorities: summary.priorities.map((choice) => ({
      choice,
      moments: pick(gathered.short[choice.behaviour], quotes),
    })),
    celebrated: gathered.celebrated.slice(0, mostCelebrated),
    difficult: gathered.difficult.slice(0, mostDifficult),
    abuse: gathered.abuse,
    flaws: Object.fromEntries(
      fineFlaws.map((flaw) => [flaw, summary.fine_flaws[flaw] > 0 ? gathered.flaws[flaw].slice(0, 1) : []]),
    ) as unknown as Chosen['flaws'],
    latest: gathered.latest,
  };
}

/** Every conversation that is quoted, and so should have a page. */
export function quotedIn({ strengths, priorities, celebrated, difficult, abuse, flaws }: Chosen): readonly Candidate[] {
  return [
    ...[...strengths, ...priorities].flatMap(({ moments }) => moments),
    ...celebrated,
    ...difficult,
    ...abuse,
    ...Object.values(flaws).flat(),
  ];
}
