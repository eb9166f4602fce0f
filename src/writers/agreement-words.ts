// The words of `evaluate`, in French and in English.
import type { Grouping, HeadlineId } from '../model/agreement.ts';

/** Every word of the agreement tables in one language. */
export interface AgreementWords {
  readonly figure: (value: number | null) => string;
  readonly share: (value: number | null) => string;
  readonly points: (value: number | null) => string;
  readonly range: (low: string, high: string) => string;
  readonly colon: string;
  readonly measured: (conversations: number, turns: number) => string;
  readonly headlines: Readonly<Record<HeadlineId, string>>;
  readonly short: Readonly<Record<HeadlineId, string>>;
  readonly groupings: Readonly<Record<Grouping, string>>;
  readonly precision: string;
  readonly recall: string;
  readonly exact: string;
  readonly calm: (flagged: string, conversations: string, share: string) => string;
  readonly macroNote: string;
  readonly intervalNote: string;
  readonly marker: string;
  readonly behaviour: string;
  readonly criterion: string;
  readonly support: string;
  readonly found: string;
  readonly misses: string;
  readonly falseAlarms: string;
  readonly pairs: string;
  readonly conversations: string;
  readonly calmFlagged: string;
  readonly stripped: string;
  readonly asWritten: string;
  readonly bare: string;
  readonly lost: string;
  readonly miss: string;
  readonly falseAlarm: string;
  readonly person: string;
  readonly heard: string;
  readonly nothing: string;
  readonly disagreement: string;
  readonly turn: string;
  readonly emotion: string;
  readonly flags: string;
  readonly polarity: Readonly<Record<'negative' | 'positive', string>>;
  readonly noDisagreement: string;
  readonly interval: string;
  readonly overall: string;
  readonly scales: (scales: string) => string;
  readonly noViolations: string;
  readonly sheet: (grades: number, conversations: number) => string;
  readonly disagreements: (n: number) => string;
}

const figureIn =
  (locale: string) =>
  (value: number | null): string =>
    value === null ? '—' : value.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

const shareIn =
  (locale: string) =>
  (value: number | null): string =>
    value === null ? '—' : value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 });

const pointsIn =
  (locale: string) =>
  (value: number | null): string =>
    value === null
      ? '—'
      : (value * 100).toLocaleString(locale, {
          minimumFractionDigits: 1,
          maximumFractionDigits: 1,
          signDisplay: 'exceptZero',
        });

const fr: AgreementWords = {
  figure: figureIn('fr-FR'),
  share: shareIn('fr-FR'),
  points: pointsIn('fr-FR'),
  range: (low, high) => `${low} à ${high}`,
  colon: ' : ',
  measured: (conversations, turns) =>
    `${conversations} conversation${conversations > 1 ? 's' : ''}, ${turns} tour${turns > 1 ? 's' : ''}`,
  headlines: {
    micro_f1: 'marqueurs, micro-F1',
    macro_f1: 'marqueurs, macro-F1',
    behaviours_kappa: 'comportements, κ',
    emotion_kappa: 'émotion, κ quadratique',
    flags_f1: 'moments signalés, F1',
  },
  short: {
    micro_f1: 'micro-F1',
    macro_f1: 'macro-F1',
    behaviours_kappa: 'κ comport.',
    emotion_kappa: 'κ émotion',
    flags_f1: 'F1 moments',
  },
  groupings: { source: 'PAR SOURCE', channel: 'PAR CANAL', variety: 'PAR VARIÉTÉ' },
  precision: 'précision',
  recall: 'rappel',
  exact: 'accord exact',
  calm: (flagged, conversations, share) =>
    `conversations calmes signalées à tort : ${flagged} sur ${conversations} (${share})`,
  macroNote: 'macro-F1 : moyenne sur les marqueurs que la personne a posés au moins une fois.',
  intervalNote:
    'De … à … : intervalle à 95 %, par rééchantillonnage des conversations. κ : accord au-delà du hasard (1 = parfait, 0 = hasard).',
  marker: 'MARQUEUR',
  behaviour: 'COMPORTEMENT',
  criterion: 'CRITÈRE',
  support: 'POSÉS',
  found: 'TROUVÉS',
  misses: 'MANQUÉS',
  falseAlarms: 'À TORT',
  pairs: 'JUGÉS',
  conversations: 'CONV.',
  calmFlagged: 'CALMES À TORT',
  stripped: 'SANS PONCTUATION, CAPITALES NI ACCENTS',
  asWritten: 'ÉCRIT',
  bare: 'DÉPOUILLÉ',
  lost: 'POINTS',
  miss: 'manqué',
  falseAlarm: 'à tort',
  person: 'personne',
  heard: 'ecoute',
  nothing: 'rien',
  disagreement: 'désaccord',
  turn: 'tour',
  emotion: 'émotion',
  flags: 'moments signalés',
  polarity: { negative: 'difficile', positive: 'heureux' },
  noDisagreement: 'Aucun désaccord.',
  interval: 'κ À 95 %',
  overall: 'ensemble',
  scales: (scales) => `Notes en points, montré au-delà de la moitié du maximum : ${scales}.`,
  noViolations: 'La grille ne distingue pas « contredit » de « manqué » : ecoute non plus, ici.',
  sheet: (grades, conversations) =>
    `${grades} note${grades > 1 ? 's' : ''} sur ${conversations} conversation${conversations > 1 ? 's' : ''}`,
  disagreements: (n) => `${n} désaccord${n > 1 ? 's' : ''}`,
};

const en: AgreementWords = {
  figure: figureIn('en-US'),
  share: shareIn('en-US'),
  points: pointsIn('en-US'),
  range: (low, high) => `${low} to ${high}`,
  colon: ': ',
  measured: (conversations, turns) =>
    `${conversations} conversation${conversations === 1 ? '' : 's'}, ${turns} turn${turns === 1 ? '' : 's'}`,
  headlines: {
    micro_f1: 'markers, micro F1',
    macro_f1: 'markers, macro F1',
    behaviours_kappa: 'behaviours, κ',
    emotion_kappa: 'emotion, quadratic κ',
    flags_f1: 'flags, F1',
  },
  short: {
    micro_f1: 'micro F1',
    macro_f1: 'macro F1',
    behaviours_kappa: 'κ behav.',
    emotion_kappa: 'κ emotion',
    flags_f1: 'F1 flags',
  },
  groupings: { source: 'BY SOURCE', channel: 'BY CHANNEL', variety: 'BY VARIETY' },
  precision: 'precision',
  recall: 'recall',
  exact: 'exact agreement',
  calm: (flagged, conversations, share) =>
    `calm conversations flagged wrongly: ${flagged} of ${conversations} (${share})`,
  macroNote: 'Macro F1: mean over the markers that the person marked at least once.',
  intervalNote:
    'From … to …: 95% interval, conversations drawn again. κ: agreement beyond chance (1 = perfect, 0 = chance).',
  marker: 'MARKER',
  behaviour: 'BEHAVIOUR',
  criterion: 'CRITERION',
  support: 'SUPPORT',
  found: 'FOUND',
  misses: 'MISSES',
  falseAlarms: 'FALSE ALARMS',
  pairs: 'JUDGED',
  conversations: 'CONV.',
  calmFlagged: 'CALM FLAGGED',
  stripped: 'WITHOUT PUNCTUATION, CAPITALS AND ACCENTS',
  asWritten: 'AS WRITTEN',
  bare: 'STRIPPED',
  lost: 'POINTS',
  miss: 'miss',
  falseAlarm: 'false alarm',
  person: 'person',
  heard: 'ecoute',
  nothing: 'nothing',
  disagreement: 'disagreement',
  turn: 'turn',
  emotion: 'emotion',
  flags: 'flags',
  polarity: { negative: 'difficult', positive: 'happy' },
  noDisagreement: 'No disagreement.',
  interval: 'κ AT 95%',
  overall: 'overall',
  scales: (scales) => `Grades in points, shown above half of the maximum: ${scales}.`,
  noViolations: 'The sheet does not tell violated from missed: neither does ecoute here.',
  sheet: (grades, conversations) =>
    `${grades} grade${grades === 1 ? '' : 's'} on ${conversations} conversation${conversations === 1 ? '' : 's'}`,
  disagreements: (n) => `${n} disagreement${n === 1 ? '' : 's'}`,
};

/** The words of the agreement tables in a language. */
export const agreementWords: Readonly<Record<'fr' | 'en', AgreementWords>> = { fr, en };
