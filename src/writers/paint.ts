// Colours for a terminal, and none where nobody sees them.

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;

export type Colour = keyof typeof codes;

/** Gives a text its colours; the plain one leaves it alone. */
export type Paint = (text: string, ...colours: readonly Colour[]) => string;

/** Text without colours. */
export const plain: Paint = (text) => text;

/** Text with the colours of a terminal. */
export const ansi: Paint = (text, ...colours) =>
  colours.length === 0 || text === '' ? text : `\u001b[${colours.map((c) => codes[c]).join(';')}m${text}\u001b[0m`;

/** What is at the other end: its width in columns, whether it shows colours, the language of its reader. */
export interface Terminal {
  readonly columns: number;
  readonly hasColours: boolean;
  readonly lang: 'fr' | 'en';
}

/** A terminal with the paint that suits it. */
export interface Screen {
  readonly columns: number;
  readonly paint: Paint;
  readonly lang: 'fr' | 'en';
}

/** The screen of a terminal. */
export function screenOn({ columns, hasColours, lang }: Terminal): Screen {
  return { columns, lang, paint: hasColours ? ansi : plain };
}
