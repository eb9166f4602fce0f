// What every page of a report speaks with: words, figures, the grid, names of markers, and which conversations have a page.
import type { Rules } from '../model/rules.ts';
import type { Suggestions } from '../model/suggestion.ts';
import { conversationPageName } from './page-names.ts';
import type { Desk } from './pages/layout.tsx';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { figuresIn } from './words/numbers.ts';
import { typographic } from './words/typography.ts';

export type { Desk };

interface Given {
  readonly lang: 'fr' | 'en';
  readonly rules: Pick<Rules, 'scorecard' | 'markers'>;
  readonly suggestions: Suggestions;
  readonly hasTranscripts: boolean;
  readonly hasPage: (id: string, startedAt: string | null) => boolean;
}

/** The desk for a language and the rules in force. */
export function deskFor({ lang, rules, suggestions, hasTranscripts, hasPage }: Given): Desk {
  const labels = new Map<string, string>(rules.markers.map(({ id, label }) => [id, label[lang]]));
  return {
    words: lang === 'fr' ? fr : en,
    figures: figuresIn(lang),
    scorecard: rules.scorecard,
    suggestions,
    hasTranscripts,
    markerLabel: (marker) =>
      lang === 'fr' ? typographic(labels.get(marker) ?? marker) : (labels.get(marker) ?? marker),
    conversationPage: (id, startedAt) => (hasPage(id, startedAt) ? conversationPageName(id, startedAt) : null),
  };
}
