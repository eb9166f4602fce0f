// What the command line says, in the language that the user asked for: French unless `--lang en` is typed.
import { en } from './messages/en.ts';
import { fr, type Messages } from './messages/fr.ts';

export type { Messages };

/** The language typed after `--lang`, looked for before anything else is read: the very errors must speak it. */
export function languageTyped(argv: readonly string[]): 'fr' | 'en' {
  const at = argv.indexOf('--lang');
  const typed = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return typed === 'en' ? 'en' : 'fr';
}

/** Every sentence of the command line in one language. */
export function messagesIn(lang: 'fr' | 'en'): Messages {
  return lang === 'en' ? en : fr;
}
