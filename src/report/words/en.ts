// What the pages say in English.
import { agentEn } from './agent-en.ts';
import { calibrationEn } from './calibration-en.ts';
import { conversationEn } from './conversation-en.ts';
import type { ReportWords } from './fr.ts';
import { figuresIn } from './numbers.ts';
import { teamEn } from './team-en.ts';

const f = figuresIn('en');
const s = (n: number): string => (n === 1 ? '' : 's');
const conversations = (n: number): string => `${f.count(n)} conversation${s(n)}`;

/** The words of the pages in English. */
export const en: ReportWords = {
  lang: 'en',
  colon: ': ',
  quote: (text) => `“${text}”`,
  list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  conversations,
  period: (from, to) => {
    if (from === null || to === null) return 'no date';
    return from === to ? f.day(from) : `${f.day(from)} to ${f.day(to)}`;
  },
  channels: (calls, chats) =>
    [calls > 0 ? `${f.count(calls)} call${s(calls)}` : '', chats > 0 ? `${f.count(chats)} chat${s(chats)}` : '']
      .filter((one) => one !== '')
      .join(', '),
  channel: { chat: 'chat', call: 'call' },
  roles: { agent: 'Agent', client: 'Client', bot: 'Bot', system: 'System' },
  verdicts: { shown: 'shown', missed: 'missed', violated: 'violated', na: 'not applicable' },
  verdictsLong: {
    shown: 'shown: heard in the conversation',
    missed: 'missed: the occasion was there, it did not come',
    violated: 'violated: the opposite happened',
    na: 'not applicable: nothing called for it',
  },
  nav: {
    pages: 'Pages',
    skip: 'Skip to content',
    index: 'Home',
    team: 'Team',
    madeBy: 'Report by ecoute. Every figure rests on quoted words; where in doubt, the conversation decides.',
  },
  notes: {
    title: 'How to read these figures',
    quality:
      'Quality: share, from 0 to 100, of the expected behaviours that were shown, each with its weight in the grid. A conversation in which nothing could be judged does not count.',
    interval:
      'Between … and …: the true value very likely lies (95 times in 100) between these bounds. The fewer the conversations, the wider they are.',
    few: (n) =>
      `Too few conversations: under ${n} judged conversations a figure owes too much to chance to compare. Nothing is ranked; the moments quoted remain useful.`,
    team: 'Team: all conversations of the other agents of this report, without those of this person.',
    trend:
      'Trend: points of quality gained or lost a week, on average. Where the interval includes 0, neither rise nor fall can be told.',
    consistency:
      'Consistency: how far one conversation usually lies from the next, in points of quality. The smaller, the more even the service.',
    shown:
      'Shown 4 times of 6: of 6 conversations with an occasion, 4 showed it. Conversations without an occasion do not count.',
    choice:
      'These points are chosen by their difference from the team, how certain it is, and the weight of the behaviour in the grid. “Clear”: almost certainly not chance; “likely”: probably not; “to be confirmed”: a lead to check by listening.',
    emotion:
      'The client’s emotion turn by turn, from −3 (anger, distress) to +3 (joy), by the words. The agent is judged on what is said, never on a supposed mood.',
    rank: 'The place is given as a range: the one that the figures allow. Two agents whom nothing surely separates are not told apart.',
    heat: 'Share shown, over the conversations with an occasion. A cell with fewer than 3 occasions stays empty (—).',
  },
  certainty: { clear: 'clear', likely: 'likely', tentative: 'to be confirmed' },
  standing: {
    above: 'above the team',
    alike: 'level with the team',
    below: 'below the team',
    'too-few': 'too few conversations to compare',
    alone: 'no team to compare with',
  },
  times: (shown, of) => `shown ${f.count(shown)} time${s(shown)} of ${f.count(of)}`,
  teamTimes: (share) => `team: ${share}`,
  range: (low, high) => `between ${low} and ${high}`,
  agent: agentEn,
  conversation: conversationEn,
  team: teamEn,
  calibration: calibrationEn,
  alerts: {
    abuse: 'abuse',
    'churn-threat': 'threat to leave',
    'escalation-demand': 'demand for a superior',
    'repeat-contact': 'repeated contact',
  },
  moment: {
    turn: (n) => `turn ${f.count(n)}`,
    turns: (list) => `turns ${list}`,
    insteadOf: 'Here there was room for words such as:',
  },
  emotionAxis: { low: 'angry', middle: 'neutral', high: 'delighted' },
  emotionAlt: (values) => `The client’s emotion, turn by turn: ${values}.`,
  index: {
    title: 'Listening report',
    lead: 'Choose an agent for the coaching sheet, or the view of the team.',
    find: 'To find a name in a long list: the search of the browser (Ctrl or ⌘ + F).',
    files: 'Files for spreadsheets and machines',
    csv: 'table (CSV)',
  },
};
