// Which column is what, by its French or English name; and who speaks, by the word that the export uses.
import type { Role } from '../model/conversation.ts';

export const columnNames = {
  id: [
    'id_conversation',
    'conversation_id',
    'conversationid',
    'conversation',
    'num_appel',
    'numero_appel',
    'id_appel',
    'call_id',
    'ticket',
    'ticket_id',
    'id_ticket',
    'chat_id',
    'id_chat',
    'dossier',
    'session_id',
    'id',
  ],
  speaker: [
    'locuteur',
    'emetteur',
    'expediteur',
    'auteur',
    'role',
    'speaker',
    'sender',
    'sendertype',
    'sender_type',
    'author',
    'qui',
    'from',
    'participant',
    'intervenant',
  ],
  text: ['message', 'texte', 'contenu', 'verbatim', 'text', 'body', 'content', 'transcript', 'transcription', 'msg'],
  at: [
    'horodatage',
    'date_heure',
    'date',
    'heure',
    'timestamp',
    'time',
    'sendtime',
    'sent_at',
    'created_at',
    'datetime',
  ],
  start: ['debut', 'start', 'start_s', 'debut_s', 'begin'],
  end: ['fin', 'end', 'end_s', 'fin_s'],
  agentId: ['matricule', 'login', 'agent_id', 'agentid', 'id_agent', 'id_conseiller'],
  agentName: [
    'conseiller',
    'conseillere',
    'agent',
    'agent_name',
    'nom_agent',
    'nom_conseiller',
    'prepose',
    'operateur',
  ],
  clientName: ['client', 'client_name', 'nom_client', 'cliente', 'customer', 'visiteur', 'appelant'],
  channel: ['canal', 'channel', 'media', 'type_contact'],
} as const;

export type ColumnId = keyof typeof columnNames;

/** Places of the columns that were found. */
export type Columns = Readonly<Partial<Record<ColumnId, number>>>;

/** Finds columns by name; case, accents, spaces and hyphens do not matter. */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map(plain);
  const columns: Partial<Record<ColumnId, number>> = {};
  for (const [id, wanted] of Object.entries(columnNames) as [ColumnId, readonly string[]][]) {
    const name = wanted.find((n) => names.includes(n) && !Object.values(columns).includes(names.indexOf(n)));
    if (name !== undefined) columns[id] = names.indexOf(name);
  }
  return columns;
}

const speakers: Readonly<Record<Role, readonly string[]>> = {
  agent: [
    'agent',
    'conseiller',
    'conseillere',
    'teleconseiller',
    'teleconseillere',
    'tc',
    'cc',
    'operateur',
    'operatrice',
    'prepose',
    'preposee',
    'vendeur',
    'vendeuse',
    'sav',
    'support',
    'expert',
    'operator',
    'advisor',
    'rep',
    'conseil',
    'assistance',
    'charge de clientele',
  ],
  client: [
    'client',
    'cliente',
    'visiteur',
    'visiteuse',
    'appelant',
    'appelante',
    'usager',
    'usagere',
    'assure',
    'assuree',
    'abonne',
    'abonnee',
    'c',
    'customer',
    'visitor',
    'user',
    'end user',
    'end_user',
    'caller',
    'consumer',
    'contact',
    'locataire',
    'patient',
    'patiente',
    'membre',
  ],
  bot: [
    'bot',
    'robot',
    'assistant virtuel',
    'assistante virtuelle',
    'automate',
    'automatique',
    'ivr',
    'svi',
    'virtual assistant',
    'chatbot',
    'trigger',
  ],
  system: ['system', 'systeme', 'evenement', 'event', 'info', 'note', 'note interne', 'superviseur', 'supervisor'],
};

const roleBySpeaker = new Map<string, Role>(
  (Object.entries(speakers) as [Role, readonly string[]][]).flatMap(([role, words]) =>
    words.map((word) => [word, role] as const),
  ),
);

/** The role that a speaker word stands for; « Agent 2 » and « Conseiller : Paul » count. */
export function roleOfSpeaker(speaker: string): Role | undefined {
  const name = plain(speaker).replaceAll('_', ' ');
  return roleBySpeaker.get(name) ?? roleBySpeaker.get(name.replace(/\s*[:(\d].*$/, '').trim());
}

/** Every speaker word that is understood, for messages. */
export const speakerWords = [...roleBySpeaker.keys()].join(', ');

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/_/g, '_');
}
