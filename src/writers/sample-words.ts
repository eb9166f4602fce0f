// The words of `sample`, in French and in English.
import type { DrawKind, Gain } from '../model/sample.ts';

/** Every word of a sample in one language. */
export interface SampleWords {
  readonly figure: (value: number) => string;
  readonly title: (drawn: number, seen: number, agents: number, seed: number) => string;
  readonly notJudged: (n: number) => string;
  readonly drawnOf: (drawn: number, conversations: number) => string;
  readonly kinds: Readonly<Record<DrawKind, string>>;
  readonly critical: (behaviours: string) => string;
  readonly violated: (behaviours: string) => string;
  readonly quality: (percent: string) => string;
  readonly unrecovered: (peak: string) => string;
  readonly recovered: (peak: string) => string;
  readonly delight: (peak: string) => string;
  readonly gainTitle: string;
  readonly gainNote: string;
  readonly base: Readonly<Record<Gain['kind'], (so: number, labelled: number) => string>>;
  readonly drawnHits: (hits: number, drawn: number, byChance: string, times: string) => string;
  readonly top: (conversations: number, hits: number, lift: string, between: string) => string;
  readonly between: (low: string, high: string) => string;
}

const figureIn =
  (locale: string) =>
  (value: number): string =>
    value.toLocaleString(locale, { maximumFractionDigits: 1 });

const s = (n: number): string => (n > 1 ? 's' : '');

const fr: SampleWords = {
  figure: figureIn('fr-FR'),
  title: (drawn, seen, agents, seed) =>
    `${drawn} conversation${s(drawn)} à écouter sur ${seen}, pour ${agents} conseiller${s(agents)} (graine ${seed})`,
  notJudged: (n) => `${n} conversation${s(n)} où rien n’a pu être jugé : jamais tirée${s(n)}.`,
  drawnOf: (drawn, conversations) => `— ${drawn} sur ${conversations}`,
  kinds: { 'likely-bad': 'à risque', 'likely-excellent': 'excellente ?', random: 'au hasard' },
  critical: (behaviours) => `critique contredit : ${behaviours}`,
  violated: (behaviours) => `contredit : ${behaviours}`,
  quality: (percent) => `qualité ${percent}`,
  unrecovered: (peak) => `moment difficile (${peak}) non redressé`,
  recovered: (peak) => `moment difficile (${peak}) redressé`,
  delight: (peak) => `client ravi (${peak})`,
  gainTitle: 'Gain sur le hasard, d’après les étiquettes',
  gainNote:
    'Mauvaise : un comportement critique contredit, ou moins de la moitié de ce qui s’appliquait montré. Excellente : neuf dixièmes montrés, rien de contredit. De … à … : intervalle à 95 %.',
  base: {
    'likely-bad': (so, labelled) => `mauvaises selon la personne : ${so} sur ${labelled}`,
    'likely-excellent': (so, labelled) => `excellentes selon la personne : ${so} sur ${labelled}`,
  },
  drawnHits: (hits, drawn, byChance, times) =>
    `tirées pour cela : ${hits} sur ${drawn} le sont ; au hasard ${byChance} (× ${times})`,
  top: (conversations, hits, lift, between) =>
    `les ${conversations} qui en ont le plus l’air, tous conseillers réunis : ${hits} le sont (× ${lift}${between})`,
  between: (low, high) => `, de ${low} à ${high}`,
};

const en: SampleWords = {
  figure: figureIn('en-US'),
  title: (drawn, seen, agents, seed) =>
    `${drawn} conversation${s(drawn)} to listen to of ${seen}, for ${agents} agent${s(agents)} (seed ${seed})`,
  notJudged: (n) => `${n} conversation${s(n)} in which nothing could be judged: never drawn.`,
  drawnOf: (drawn, conversations) => `— ${drawn} of ${conversations}`,
  kinds: { 'likely-bad': 'at risk', 'likely-excellent': 'excellent?', random: 'by chance' },
  critical: (behaviours) => `critical one violated: ${behaviours}`,
  violated: (behaviours) => `violated: ${behaviours}`,
  quality: (percent) => `quality ${percent}`,
  unrecovered: (peak) => `difficult moment (${peak}) not recovered`,
  recovered: (peak) => `difficult moment (${peak}) recovered`,
  delight: (peak) => `delighted client (${peak})`,
  gainTitle: 'Gain over chance, by the labels',
  gainNote:
    'Bad: a critical behaviour violated, or less than half of what applied was shown. Excellent: nine tenths shown, nothing violated. From … to …: 95% interval.',
  base: {
    'likely-bad': (so, labelled) => `bad to the person: ${so} of ${labelled}`,
    'likely-excellent': (so, labelled) => `excellent to the person: ${so} of ${labelled}`,
  },
  drawnHits: (hits, drawn, byChance, times) =>
    `drawn for that: ${hits} of ${drawn} are; by chance ${byChance} (× ${times})`,
  top: (conversations, hits, lift, between) =>
    `the ${conversations} that look most so, whoever the agent: ${hits} are (× ${lift}${between})`,
  between: (low, high) => `, ${low} to ${high}`,
};

/** The words of a sample in a language. */
export const sampleWords: Readonly<Record<'fr' | 'en', SampleWords>> = { fr, en };
