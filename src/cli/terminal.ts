// What the terminal at the other end can show: width, colours (https://no-color.org), language.
import type { WriteStream } from 'node:tty';
import type { Terminal } from '../index.ts';

const narrowest = 40;
const widest = 100;
const unknown = 80;

/** The terminal behind a standard stream, or what a file or pipe takes for one. */
export function terminalOf(stream: WriteStream, lang: 'fr' | 'en'): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM, COLUMNS } = process.env;
  const isAsked = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const isRefused = (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb';
  const columns = (stream.isTTY ? stream.columns : undefined) || Number(COLUMNS) || unknown;
  return {
    columns: Math.min(widest, Math.max(narrowest, columns)),
    hasColours: !isRefused && (isAsked || stream.isTTY === true),
    lang,
  };
}
