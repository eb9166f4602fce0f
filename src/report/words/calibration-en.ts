// The words of the calibration page, in English.
import type { calibrationFr } from './calibration-fr.ts';
import { figuresIn } from './numbers.ts';

const f = figuresIn('en');
const s = (n: number): string => (n === 1 ? '' : 's');

/** Its words in English. */
export const calibrationEn: typeof calibrationFr = {
  title: 'Calibration',
  eyebrow: 'Calibration meeting',
  lead: (grades, all) =>
    `${f.count(grades)} grade${s(grades)} of the team over ${f.count(all)} conversation${s(all)}, against ecoute’s judgement.`,
  overall: 'Overall',
  criteria: 'The criteria',
  criterion: 'Criterion of the team',
  behaviour: 'Behaviour',
  grades: 'Grades',
  exact: 'Exact agreement',
  kappa: 'κ',
  kappaRange: 'κ, between … and …',
  meaning: 'In plain words',
  levels: {
    none: 'no better than chance',
    slight: 'slight',
    fair: 'fair',
    moderate: 'moderate',
    good: 'good',
    excellent: 'very good',
    unknown: '—',
  },
  note: 'κ (kappa): agreement beyond that which chance would give. 0: no better than chance; 1: perfect agreement. Between two trained people 0.6 to 0.8 is usual.',
  table: 'Who said what',
  tableLead: 'Rows: the person. Columns: ecoute. The diagonal is agreement.',
  person: 'The person',
  ecoute: 'ecoute',
  disagreements: 'Disagreements to discuss',
  disagreementsLead: 'Neither is right by default. Read the words again, then agree on the rule.',
  by: (name) => `graded by ${name}`,
  comment: 'Comment',
  none: 'No disagreement.',
  more: (n) => `… and ${f.count(n)} more, in the CSV file.`,
  violations: 'This grid does not tell “violated” from “missed”: here, neither does ecoute.',
  labels: 'Agreement with labels',
  measure: 'Measure',
  value: 'Value',
  interval: 'Between … and …',
  marker: 'Marker',
  support: 'Marked',
  found: 'Found',
  precision: 'Precision',
  recall: 'Recall',
  headlines: {
    micro_f1: 'markers, micro F1',
    macro_f1: 'markers, macro F1',
    behaviours_kappa: 'behaviours, κ',
    emotion_kappa: 'emotion, quadratic κ',
    flags_f1: 'flags, F1',
  },
};
