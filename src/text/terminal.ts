// Text as a terminal shows it: how wide it is, where its lines break, and what must never reach the screen.

// Control characters drive the terminal (colours, titles, the clipboard); direction marks reorder what is read.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const doubleWidth =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** A piece of a text, by its place in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text without what could drive or mislead a terminal; every character keeps its place. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ');
}

/** How many columns the text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Where the lines of a text lie when it is broken at blanks, or inside a word that is too long for a line. */
export function wrap(text: string, columns: number): readonly Span[] {
  const room = Math.max(1, columns);
  const lines: Span[] = [];
  let start = 0;
  let width = 0;
  let blank = -1;
  let at = 0;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const wide = characterWidth(character);
    if (character === ' ') blank = at;
    if (width + wide > room && at > start) {
      // A blank that does not fit ends the line; it is not carried to the next one.
      const end = blank > start ? blank : at;
      lines.push({ start, end });
      start = text[end] === ' ' ? end + 1 : end;
      at = start;
      width = 0;
      blank = -1;
      continue;
    }
    width += wide;
    at += character.length;
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length });
  return lines;
}

/** The text, cut with an ellipsis where it takes more than so many columns. */
export function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text, filled with blanks or cut to exactly so many columns. */
export function pad(text: string, columns: number): string {
  const kept = clip(text, columns);
  return kept + ' '.repeat(Math.max(0, columns - displayWidth(kept)));
}

function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  if (zeroWidth.test(character)) return 0;
  return doubleWidth.test(character) ? 2 : 1;
}
