// What `ecoute evaluate` says, in French and in English.

/** Every sentence of the command in one language. */
export interface EvaluateMessages {
  readonly about: string;
  readonly usage: string;
  readonly labels: string;
  readonly errors: string;
  readonly strip: string;
  readonly by: string;
  readonly leaveOut: string;
  readonly criteria: string;
  readonly report: string;
  readonly reported: (file: string) => string;
  readonly noTranscripts: string;
  readonly notAbout: (typed: string, allowed: string) => string;
  readonly notGrouping: (typed: string, allowed: string) => string;
  readonly notMarker: (typed: string, allowed: string) => string;
  readonly forLabelsOnly: (option: string) => string;
  readonly criteriaForSheets: string;
  readonly misfit: (n: number) => string;
  readonly more: (n: number) => string;
  readonly unlabelled: (n: number) => string;
  readonly setAside: (n: number) => string;
}

const fr: EvaluateMessages = {
  about: "Mesure l'accord d'ecoute avec des étiquettes humaines, ou avec les notes d'une équipe (CSV).",
  usage: 'TRANSCRIPTS… --labels ÉTIQUETTES… [options]',
  labels: 'étiquettes (NDJSON, guide d’annotation) ou grille notée (CSV : conversation, critère, note)',
  errors: 'montre chaque désaccord avec son tour ; seulement un marqueur, un comportement, emotion ou flags si nommé',
  strip: 'mesure aussi sur un texte sans ponctuation, capitales ni accents',
  by: 'groupes à montrer : source, channel, variety, séparés par des virgules, ou none (tous par défaut)',
  leaveOut: 'marqueur à ne pas mesurer, partout ou dans une source : client-name, client-name@boutique',
  criteria: 'fichier YAML qui dit quel critère de l’équipe est lequel des nôtres',
  report: 'dossier où écrire la page de calibrage et ses tableaux',
  reported: (file) => `à ouvrir : ${file}`,
  noTranscripts: 'rien à écouter : donnez les transcriptions avant --labels',
  notAbout: (typed, allowed) => `« ${typed} » n’est ni un fichier ni ce que --errors peut montrer : ${allowed}`,
  notGrouping: (typed, allowed) => `« ${typed} » ne convient pas à --by : ${allowed}`,
  notMarker: (typed, allowed) =>
    `« ${typed} » ne convient pas à --leave-out : MARQUEUR ou MARQUEUR@SOURCE, parmi ${allowed}`,
  forLabelsOnly: (option) => `${option} vaut pour des étiquettes, pas pour une grille notée`,
  criteriaForSheets: '--criteria vaut pour une grille notée (CSV), pas pour des étiquettes',
  misfit: (n) => `rien n’est mesuré : ${n} faute${n > 1 ? 's' : ''} dans les étiquettes ou les transcriptions`,
  more: (n) => `… et ${n} autre${n > 1 ? 's' : ''}`,
  unlabelled: (n) => `${n} conversation${n > 1 ? 's' : ''} sans étiquettes, non mesurée${n > 1 ? 's' : ''}`,
  setAside: (n) => `${n} enregistrement${n > 1 ? 's' : ''} illisible${n > 1 ? 's' : ''}, mis de côté :`,
};

const en: EvaluateMessages = {
  about: 'Measures how far ecoute agrees with human labels, or with the grades of a team (CSV).',
  usage: 'TRANSCRIPTS… --labels LABELS… [options]',
  labels: 'labels (NDJSON, annotation guide) or a graded sheet (CSV: conversation, criterion, grade)',
  errors: 'shows each disagreement with its turn; only one marker, behaviour, emotion or flags if named',
  strip: 'measures also on text without punctuation, capitals and accents',
  by: 'groups to show: source, channel, variety, separated by commas, or none (all by default)',
  leaveOut: 'marker not to measure, everywhere or in one source: client-name, client-name@shop',
  criteria: 'YAML file that says which criterion of the team is which of ours',
  report: 'folder for the page of the calibration meeting and its tables',
  reported: (file) => `open ${file}`,
  noTranscripts: 'nothing to hear: give the transcripts before --labels',
  notAbout: (typed, allowed) => `"${typed}" is neither a file nor anything --errors can show: ${allowed}`,
  notGrouping: (typed, allowed) => `"${typed}" does not suit --by: ${allowed}`,
  notMarker: (typed, allowed) => `"${typed}" does not suit --leave-out: MARKER or MARKER@SOURCE, among ${allowed}`,
  forLabelsOnly: (option) => `${option} is for labels, not for a graded sheet`,
  criteriaForSheets: '--criteria is for a graded sheet (CSV), not for labels',
  misfit: (n) => `nothing was measured: ${n} fault${n === 1 ? '' : 's'} in the labels or the transcripts`,
  more: (n) => `… and ${n} more`,
  unlabelled: (n) => `${n} conversation${n === 1 ? '' : 's'} without labels, not measured`,
  setAside: (n) => `${n} unreadable record${n === 1 ? '' : 's'}, set aside:`,
};

/** What `ecoute evaluate` says in a language. */
export const evaluateMessages: Readonly<Record<'fr' | 'en', EvaluateMessages>> = { fr, en };
