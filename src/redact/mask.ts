// Masks parts of a text without moving anything: every character that is hidden leaves one mark in its place.

/** A part of a text to hide, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands for each hidden character. */
export const maskMark = '•';

/** The text with the parts hidden; as long as before, blanks and line ends left where they are. */
export function mask(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let masked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    masked += text.slice(at, from) + hidden(text.slice(from, end));
    at = end;
  }
  return masked + text.slice(at);
}

// One mark for each UTF-16 unit: a letter outside the basic plane leaves two.
function hidden(part: string): string {
  return part.replace(/\S/g, maskMark);
}

/** Every match of a pattern as a span, where it passes. */
export function matches(text: string, pattern: RegExp, passes: (found: string) => boolean = () => true): Span[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => passes(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * A pattern's source with each letter in either case. The `i` flag would not do: with it, `\p{Lu}` matches small
 * letters too, and the capital is what tells a name.
 */
export function eitherCase(source: string): string {
  return source.replace(/\\[pP]\{\w+\}|\\.|\(\?[:=!<]+|\p{L}/gu, (found) =>
    /^\p{L}$/u.test(found) ? `[${found.toLowerCase()}${found.toUpperCase()}]` : found,
  );
}
