// What the command line says, in French: the default, and the list of sentences that every other language must have.

/** Every sentence of the command line. */
export type Messages = typeof fr;

const plural = (n: number): string => (n > 1 ? 's' : '');
const count = (n: number): string => n.toLocaleString('fr-FR');
const nearestOf = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Vouliez-vous dire ${nearest} ?`;

export const fr = {
  about: 'Écoute des conversations de service client en français et montre les mots qui fondent chaque verdict.',
  help: {
    usage: '[options]',
    titles: {
      'Usage:': 'Usage :',
      'Options:': 'Options :',
      'Commands:': 'Commandes :',
      'Arguments:': 'Arguments :',
    } as Record<string, string>,
  },
  options: {
    help: 'affiche cette aide',
    version: 'affiche la version',
    lang: 'langue des messages (français par défaut)',
    from: "format d'entrée (reconnu au contenu si absent)",
    agent: 'locuteur qui est le conseiller, quand l’export ne le dit pas (SPEAKER_00…)',
    map: 'fichier YAML qui dit comment lire un CSV ou un JSON que rien ne reconnaît (ébauche : ecoute inspect --suggest-map)',
    to: 'format de sortie (pretty sur un terminal, sinon ndjson)',
    out: 'fichier de sortie, écrit sous un nom provisoire puis renommé',
    lexicons: 'dossier de lexiques à la place de celui du paquet',
    scorecard: 'grille à la place de lexicons/scorecard.yaml',
    region: 'variété régionale à ajouter',
    ears: 'lexiques seuls, ou lexiques et oreille entraînée',
    problems: 'fichier NDJSON où écrire les enregistrements mis de côté, avec fichier, ligne et raison',
    strict: "code de sortie 1 dès qu'un enregistrement est mis de côté",
    excel: 'CSV pour Excel en français : BOM, point-virgule, virgule décimale',
    threads: 'nombre de fils de calcul (autant que de cœurs par défaut)',
    resume: 'reprend une écriture interrompue de --out là où elle en était',
    id: "identifiant de la conversation (inutile s'il n'y en a qu'une)",
    json: 'en JSON',
  },
  score: {
    about: 'Juge des conversations : fichiers, dossiers, motifs (*.ndjson) ou - pour l’entrée standard.',
    usage: '[ENTRÉE…] [options]',
    noInput: 'rien à lire : donnez un fichier, un dossier, un motif, ou - pour l’entrée standard',
    badThreads: (typed: string) => `--threads attend un nombre entier à partir de 1, pas « ${typed} »`,
    resumeNeedsOut: '--resume reprend un fichier : il lui faut --out FICHIER',
    excelNeedsCsv: '--excel n’a de sens qu’avec --to csv',
    prettyCannotResume: '--resume vaut pour ndjson et csv',
    progress: (judged: number, setAside: number, seconds: number) =>
      `${count(judged)} jugée${plural(judged)}${setAside > 0 ? `, ${count(setAside)} mise${plural(setAside)} de côté` : ''} · ${count(Math.round(judged / Math.max(seconds, 0.001)))}/s`,
    ledger: (read: number, judged: number, setAside: number) =>
      `${count(read)} enregistrement${plural(read)} lu${plural(read)} = ${count(judged)} jugé${plural(judged)} + ${count(setAside)} mis de côté`,
    reason: (n: number, first: string) => (n === 1 ? first : `${count(n)} × ${first}`),
    moreProblems: (n: number) => `… et ${count(n)} pour d’autres raisons`,
    keepProblems: '--problems FICHIER garde chaque enregistrement mis de côté, avec fichier, ligne et raison',
    noticeKinds: { format: 'lu comme', encoding: 'encodage', roles: 'rôles', dropped: 'laissé hors des conversations' },
    duplicates: (n: number, some: string) =>
      `${count(n)} identifiant${plural(n)} en double, chaque conversation est jugée : ${some}`,
    resumed: (n: number) => `reprise après ${count(n)} enregistrement${plural(n)}`,
    written: (file: string) => `écrit dans ${file}`,
  },
  explain: {
    about: 'Montre une conversation tour par tour : indices surlignés, émotion, verdicts et leurs preuves.',
    usage: 'ENTRÉE [--id ID] [options]',
    needsId: (n: number, some: string) => `${count(n)} conversations ici : choisissez avec --id (${some})`,
    notFound: (id: string, input: string, some: string) =>
      `pas de conversation « ${id} » dans ${input} (il y a ${some})`,
    empty: (input: string) => `aucune conversation dans ${input}`,
  },
  check: {
    about: 'Vérifie lexiques et grille, joue tous les exemples, montre toutes les fautes.',
    usage: '[options]',
    good: (markers: number, phrases: number, examples: number, behaviours: number) =>
      `Tout est bon : ${count(markers)} marqueurs, ${count(phrases)} expressions, ${count(examples)} exemples joués, ${count(behaviours)} comportements.`,
  },
  markers: {
    about: 'La table des marqueurs et des comportements en vigueur.',
    usage: '[options]',
    marker: 'MARQUEUR',
    speaker: 'QUI',
    label: 'LIBELLÉ',
    phrases: 'EXPRESSIONS',
    examples: 'EXEMPLES',
    behaviour: 'COMPORTEMENT',
    section: 'RUBRIQUE',
    weight: 'POIDS',
    critical: 'critique',
    agent: 'conseiller',
    client: 'client',
    kinds: { pair: 'paire', 'built-in': 'intégré' },
    rules: (hash: string) => `règles ${hash}`,
  },
  failure: {
    rules: (n: number) => `ecoute: ${count(n)} faute${plural(n)} dans les règles`,
    io: { 65: 'entrée incompréhensible', 66: 'entrée introuvable', 74: 'sortie impossible à écrire' },
    internal: 'ecoute: erreur interne, à signaler avec ce qui suit',
    seeHelp: (name: string) => `${name} --help pour le détail`,
    usage: {
      unknownOption: (typed: string, nearest?: string) => `option inconnue « ${typed} ».${nearestOf(nearest)}`,
      unknownCommand: (typed: string, nearest?: string) => `commande inconnue « ${typed} ».${nearestOf(nearest)}`,
      optionNeedsValue: (option: string) => `l’option ${option} attend une valeur`,
      missingArgument: (name: string) => `il manque ${name === 'INPUT' ? 'ENTRÉE' : name}`,
      missingOption: (option: string) => `il manque l’option ${option}`,
      tooMany: 'trop d’arguments',
      invalidValue: (option: string, value: string, choices: string | undefined) =>
        `« ${value} » ne convient pas à ${option}${choices === undefined ? '' : ` : ${choices}`}`,
    },
  },
};
