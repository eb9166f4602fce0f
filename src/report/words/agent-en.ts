// The words of the agent page, in English.
import type { agentFr } from './agent-fr.ts';
import { figuresIn } from './numbers.ts';

const f = figuresIn('en');
const s = (n: number): string => (n === 1 ? '' : 's');
const conversations = (n: number): string => `${f.count(n)} conversation${s(n)}`;
const ordinal = (n: number): string => {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${f.count(n)}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

/** Its words in English. */
export const agentEn: typeof agentFr = {
  eyebrow: 'Coaching sheet',
  judged: (judged, all) =>
    judged === all ? `${conversations(all)}, all judged` : `${conversations(all)}, ${f.count(judged)} judged`,
  brief: 'In short',
  quality: (mean, range) =>
    `Over the conversations that were judged, quality is ${mean} out of 100${range === null ? '' : `, very likely ${range}`}.`,
  beside: {
    above: (team) => `That is more than the rest of the team (${team}), and the difference is clear.`,
    alike: (team) => `The rest of the team is at ${team}: nothing says that one does better than the other.`,
    below: (team) => `That is less than the rest of the team (${team}), and the difference is clear.`,
    'too-few': (team) => `The rest of the team is at ${team}, but there are too few conversations here to compare.`,
    alone: () => '',
  },
  nothing: 'No conversation could be judged: there is nothing to say about quality.',
  doesWell: (list) => `To keep: ${list}.`,
  workOn: (list) => `To work on first: ${list}.`,
  strengths: 'What goes well',
  strengthsLead: 'The strengths, with the words that show them.',
  noStrength: 'Not enough conversations yet to name strengths; the moments below give an idea.',
  priorities: 'What to work on',
  prioritiesLead: 'A few points at a time. For each: where it was at stake, and other words that were possible.',
  noPriority: 'Nothing stands out as a priority in these conversations.',
  againstTeam: { better: 'more often than the team', worse: 'less often than the team' },
  own: { better: 'well established, as in the team', worse: 'as in the team, and there is something to gain' },
  aim: 'The aim',
  tryIt: 'To try',
  noQuote: 'Nothing is quoted here: it shows in words that are absent rather than in a word.',
  searched: (turns) => `Looked for and not found: ${turns}.`,
  figures: 'The figures',
  chartQuality: 'Quality',
  chartLegend: 'Dot: mean; bar: interval; dashes: the team.',
  chartTrend: 'Week by week',
  trend: {
    improves: (slope, range) => `Improving: ${slope} points a week (${range}).`,
    declines: (slope, range) => `Declining: ${slope} points a week (${range}).`,
    steady: (slope, range) =>
      `No certain rise or fall: ${slope} points a week, but the interval (${range}) includes 0.`,
    unknown: () => 'Too few conversations or weeks to speak of a trend.',
  },
  consistencyTitle: 'Consistency',
  consistency: {
    steadier: (own, team) =>
      `Steadier than the team: usually ${own} points apart from one conversation to the next, against ${team}.`,
    alike: (own, team) =>
      `As steady as the team: usually ${own} points apart from one conversation to the next, against ${team}.`,
    'more-variable': (own, team) =>
      `More variable than the team: usually ${own} points apart from one conversation to the next, against ${team}. What happens in the weaker ones?`,
    unknown: () => 'Too few conversations to speak of consistency.',
  },
  rank: (best, worst, of) =>
    best === worst
      ? `${ordinal(best)} of ${f.count(of)}`
      : `between ${ordinal(best)} and ${ordinal(worst)} of ${f.count(of)}`,
  rankTitle: 'Place in the team',
  noRank: 'no rank: too few conversations.',
  critical: (n) =>
    n === 0 ? 'No critical behaviour was violated.' : `A critical behaviour was violated in ${conversations(n)}.`,
  behaviours: 'All behaviours',
  behaviour: 'Behaviour',
  distribution: 'Share',
  ownShort: 'Here',
  violatedTimes: (n) => `violated ${f.count(n)} time${s(n)}`,
  shown: 'Shown',
  team: 'Team',
  noOccasion: 'no occasion',
  celebrated: 'Fine moments',
  celebratedLead: 'To listen to again together, for the pleasure and to keep the manner.',
  risen: (from, to) => `The client was at ${from} and rose to ${to}.`,
  delighted: (to) => `A happy client (${to}).`,
  difficult: 'Difficult exchanges',
  difficultLead: (negative, recovered) =>
    `${f.count(negative)} difficult moment${s(negative)}, ${f.count(recovered)} of them recovered. Clients sometimes arrive angry: we look at what helped, not at who is to blame.`,
  noDifficult: 'No difficult moment was found.',
  recovered: 'Recovered: the client ended up calmer.',
  notRecovered: 'Not recovered before the end.',
  whatAgentDid: 'What the agent said then',
  nothingHeard: 'no marker found in these turns',
  abuse: 'Exposure to abuse',
  abuseLead: (n, of) =>
    `Insulting or threatening words of clients in ${conversations(n)} of ${f.count(of)}. This is no measure of quality: it is a load. Offer time to talk about it, a break, relief.`,
  fineFlaws: 'Fine flaws',
  fineFlawsLead: 'Ways that are sometimes reproached, and that clients gain from. To be seen as qualities.',
  flaws: {
    'taking-time': {
      title: 'Takes time',
      text: (n) => `${conversations(n)} among the longest, which the client left content. The time was useful.`,
    },
    'insisting-inside': {
      title: 'Insists inside the house',
      text: (n) => `${conversations(n)} in which a problem was carried inside for the client.`,
    },
    thoroughness: {
      title: 'Cares for detail',
      text: (n) =>
        `${conversations(n)} in which all was said back, checked and confirmed, and the client left content.`,
    },
  },
  list: 'The conversations',
  listLead: (shown, all) =>
    shown === all ? `All ${conversations(all)}, latest first.` : `The ${f.count(shown)} latest of ${f.count(all)}.`,
  date: 'Date',
  conversation: 'Conversation',
  qualityShort: 'Quality',
  lowest: 'Lowest emotion',
  lastEmotion: 'At the end',
  signs: 'To note',
  hard: 'difficult moment',
  hardRecovered: 'difficult moment, recovered',
  delight: 'high point',
  noTranscripts: 'Sentences are not shown whole: add --transcripts with the conversations themselves.',
};
