// The words of the calibration page, in French.
import { figuresIn } from './numbers.ts';

const f = figuresIn('fr');
const s = (n: number): string => (n > 1 ? 's' : '');
const conversations = (n: number): string => `${f.count(n)} conversation${s(n)}`;

/** Its words in French. */
export const calibrationFr = {
  title: 'Calibrage',
  eyebrow: 'Séance de calibrage',
  lead: (grades: number, all: number) =>
    `${f.count(grades)} notes de l’équipe sur ${conversations(all)}, comparées au jugement d’ecoute.`,
  overall: 'Ensemble',
  criteria: 'Les critères',
  criterion: 'Critère de l’équipe',
  behaviour: 'Comportement',
  grades: 'Notes',
  exact: 'Accord exact',
  kappa: 'κ',
  kappaRange: 'κ, entre … et …',
  meaning: 'En clair',
  levels: {
    none: 'pas mieux que le hasard',
    slight: 'faible',
    fair: 'passable',
    moderate: 'moyen',
    good: 'bon',
    excellent: 'très bon',
    unknown: '—',
  },
  note: 'κ (kappa) : accord au-delà de celui que donnerait le hasard. 0 : pas mieux que le hasard ; 1 : accord parfait. Entre deux personnes entraînées, 0,6 à 0,8 est usuel.',
  table: 'Qui a dit quoi',
  tableLead: 'Lignes : la personne. Colonnes : ecoute. La diagonale est l’accord.',
  person: 'La personne',
  ecoute: 'ecoute',
  disagreements: 'Les désaccords, à discuter',
  disagreementsLead: 'Ni l’un ni l’autre n’a raison d’office. Relisez les mots, puis accordez-vous sur la règle.',
  by: (name: string) => `noté par ${name}`,
  comment: 'Commentaire',
  none: 'Aucun désaccord.',
  more: (n: number) => `… et ${f.count(n)} autres, dans le fichier CSV.`,
  violations: 'Cette grille ne distingue pas « contredit » de « manqué » : ici, ecoute non plus.',
  labels: 'Accord avec des étiquettes',
  measure: 'Mesure',
  value: 'Valeur',
  interval: 'Entre … et …',
  marker: 'Marqueur',
  support: 'Posés',
  found: 'Trouvés',
  precision: 'Précision',
  recall: 'Rappel',
  headlines: {
    micro_f1: 'marqueurs, micro-F1',
    macro_f1: 'marqueurs, macro-F1',
    behaviours_kappa: 'comportements, κ',
    emotion_kappa: 'émotion, κ quadratique',
    flags_f1: 'moments signalés, F1',
  },
};
