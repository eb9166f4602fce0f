// What a report is asked for: from what, to where, how much of people it may show.
import type { Rules } from '../model/rules.ts';
import type { Suggestions } from '../model/suggestion.ts';
import type { PrivacyChoice } from './privacy.ts';

/** What a report is made from, and where it goes. */
export interface ReportRun {
  /** Score files written by `score`. */
  readonly assessments: readonly string[];
  /** The conversations themselves; without them only the quoted words are shown. */
  readonly transcripts: readonly string[];
  readonly out: string;
  readonly lang: 'fr' | 'en';
  readonly rules: Rules;
  readonly suggestions: Suggestions;
  readonly choices: ReportChoices;
}

export interface ReportChoices {
  /** Which conversations get a page: those quoted, all, none; absent: all where they are few. */
  readonly conversations?: 'quoted' | 'all' | 'none';
  readonly privacy?: PrivacyChoice;
  readonly onProgress?: (step: ReportStep, done: number) => void;
}

/** Where a report has got to. */
export type ReportStep = 'reading' | 'transcripts' | 'pages';
