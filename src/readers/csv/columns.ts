// Which column holds what, by the names that French and English exports give them.
import { foldLabel } from '../settle/speaker-words.ts';

/** What a column can hold. */
export type Field =
  | 'conversation'
  | 'at'
  | 'date'
  | 'time'
  | 'speaker'
  | 'text'
  | 'agentId'
  | 'agentName'
  | 'clientId'
  | 'clientName'
  | 'channel'
  | 'order'
  | 'start'
  | 'end'
  | 'startMs'
  | 'endMs';

/** Names by field, the likelier first: where two columns could hold the same, the earlier name wins. */
const names: Readonly<Record<Field, string>> = {
  conversation:
    'id conversation, conversation id, conversationid, conversation, num conversation, numero conversation, id appel, num appel, numero appel, appel id, call id, callid, id chat, chat id, session id, id session, id echange, id interaction, interaction id, contact id, id contact, ticket id, id ticket, num ticket, ticket, dossier, num dossier, thread id, transcript id, reference, ref, identifiant, id',
  at: 'horodatage, timestamp, date heure, date et heure, datetime, date message, date envoi, date du message, send time, sendtime, sent at, sent time, created at, createdat, entry time, message time, envoye le, at',
  date: 'date, jour, day',
  time: 'heure, time, hour, heure message, heure envoi',
  speaker:
    'role, speaker role, sender type, sendertype, sender role, author type, author role, type auteur, type expediteur, type emetteur, participant role, actor type, type locuteur, locuteur, emetteur, expediteur, auteur, speaker, sender, from, author, participant, de, qui, parle, intervenant, source',
  text: 'texte, message, contenu, verbatim, text, body, content, transcription, transcript, msg, contenu message, message text, texte message, utterance, phrase, propos, parole, dialogue, echange, conversation texte',
  agentId:
    'matricule, matricule agent, matricule conseiller, login, login agent, agent id, agentid, id agent, id conseiller, code agent, code conseiller, agent',
  agentName:
    'conseiller, conseillere, nom agent, nom conseiller, nom du conseiller, agent name, agentname, teleconseiller, operateur, operator, advisor, prepose, agent',
  clientId: 'id client, client id, customer id, customerid, num client, numero client, code client, visitor id',
  clientName:
    'client, nom client, nom du client, client name, customer name, customer, visiteur, visitor name, appelant',
  channel: 'canal, channel, media, media type, type de contact, type contact, canal de contact',
  order:
    'ordre, index, seq, sequence, num message, numero message, message index, turn, tour, rang, position, no message',
  start: 'debut, start, start time, starttime, start sec, start s, debut s, offset',
  end: 'fin, end, end time, endtime, end sec, end s, fin s',
  startMs: 'start ms, startms, debut ms, offset ms, begin offset millis',
  endMs: 'end ms, endms, fin ms, end offset millis',
};

const wantedNames = (Object.keys(names) as Field[]).map((field) => [field, names[field].split(', ')] as const);

/** The column of each field that was found. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** JSON records come with the same keys again and again. */
const known = new Map<string, Columns>();
const mostKnown = 1000;
const longestKnown = 2000;

/** Finds the columns of a header row. A column serves one field only. */
export function columnsOf(header: readonly string[]): Columns {
  const key = header.join('\u0000');
  const found = known.get(key) ?? newColumnsOf(header);
  if (known.size >= mostKnown) known.clear();
  if (key.length <= longestKnown) known.set(key, found);
  return found;
}

function newColumnsOf(header: readonly string[]): Columns {
  const folded = header.map(foldLabel);
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  for (const [field, wanted] of wantedNames) {
    const column = wanted
      .map((name) => folded.findIndex((found, i) => found === name && !taken.has(i)))
      .find((index) => index >= 0);
    if (column === undefined) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** Some names of a field, for a message about what was not found. */
export function someNames(field: Field): string {
  return names[field].split(', ').slice(0, 4).join(', ');
}
