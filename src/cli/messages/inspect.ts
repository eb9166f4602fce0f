// What `ecoute inspect` says, in French and in English.

/** Every sentence of the command in one language. */
export interface InspectMessages {
  readonly about: string;
  readonly usage: string;
  readonly suggestMap: string;
  readonly noInput: string;
  readonly noDraft: (file: string) => string;
  readonly titles: Readonly<
    Record<
      'conversations' | 'turns' | 'roles' | 'agents' | 'languages' | 'span' | 'dropped' | 'aside' | 'sample',
      string
    >
  >;
  readonly unknown: string;
  readonly channels: Readonly<Record<'chat' | 'call', (n: number) => string>>;
  readonly speakers: Readonly<Record<'agent' | 'client' | 'bot' | 'system', string>>;
  readonly languages: Readonly<Record<string, string>>;
  readonly span: (from: string, to: string) => string;
  readonly more: (n: number) => string;
  readonly nothing: string;
}

const fr: InspectMessages = {
  about: 'Dit comment un export est compris : format, encodage, rôles, langues, ce qui est laissé et pourquoi.',
  usage: 'ENTRÉE… [options]',
  suggestMap: 'écrit une ébauche de ce fichier, à corriger',
  noInput: 'rien à regarder : donnez un fichier, un dossier, un motif, ou - pour l’entrée standard',
  noDraft: (file) => `${file} : ni tableau ni JSON, aucune correspondance ne peut le décrire`,
  titles: {
    conversations: 'conversations',
    turns: 'tours',
    roles: 'rôles',
    agents: 'conseillers',
    languages: 'langues',
    span: 'période',
    dropped: 'laissé hors des conversations',
    aside: 'mis de côté',
    sample: 'extrait',
  },
  unknown: 'format inconnu',
  channels: { chat: (n) => `${n} chat${n > 1 ? 's' : ''}`, call: (n) => `${n} appel${n > 1 ? 's' : ''}` },
  speakers: { agent: 'conseiller', client: 'client', bot: 'robot', system: 'système' },
  languages: {
    fra: 'français',
    eng: 'anglais',
    spa: 'espagnol',
    ita: 'italien',
    nld: 'néerlandais',
    deu: 'allemand',
    por: 'portugais',
    arb: 'arabe',
    und: 'trop peu de mots',
    bilingual: 'bilingue',
  },
  span: (from, to) => `du ${from} au ${to}`,
  more: (n) => `… et ${n} autre${n > 1 ? 's' : ''}`,
  nothing: 'aucune',
};

const en: InspectMessages = {
  about: 'Tells how an export is understood: format, encoding, roles, languages, what is left out and why.',
  usage: 'INPUT… [options]',
  suggestMap: 'writes a draft of that file, to be corrected',
  noInput: 'nothing to look at: give a file, a folder, a glob, or - for standard input',
  noDraft: (file) => `${file}: neither a table nor JSON, no mapping can describe it`,
  titles: {
    conversations: 'conversations',
    turns: 'turns',
    roles: 'roles',
    agents: 'agents',
    languages: 'languages',
    span: 'time span',
    dropped: 'left out of conversations',
    aside: 'set aside',
    sample: 'sample',
  },
  unknown: 'unknown format',
  channels: { chat: (n) => `${n} chat${n === 1 ? '' : 's'}`, call: (n) => `${n} call${n === 1 ? '' : 's'}` },
  speakers: { agent: 'agent', client: 'client', bot: 'bot', system: 'system' },
  languages: {
    fra: 'French',
    eng: 'English',
    spa: 'Spanish',
    ita: 'Italian',
    nld: 'Dutch',
    deu: 'German',
    por: 'Portuguese',
    arb: 'Arabic',
    und: 'too few words',
    bilingual: 'bilingual',
  },
  span: (from, to) => `${from} to ${to}`,
  more: (n) => `… and ${n} more`,
  nothing: 'none',
};

/** What `ecoute inspect` says in a language. */
export const inspectMessages: Readonly<Record<'fr' | 'en', InspectMessages>> = { fr, en };
