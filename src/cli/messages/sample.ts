// What `ecoute sample` says, in French and in English.

/** Every sentence of the command in one language. */
export interface SampleMessages {
  readonly about: string;
  readonly usage: string;
  readonly perAgent: string;
  readonly seed: string;
  readonly labels: string;
  readonly noInput: string;
  readonly notWhole: (option: string, typed: string) => string;
  readonly misfit: (n: number) => string;
  readonly setAside: (n: number) => string;
  readonly more: (n: number) => string;
}

const fr: SampleMessages = {
  about: 'Tire des conversations à écouter : autant par conseiller, avec plus de mauvaises et d’excellentes probables.',
  usage: 'ENTRÉE… [--per-agent N] [--seed N] [--labels ÉTIQUETTES…] [options]',
  perAgent: 'conversations par conseiller (5 par défaut)',
  seed: 'graine du tirage : la même redonne le même tirage (1 par défaut)',
  labels: 'étiquettes humaines : montre combien le tirage fait mieux que le hasard',
  noInput: 'rien à tirer : donnez des fichiers de scores (NDJSON de score) ou des conversations',
  notWhole: (option, typed) => `${option} attend un nombre entier à partir de 1, pas « ${typed} »`,
  misfit: (n) => `rien n’est tiré : ${n} faute${n > 1 ? 's' : ''} dans les étiquettes`,
  setAside: (n) => `${n} enregistrement${n > 1 ? 's' : ''} illisible${n > 1 ? 's' : ''}, mis de côté :`,
  more: (n) => `… et ${n} autre${n > 1 ? 's' : ''}`,
};

const en: SampleMessages = {
  about: 'Draws conversations to listen to: as many for each agent, with more likely bad and likely excellent ones.',
  usage: 'INPUT… [--per-agent N] [--seed N] [--labels LABELS…] [options]',
  perAgent: 'conversations for each agent (5 by default)',
  seed: 'seed of the draw: the same one draws the same again (1 by default)',
  labels: 'human labels: shows how much better than chance the draw is',
  noInput: 'nothing to draw from: give score files (NDJSON of score) or conversations',
  notWhole: (option, typed) => `${option} takes a whole number from 1, not "${typed}"`,
  misfit: (n) => `nothing was drawn: ${n} fault${n === 1 ? '' : 's'} in the labels`,
  setAside: (n) => `${n} unreadable record${n === 1 ? '' : 's'}, set aside:`,
  more: (n) => `… and ${n} more`,
};

/** What `ecoute sample` says in a language. */
export const sampleMessages: Readonly<Record<'fr' | 'en', SampleMessages>> = { fr, en };
