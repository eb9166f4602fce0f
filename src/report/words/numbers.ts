// Numbers and dates as people write them in French and in English. What is missing is « — », never 0.

/** What stands where there is nothing to say. */
export const missing = '—';

/** Ways to write figures in one language. */
export interface Figures {
  /** A whole number. */
  readonly count: (n: number) => string;
  /** One decimal at most; a real minus sign. */
  readonly figure: (n: number | null) => string;
  /** The same with its sign always. */
  readonly signed: (n: number | null) => string;
  /** Two decimals, always. */
  readonly fine: (n: number | null) => string;
  /** A share 0..1 in percent, whole. */
  readonly share: (n: number | null) => string;
  /** A day YYYY-MM-DD: « 7 septembre 2026 ». */
  readonly day: (text: string | null) => string;
  /** Shorter: « 7 sept. ». */
  readonly shortDay: (text: string) => string;
}

const realMinus = (text: string): string => text.replace('-', '−');

/** Figures for a language. */
export function figuresIn(lang: 'fr' | 'en'): Figures {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const format = (options: Intl.NumberFormatOptions) => {
    const made = new Intl.NumberFormat(locale, options);
    return (n: number | null): string => (n === null ? missing : realMinus(made.format(n + 0)));
  };
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortDays = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dateOf = (text: string): Date => new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const firstOfMonth = (text: string): string => (lang === 'fr' ? text.replace(/^1 /, '1er ') : text);
  const count = format({ maximumFractionDigits: 0 });
  return {
    count: (n) => count(n),
    figure: format({ maximumFractionDigits: 1 }),
    signed: format({ maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    fine: format({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    share: format({ style: 'percent', maximumFractionDigits: 0 }),
    day: (text) => (text === null ? missing : firstOfMonth(days.format(dateOf(text)))),
    shortDay: (text) => firstOfMonth(shortDays.format(dateOf(text))),
  };
}
