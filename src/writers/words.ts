// The words of the terminal outputs, in French and in English.
import type { Alert, Note } from '../model/assessment.ts';
import type { Verdict } from '../model/behaviour.ts';
import type { Channel, Role } from '../model/conversation.ts';

/** Every word of the terminal outputs in one language. */
export interface Words {
  readonly roles: Readonly<Record<Role, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly alerts: Readonly<Record<Alert, string>>;
  readonly notes: Readonly<Record<Note, string>>;
  readonly quote: (text: string) => string;
  readonly number: (n: number) => string;
  readonly percent: (n: number) => string;
  readonly turns: (n: number) => string;
  readonly turn: (ranges: string) => string;
  readonly quality: string;
  readonly notJudged: string;
  readonly judgedOf: (judged: number) => string;
  readonly emotion: string;
  readonly positiveFlag: string;
  readonly negativeFlag: string;
  readonly recovered: string;
  readonly notRecovered: string;
  readonly alert: string;
  readonly critical: string;
  readonly searched: (ranges: string) => string;
  readonly nothingHeard: string;
  readonly unknownAgent: string;
  readonly rules: string;
  readonly sections: string;
  readonly agents: {
    readonly title: string;
    readonly agent: string;
    readonly conversations: string;
    readonly quality: string;
    readonly critical: string;
    readonly flags: string;
    readonly recovered: string;
    readonly toWork: string;
  };
}

const fr: Words = {
  roles: { agent: 'conseiller', client: 'client', bot: 'robot', system: 'système' },
  channels: { chat: 'chat', call: 'appel' },
  verdicts: { shown: 'montré', missed: 'manqué', violated: 'contredit', na: 'sans objet' },
  alerts: {
    abuse: 'propos abusifs',
    'churn-threat': 'menace de départ',
    'escalation-demand': "demande d'escalade",
    'repeat-contact': 'réitération',
  },
  notes: {
    'not-french': 'pas en français, rien n’est jugé',
    bilingual: 'bilingue',
    'roles-guessed': 'rôles devinés',
    'no-agent-turns': 'aucun tour du conseiller',
    'no-client-turns': 'aucun tour du client',
  },
  quote: (text) => `« ${text} »`,
  number: (n) => n.toLocaleString('fr-FR'),
  percent: (n) => `${n.toLocaleString('fr-FR', { maximumFractionDigits: 0 })} %`,
  turns: (n) => `${n} tour${n > 1 ? 's' : ''}`,
  turn: (ranges) => `tour${/[–,]/.test(ranges) ? 's' : ''} ${ranges}`,
  quality: 'qualité',
  notJudged: 'non jugée',
  judgedOf: (judged) => `sur ${judged} comportement${judged > 1 ? 's' : ''} en jeu`,
  emotion: 'émotion',
  positiveFlag: 'moment fort',
  negativeFlag: 'moment difficile',
  recovered: 'redressé',
  notRecovered: 'non redressé',
  alert: 'alerte',
  critical: 'critique',
  searched: (ranges) => `cherché, en vain : ${ranges}`,
  nothingHeard: 'rien relevé',
  unknownAgent: '(sans nom)',
  rules: 'règles',
  sections: 'rubriques, de gauche à droite',
  agents: {
    title: 'Par conseiller',
    agent: 'conseiller',
    conversations: 'conv.',
    quality: 'qualité',
    critical: 'critiques',
    flags: 'difficiles',
    recovered: 'redressés',
    toWork: 'à travailler',
  },
};

const en: Words = {
  roles: { agent: 'agent', client: 'client', bot: 'bot', system: 'system' },
  channels: { chat: 'chat', call: 'call' },
  verdicts: { shown: 'shown', missed: 'missed', violated: 'violated', na: 'not applicable' },
  alerts: {
    abuse: 'abuse',
    'churn-threat': 'threat to leave',
    'escalation-demand': 'demand for escalation',
    'repeat-contact': 'repeated contact',
  },
  notes: {
    'not-french': 'not French, nothing is judged',
    bilingual: 'bilingual',
    'roles-guessed': 'roles guessed',
    'no-agent-turns': 'no turn of the agent',
    'no-client-turns': 'no turn of the client',
  },
  quote: (text) => `“${text}”`,
  number: (n) => n.toLocaleString('en-US'),
  percent: (n) => `${n.toLocaleString('en-US', { maximumFractionDigits: 0 })}%`,
  turns: (n) => `${n} turn${n === 1 ? '' : 's'}`,
  turn: (ranges) => `turn${/[–,]/.test(ranges) ? 's' : ''} ${ranges}`,
  quality: 'quality',
  notJudged: 'not judged',
  judgedOf: (judged) => `over ${judged} applicable behaviour${judged === 1 ? '' : 's'}`,
  emotion: 'emotion',
  positiveFlag: 'high point',
  negativeFlag: 'difficult moment',
  recovered: 'recovered',
  notRecovered: 'not recovered',
  alert: 'alert',
  critical: 'critical',
  searched: (ranges) => `searched in vain: ${ranges}`,
  nothingHeard: 'nothing heard',
  unknownAgent: '(no name)',
  rules: 'rules',
  sections: 'sections, from left to right',
  agents: {
    title: 'By agent',
    agent: 'agent',
    conversations: 'conv.',
    quality: 'quality',
    critical: 'critical',
    flags: 'difficult',
    recovered: 'recovered',
    toWork: 'to work on',
  },
};

/** The words of the terminal outputs in a language. */
export const words: Readonly<Record<'fr' | 'en', Words>> = { fr, en };
