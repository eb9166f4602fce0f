// The words that refusals are made of, counted without keeping every one of them.
import type { TeamSummary } from '../../model/agent-summary.ts';
import type { Assessment } from '../../model/assessment.ts';

/** Counts of refusals by their words. */
export interface RefusalWords {
  readonly add: (a: Assessment) => void;
  readonly top: (most: number) => TeamSummary['refusal_words'];
}

/** When so many different ones are held, those met only once are let go. */
const mostHeld = 20_000;
const longestQuote = 60;

/** Counts of nothing yet. */
export function refusalWords(): RefusalWords {
  const held = new Map<string, { plain: number; softened: number }>();
  const letGo = (): void => {
    for (const [quote, { plain, softened }] of held) if (plain + softened < 2) held.delete(quote);
  };
  return {
    add: (a) => {
      const softened = new Set(a.evidence.flatMap(({ marker, turn }) => (marker === 'refusal-softened' ? [turn] : [])));
      for (const { marker, turn, quote } of a.evidence) {
        if (marker !== 'refusal' || quote.length > longestQuote) continue;
        const words = quote.trim().toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
        const counts = held.get(words) ?? { plain: 0, softened: 0 };
        counts[softened.has(turn) ? 'softened' : 'plain'] += 1;
        held.set(words, counts);
      }
      if (held.size > mostHeld) letGo();
    },
    top: (most) =>
      [...held]
        .map(([quote, counts]) => ({ quote, ...counts }))
        .sort((a, b) => b.plain + b.softened - a.plain - a.softened || (a.quote < b.quote ? -1 : 1))
        .slice(0, most),
  };
}
