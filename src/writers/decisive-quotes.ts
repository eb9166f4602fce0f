// The few words that tell most about a conversation: what was violated first, then what weighs most among the shown.
import type { Assessment } from '../model/assessment.ts';
import type { Verdict } from '../model/behaviour.ts';
import type { BehaviourRule, Scorecard } from '../model/scorecard.ts';
import { clip, displayWidth, printable, wrap } from '../text/terminal.ts';
import type { Screen } from './paint.ts';
import { turnRanges, verdictGlyph } from './verdict-line.ts';
import { words } from './words.ts';

const mostShown = 3;
/** A quote that has less room than this goes on a line of its own. */
const fewestColumns = 16;

/** Behaviours that the same words decided. */
interface Ground {
  readonly verdict: Verdict;
  readonly labels: string[];
  /** Index into the evidence; undefined where a verdict rests on what was not said. */
  readonly index: number | undefined;
  readonly searched: readonly number[];
}

/** The lines with the decisive quotes of an assessment; every violated behaviour is among them. */
export function decisiveQuotes(a: Assessment, scorecard: Scorecard, screen: Screen): string[] {
  const quoted = new Set<number>();
  const violated = violatedGrounds(a, scorecard, screen, quoted);
  const shown = shownGrounds(a, scorecard, screen, quoted).slice(0, Math.max(1, mostShown - violated.length));
  return [...violated, ...shown].flatMap((ground) => groundLines(a, ground, screen));
}

/** Of several pieces of evidence the one with the longest words, which tell most. */
export function mostTelling(a: Assessment, indices: readonly number[]): number | undefined {
  const found = indices.filter((i) => a.evidence[i] !== undefined);
  return found.sort((x, y) => a.evidence[y]!.quote.length - a.evidence[x]!.quote.length || x - y)[0];
}

function violatedGrounds(a: Assessment, scorecard: Scorecard, { lang }: Screen, quoted: Set<number>): Ground[] {
  const grounds: Ground[] = [];
  for (const rule of scorecard.behaviours) {
    const judgement = a.behaviours[rule.id];
    if (judgement?.verdict !== 'violated') continue;
    const label = rule.label[lang] + (rule.critical ? ` (${words[lang].critical})` : '');
    const index = mostTelling(a, judgement.evidence ?? []);
    const known = grounds.find((g) => g.index !== undefined && g.index === index);
    if (known === undefined)
      grounds.push({ verdict: 'violated', labels: [label], index, searched: judgement.searched ?? [] });
    else known.labels.push(label);
    if (index !== undefined) quoted.add(index);
  }
  return grounds;
}

function shownGrounds(a: Assessment, scorecard: Scorecard, { lang }: Screen, quoted: Set<number>): Ground[] {
  const byWeight = (x: BehaviourRule, y: BehaviourRule): number => y.weight - x.weight;
  return scorecard.behaviours.toSorted(byWeight).flatMap((rule): Ground[] => {
    const judgement = a.behaviours[rule.id];
    if (judgement?.verdict !== 'shown') return [];
    const index = mostTelling(
      a,
      (judgement.evidence ?? []).filter((i) => !quoted.has(i)),
    );
    if (index === undefined) return [];
    quoted.add(index);
    return [{ verdict: 'shown', labels: [rule.label[lang]], index, searched: [] }];
  });
}

function groundLines(a: Assessment, { verdict, labels, index, searched }: Ground, screen: Screen): string[] {
  const { paint, lang, columns } = screen;
  const label = labels.join(', ');
  const colours = verdict === 'violated' ? (['red'] as const) : [];
  const sign = verdictGlyph(verdict, screen);
  const found = index === undefined ? undefined : a.evidence[index];
  const place = found === undefined ? `[${turnRanges(searched)}]` : `[${found.turn}]`;
  const ground = (room: number): string =>
    found === undefined
      ? paint(clip(place, room), 'dim')
      : `${words[lang].quote(clip(printable(found.quote), room - displayWidth(place) - 5))} ${paint(place, 'dim')}`;
  const room = columns - displayWidth(label) - 6;
  if (room >= fewestColumns) return [`${sign} ${paint(label, ...colours)}  ${ground(room)}`];
  const lines = wrap(label, columns - 4).map(({ start, end }) => paint(label.slice(start, end), ...colours));
  return [`${sign} ${lines[0]}`, ...lines.slice(1).map((line) => `  ${line}`), `  ${ground(columns - 4)}`];
}
