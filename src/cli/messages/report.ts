// What `ecoute report` says, in French and in English.

/** Every sentence of the command in one language. */
export interface ReportMessages {
  readonly about: string;
  readonly usage: string;
  readonly out: string;
  readonly transcripts: string;
  readonly to: string;
  readonly conversations: string;
  readonly noInput: string;
  readonly noOut: string;
  readonly setAside: (n: number) => string;
  readonly more: (n: number) => string;
  readonly step: Readonly<Record<'reading' | 'transcripts' | 'pages', (n: string) => string>>;
  readonly done: (agents: number, counted: number) => string;
  readonly files: (files: number, written: number, removed: number) => string;
  readonly flat: (counted: number) => string;
  readonly open: (file: string) => string;
}

const s = (n: number): string => (n > 1 ? 's' : '');

const fr: ReportMessages = {
  about: 'Fait d’un ou de plusieurs fichiers de scores des pages à lire : conseillers, équipe, conversations.',
  usage: 'SCORES… --out DOSSIER [--transcripts ENTRÉE…] [options]',
  out: 'dossier des pages ; seules celles qui changent sont réécrites (avec --to csv : un fichier)',
  transcripts: 'les conversations d’origine : les phrases sont alors montrées en entier',
  to: 'html : des pages ; csv : un fichier à plat, une ligne par conversation et par comportement',
  conversations: 'pages de conversations : quoted (celles qui sont citées), all ou none',
  noInput: 'rien à lire : donnez des fichiers de scores (NDJSON écrit par ecoute score)',
  noOut: 'dites où écrire les pages : --out DOSSIER',
  setAside: (n) => `${n} enregistrement${s(n)} mis de côté :`,
  more: (n) => `… et ${n} autre${s(n)}`,
  step: {
    reading: (n) => `${n} scores lus`,
    transcripts: (n) => `${n} conversations lues`,
    pages: (n) => `${n} pages de conseillers`,
  },
  done: (agents, counted) =>
    `${counted.toLocaleString('fr-FR')} conversation${s(counted)}, ${agents.toLocaleString('fr-FR')} conseiller${s(agents)}`,
  files: (files, written, removed) =>
    `${files.toLocaleString('fr-FR')} fichier${s(files)}, dont ${written.toLocaleString('fr-FR')} écrit${s(written)}${removed > 0 ? `, ${removed} retiré${s(removed)}` : ''}`,
  flat: (counted) => `${counted.toLocaleString('fr-FR')} conversation${s(counted)}`,
  open: (file) => `à ouvrir : ${file}`,
};

const p = (n: number): string => (n === 1 ? '' : 's');

const en: ReportMessages = {
  about: 'Makes pages to read from one or more score files: agents, team, conversations.',
  usage: 'SCORES… --out DIR [--transcripts INPUT…] [options]',
  out: 'folder of the pages; only those that change are written again (with --to csv: a file)',
  transcripts: 'the conversations themselves: sentences are then shown whole',
  to: 'html: pages; csv: a flat file, a row a conversation and behaviour',
  conversations: 'pages of conversations: quoted (those that are cited), all or none',
  noInput: 'nothing to read: give score files (NDJSON written by ecoute score)',
  noOut: 'say where the pages go: --out DIR',
  setAside: (n) => `${n} record${p(n)} set aside:`,
  more: (n) => `… and ${n} more`,
  step: {
    reading: (n) => `${n} scores read`,
    transcripts: (n) => `${n} conversations read`,
    pages: (n) => `${n} pages of agents`,
  },
  done: (agents, counted) =>
    `${counted.toLocaleString('en-US')} conversation${p(counted)}, ${agents.toLocaleString('en-US')} agent${p(agents)}`,
  files: (files, written, removed) =>
    `${files.toLocaleString('en-US')} file${p(files)}, ${written.toLocaleString('en-US')} written${removed > 0 ? `, ${removed} removed` : ''}`,
  flat: (counted) => `${counted.toLocaleString('en-US')} conversation${p(counted)}`,
  open: (file) => `open ${file}`,
};

/** What `ecoute report` says in a language. */
export const reportMessages: Readonly<Record<'fr' | 'en', ReportMessages>> = { fr, en };
