// The words that carry evidence, highlighted inside the text of a turn and across its line breaks.
import type { Evidence } from '../model/evidence.ts';
import { printable, wrap } from '../text/terminal.ts';
import { type Paint, plain } from './paint.ts';

/** The lines of a turn; evidence is coloured, or put in brackets where there are no colours. */
export function highlighted(text: string, evidence: readonly Evidence[], columns: number, paint: Paint): string[] {
  const spans = merged(evidence);
  const shown = printable(text);
  if (paint === plain) {
    const marked = bracketed(shown, spans);
    return wrap(marked, columns).map(({ start, end }) => marked.slice(start, end));
  }
  return wrap(shown, columns).map((line) => {
    let out = '';
    let at = line.start;
    for (const span of spans) {
      const start = Math.max(span.start, line.start);
      const end = Math.min(span.end, line.end);
      if (start >= end) continue;
      out += shown.slice(at, start) + paint(shown.slice(start, end), 'bold', 'yellow');
      at = end;
    }
    return out + shown.slice(at, line.end);
  });
}

function merged(evidence: readonly Evidence[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of [...evidence].sort((x, y) => x.start - y.start)) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans.filter(({ start, end }) => end > start);
}

function bracketed(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}
