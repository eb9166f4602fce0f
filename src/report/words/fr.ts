// What the pages say in French. Written for a coach and an agent who read together: plain, fair, never a verdict on the person.
import { agentFr } from './agent-fr.ts';
import { calibrationFr } from './calibration-fr.ts';
import { conversationFr } from './conversation-fr.ts';
import { figuresIn } from './numbers.ts';
import { teamFr } from './team-fr.ts';
import { typeset } from './typography.ts';

const f = figuresIn('fr');
const s = (n: number): string => (n > 1 ? 's' : '');
const conversations = (n: number): string => `${f.count(n)} conversation${s(n)}`;

const words = {
  lang: 'fr' as 'fr' | 'en',
  colon: ' : ',
  quote: (text: string): string => `« ${text} »`,
  list: (items: readonly string[]): string =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`,
  conversations,
  period: (from: string | null, to: string | null): string => {
    if (from === null || to === null) return 'sans date';
    return from === to ? `le ${f.day(from)}` : `du ${f.day(from)} au ${f.day(to)}`;
  },
  channels: (calls: number, chats: number): string =>
    [calls > 0 ? `${f.count(calls)} appel${s(calls)}` : '', chats > 0 ? `${f.count(chats)} chat${s(chats)}` : '']
      .filter((one) => one !== '')
      .join(', '),
  channel: { chat: 'chat', call: 'appel' },
  roles: { agent: 'Conseiller', client: 'Client', bot: 'Robot', system: 'Système' },
  verdicts: { shown: 'montré', missed: 'manqué', violated: 'contredit', na: 'sans objet' },
  verdictsLong: {
    shown: 'montré : entendu dans la conversation',
    missed: 'manqué : l’occasion était là, cela n’est pas venu',
    violated: 'contredit : l’inverse s’est produit',
    na: 'sans objet : rien ne l’appelait',
  },
  nav: {
    pages: 'Pages',
    skip: 'Aller au contenu',
    index: 'Accueil',
    team: 'Équipe',
    madeBy: 'Rapport ecoute. Chaque chiffre repose sur des mots cités ; en cas de doute, la conversation fait foi.',
  },
  notes: {
    title: 'Comment lire ces chiffres',
    quality:
      'Qualité : part, de 0 à 100, des comportements attendus qui ont été montrés, chacun avec son poids dans la grille. Une conversation où rien n’était à juger ne compte pas.',
    interval:
      'Entre … et … : la vraie valeur se trouve très probablement (95 fois sur 100) entre ces deux bornes. Moins il y a de conversations, plus l’écart est large.',
    few: (n: number) =>
      `Trop peu de conversations : sous ${n} conversations jugées, un chiffre tient trop au hasard pour comparer. Rien n’est classé ; les moments cités restent utiles.`,
    team: 'Équipe : toutes les conversations des autres conseillers de ce rapport, celles de la personne non comprises.',
    trend:
      'Tendance : points de qualité gagnés ou perdus par semaine, en moyenne. Si l’intervalle contient 0, on ne peut dire ni hausse ni baisse.',
    consistency:
      'Régularité : écart habituel d’une conversation à l’autre, en points de qualité. Plus il est petit, plus le client reçoit un service égal.',
    shown:
      'Montré 4 fois sur 6 : sur 6 conversations où l’occasion se présentait, 4 l’ont montré. Les conversations sans occasion ne comptent pas.',
    choice:
      'Ces points sont choisis par l’écart avec l’équipe, la sûreté de cet écart et le poids du comportement dans la grille. « Net » : l’écart n’est presque sûrement pas un hasard ; « probable » : sans doute pas ; « à confirmer » : une piste à vérifier à l’écoute.',
    emotion:
      'Émotion du client, tour par tour, de −3 (colère, détresse) à +3 (joie), d’après ses mots. Le conseiller, lui, est jugé sur ce qu’il dit, jamais sur une humeur supposée.',
    rank: 'La place est donnée comme une fourchette : celle que les chiffres permettent. Deux conseillers que rien ne sépare sûrement ne sont pas départagés.',
    heat: 'Part montrée, sur les conversations où l’occasion se présentait. Une case de moins de 3 occasions reste vide (—).',
  },
  certainty: { clear: 'net', likely: 'probable', tentative: 'à confirmer' },
  standing: {
    above: 'au-dessus de l’équipe',
    alike: 'au niveau de l’équipe',
    below: 'en dessous de l’équipe',
    'too-few': 'trop peu de conversations pour comparer',
    alone: 'pas d’équipe à qui comparer',
  },
  times: (shown: number, of: number) => `montré ${f.count(shown)} fois sur ${f.count(of)}`,
  teamTimes: (share: string) => `équipe : ${share}`,
  range: (low: string, high: string) => `entre ${low} et ${high}`,
  agent: agentFr,
  conversation: conversationFr,
  team: teamFr,
  calibration: calibrationFr,
  alerts: {
    abuse: 'propos abusifs',
    'churn-threat': 'menace de départ',
    'escalation-demand': 'demande d’un responsable',
    'repeat-contact': 'contact répété',
  },
  moment: {
    turn: (n: number) => `tour ${f.count(n)}`,
    turns: (list: string) => `tours ${list}`,
    insteadOf: 'À cet endroit, il y avait place pour des mots comme :',
  },
  emotionAxis: { low: 'fâché', middle: 'neutre', high: 'ravi' },
  emotionAlt: (values: string) => `Courbe de l’émotion du client, tour par tour : ${values}.`,
  index: {
    title: 'Rapport d’écoute',
    lead: 'Choisissez un conseiller pour sa fiche de coaching, ou la vue d’équipe.',
    find: 'Pour trouver un nom dans une longue liste : la recherche du navigateur (Ctrl ou ⌘ + F).',
    files: 'Fichiers pour tableur et pour machines',
    csv: 'tableau (CSV)',
  },
};

/** Every word of the pages in one language. */
export type ReportWords = typeof words;

/** The words of the pages in French. */
export const fr: ReportWords = typeset(words);
