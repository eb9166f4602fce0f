// The words of the page of one conversation, in English.
import type { conversationFr } from './conversation-fr.ts';

/** Its words in English. */
export const conversationEn: typeof conversationFr = {
  eyebrow: 'Conversation',
  agent: 'Agent',
  turns: (n) => `${n} turn${n === 1 ? '' : 's'}`,
  quality: 'Quality',
  notJudged: 'not judged',
  emotion: 'The client’s emotion',
  transcript: 'The conversation',
  transcriptLead: 'In the margin what was found; in the text the words that it rests on.',
  verdicts: 'The behaviours',
  verdict: 'Verdict',
  felt: (value) => `emotion ${value}`,
  ground: 'What it rests on',
  searched: (turns) => `looked for and not found, ${turns}`,
  looked: (turns) => `from ${turns}`,
  critical: 'critical',
  flags: { negative: 'difficult moment', positive: 'high point' },
  notes: {
    'not-french': 'This conversation is not in French: nothing in it is judged.',
    bilingual: 'Bilingual conversation: only its French part is heard.',
    'roles-guessed': 'The export does not say who speaks: roles were guessed.',
    'no-agent-turns': 'No turn of the agent.',
    'no-client-turns': 'No turn of the client.',
  },
};
