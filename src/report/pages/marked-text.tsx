// The text of a turn as it was said, with the words that count highlighted.
import type { Evidence } from '../../model/evidence.ts';
import { markerSpeaker } from '../../model/marker.ts';

/** Words to highlight in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly isClient: boolean;
}

// Characters that drive or reorder what is read; line feeds stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const misleading = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text without what could mislead a reader; every character keeps its place. */
export function plain(text: string): string {
  return text.replace(misleading, ' ');
}

/** Highlights of some evidence, in order and without overlaps. */
export function spansOf(evidence: readonly Evidence[]): readonly Span[] {
  const spans = evidence
    .map(({ start, end, marker }) => ({ start, end, isClient: markerSpeaker(marker) === 'client' }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { ...last, end: span.end };
  }
  return merged;
}

/** How much of a long turn is shown around the words that count. */
const around = 180;

/** A turn with its highlights; `isShort` leaves out what lies far from them. */
export function MarkedText({ text, spans, room }: { text: string; spans: readonly Span[]; room: 'whole' | 'short' }) {
  const { from, to } = windowOf(text, spans, room);
  const pieces: (preact.JSX.Element | string)[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const { start, end, isClient } of spans) {
    if (start < at || end > to) continue;
    pieces.push(plain(text.slice(at, start)));
    pieces.push(
      <mark key={start} class={isClient ? 'client' : ''}>
        {plain(text.slice(start, end))}
      </mark>,
    );
    at = end;
  }
  pieces.push(plain(text.slice(at, to)));
  if (to < text.length) pieces.push(' …');
  return <>{pieces}</>;
}

function windowOf(text: string, spans: readonly Span[], room: 'whole' | 'short'): { from: number; to: number } {
  if (room === 'whole' || text.length <= around * 2) return { from: 0, to: text.length };
  const first = spans[0]?.start ?? 0;
  const last = Math.min(spans.at(-1)?.end ?? 0, first + around * 2);
  const from = first <= around ? 0 : wordEdge(text, first - around);
  const to = last + around >= text.length ? text.length : wordEdge(text, Math.max(last + around, from + around * 2));
  return { from, to };
}

// The next blank, where one is near; else a place that cuts no pair of code units.
function wordEdge(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  if (blank >= 0 && blank - at < 25) return blank;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at + 1 : at;
}
