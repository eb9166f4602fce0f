// What `score --line-for-line` says.

export const lineForLineMessages = {
  fr: {
    about: 'filtre : une ligne NDJSON reçue, une ligne écrite, dans l’ordre, erreurs comprises',
    standardInput: '--line-for-line lit l’entrée standard et elle seule',
    onlyNdjson: '--line-for-line va de ndjson à ndjson',
    without: (option: string) => `--line-for-line va sans --${option} : un filtre répond sur la sortie standard`,
  },
  en: {
    about: 'filter: one NDJSON line in, one line out, in order, errors included',
    standardInput: '--line-for-line reads standard input and nothing else',
    onlyNdjson: '--line-for-line goes from ndjson to ndjson',
    without: (option: string) => `--line-for-line goes without --${option}: a filter answers on standard output`,
  },
} as const;
