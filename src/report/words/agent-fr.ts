// The words of the agent page, in French: read by a coach and the agent side by side.
import { figuresIn } from './numbers.ts';

const f = figuresIn('fr');
const s = (n: number): string => (n > 1 ? 's' : '');
const conversations = (n: number): string => `${f.count(n)} conversation${s(n)}`;
const ordinal = (n: number): string => (n === 1 ? '1re' : `${f.count(n)}e`);
// « −4,8 points », mais « +1,5 point ».
const slopeS = (slope: string): string => (/^[+−]?[01](,\d)?$/.test(slope) ? '' : 's');

/** Its words in French. */
export const agentFr = {
  eyebrow: 'Fiche de coaching',
  judged: (judged: number, all: number) =>
    judged === all
      ? `${conversations(all)}, toute${s(all)} jugée${s(all)}`
      : `${conversations(all)}, dont ${f.count(judged)} jugée${s(judged)}`,
  brief: 'En bref',
  quality: (mean: string, range: string | null) =>
    `Sur les conversations jugées, la qualité est de ${mean} sur 100${range === null ? '' : `, très probablement ${range}`}.`,
  beside: {
    above: (team: string) => `C’est plus que le reste de l’équipe (${team}), et l’écart est net.`,
    alike: (team: string) => `Le reste de l’équipe est à ${team} : rien ne permet de dire que l’un fait mieux.`,
    below: (team: string) => `C’est moins que le reste de l’équipe (${team}), et l’écart est net.`,
    'too-few': (team: string) =>
      `Le reste de l’équipe est à ${team}, mais il y a ici trop peu de conversations pour comparer.`,
    alone: () => '',
  },
  nothing: 'Aucune conversation n’a pu être jugée : il n’y a rien à dire de la qualité.',
  doesWell: (list: string) => `À garder : ${list}.`,
  workOn: (list: string) => `À travailler d’abord : ${list}.`,
  strengths: 'Ce qui va bien',
  strengthsLead: 'Les points forts, avec les mots qui le montrent.',
  noStrength:
    'Pas encore assez de conversations pour dégager des points forts ; les moments cités plus bas en donnent une idée.',
  priorities: 'Ce qu’il y a à travailler',
  prioritiesLead: 'Peu de points à la fois. Pour chacun : où cela s’est joué, et d’autres mots possibles.',
  noPriority: 'Rien ne ressort comme à travailler en priorité dans ces conversations.',
  againstTeam: { better: 'plus souvent que l’équipe', worse: 'moins souvent que l’équipe' },
  own: { better: 'un acquis, comme dans l’équipe', worse: 'comme l’équipe, et il y a à gagner' },
  aim: 'Le but',
  tryIt: 'À essayer',
  noQuote: 'Rien n’est cité ici : cela se voit à l’absence de mots plutôt qu’à un mot.',
  searched: (turns: string) => `Cherché sans le trouver : ${turns}.`,
  figures: 'Les chiffres',
  chartQuality: 'Qualité',
  chartLegend: 'Point : moyenne ; barre : intervalle ; tirets : l’équipe.',
  chartTrend: 'Semaine par semaine',
  trend: {
    improves: (slope: string, range: string) => `En progrès : ${slope} point${slopeS(slope)} par semaine (${range}).`,
    declines: (slope: string, range: string) => `En baisse : ${slope} point${slopeS(slope)} par semaine (${range}).`,
    steady: (slope: string, range: string) =>
      `Ni hausse ni baisse assurée : ${slope} point${slopeS(slope)} par semaine, mais l’intervalle (${range}) n’exclut pas 0.`,
    unknown: () => 'Trop peu de conversations ou de semaines pour parler de tendance.',
  },
  consistencyTitle: 'Régularité',
  consistency: {
    steadier: (own: string, team: string) =>
      `Plus régulier que l’équipe : ${own} points d’écart habituel d’une conversation à l’autre, contre ${team}.`,
    alike: (own: string, team: string) =>
      `Aussi régulier que l’équipe : ${own} points d’écart habituel d’une conversation à l’autre, contre ${team}.`,
    'more-variable': (own: string, team: string) =>
      `Plus variable que l’équipe : ${own} points d’écart habituel d’une conversation à l’autre, contre ${team}. Que se passe-t-il dans les moins bonnes ?`,
    unknown: () => 'Trop peu de conversations pour parler de régularité.',
  },
  rank: (best: number, worst: number, of: number) =>
    best === worst
      ? `${ordinal(best)} sur ${f.count(of)}`
      : `entre la ${ordinal(best)} et la ${ordinal(worst)} place sur ${f.count(of)}`,
  rankTitle: 'Place dans l’équipe',
  noRank: 'Pas de classement : trop peu de conversations.',
  critical: (n: number) =>
    n === 0
      ? 'Aucun comportement critique n’a été contredit.'
      : `Un comportement critique a été contredit dans ${conversations(n)}.`,
  behaviours: 'Tous les comportements',
  behaviour: 'Comportement',
  distribution: 'Répartition',
  ownShort: 'Ici',
  violatedTimes: (n: number) => `contredit ${f.count(n)} fois`,
  shown: 'Montré',
  team: 'Équipe',
  noOccasion: 'pas d’occasion',
  celebrated: 'De beaux moments',
  celebratedLead: 'À réécouter ensemble, pour le plaisir et pour en garder la manière.',
  risen: (from: string, to: string) => `Le client était à ${from} ; il est remonté à ${to}.`,
  delighted: (to: string) => `Un client content (${to}).`,
  difficult: 'Des échanges difficiles',
  difficultLead: (negative: number, recovered: number) =>
    `${f.count(negative)} moment${s(negative)} difficile${s(negative)}, dont ${f.count(recovered)} redressé${s(recovered)}. Le client arrive parfois fâché : on regarde ce qui a aidé, non qui est en faute.`,
  noDifficult: 'Aucun moment difficile relevé.',
  recovered: 'Redressé : le client a fini apaisé.',
  notRecovered: 'Non redressé avant la fin.',
  whatAgentDid: 'Ce que le conseiller a dit alors',
  nothingHeard: 'aucun marqueur relevé dans ces tours',
  abuse: 'Exposition aux propos abusifs',
  abuseLead: (n: number, of: number) =>
    `Propos insultants ou menaçants de clients dans ${conversations(n)} sur ${f.count(of)}. Ce n’est pas un critère de qualité : c’est une charge. Proposez un temps pour en parler, une pause, un relais.`,
  fineFlaws: 'De beaux défauts',
  fineFlawsLead: 'Des manières qu’on reproche parfois, et dont le client sort gagnant. À voir comme des qualités.',
  flaws: {
    'taking-time': {
      title: 'Prend le temps',
      text: (n: number) =>
        `${conversations(n)} parmi les plus longues, dont le client sort content. La durée était utile.`,
    },
    'insisting-inside': {
      title: 'Insiste en interne',
      text: (n: number) => `${conversations(n)} où un problème est porté à l’intérieur de la maison pour le client.`,
    },
    thoroughness: {
      title: 'Soigne le détail',
      text: (n: number) => `${conversations(n)} où tout est reformulé, vérifié, confirmé, et le client sort content.`,
    },
  },
  list: 'Les conversations',
  listLead: (shown: number, all: number) =>
    shown === all
      ? `Les ${conversations(all)}, de la plus récente à la plus ancienne.`
      : `Les ${f.count(shown)} plus récentes sur ${f.count(all)}.`,
  date: 'Date',
  conversation: 'Conversation',
  qualityShort: 'Qualité',
  lowest: 'Émotion la plus basse',
  lastEmotion: 'À la fin',
  signs: 'À noter',
  hard: 'moment difficile',
  hardRecovered: 'moment difficile, redressé',
  delight: 'moment fort',
  noTranscripts: 'Les phrases ne sont pas montrées en entier : ajoutez --transcripts avec les conversations d’origine.',
};
