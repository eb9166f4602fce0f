// The words of the page of one conversation, in French.
import { figuresIn } from './numbers.ts';

const f = figuresIn('fr');
const s = (n: number): string => (n > 1 ? 's' : '');

/** Its words in French. */
export const conversationFr = {
  eyebrow: 'Conversation',
  agent: 'Conseiller',
  turns: (n: number) => `${f.count(n)} tour${s(n)}`,
  quality: 'Qualité',
  notJudged: 'non jugée',
  emotion: 'L’émotion du client',
  transcript: 'La conversation',
  transcriptLead: 'En marge, ce qui a été relevé ; dans le texte, les mots qui le fondent.',
  verdicts: 'Les comportements',
  verdict: 'Verdict',
  felt: (value: string) => `émotion ${value}`,
  ground: 'Sur quoi cela repose',
  searched: (turns: string) => `cherché sans le trouver, ${turns}`,
  looked: (turns: string) => `d’après les ${turns}`,
  critical: 'critique',
  flags: { negative: 'moment difficile', positive: 'moment fort' },
  notes: {
    'not-french': 'Cette conversation n’est pas en français : rien n’y est jugé.',
    bilingual: 'Conversation bilingue : seule la part en français est entendue.',
    'roles-guessed': 'L’export ne dit pas qui parle : les rôles ont été devinés.',
    'no-agent-turns': 'Aucun tour du conseiller.',
    'no-client-turns': 'Aucun tour du client.',
  },
};
