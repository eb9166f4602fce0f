// Every format that can be read, in the order in which they are tried: the particular ones before those that many files resemble.
import { assemblyai } from './formats/assemblyai.ts';
import { awsCallAnalytics } from './formats/aws-call-analytics.ts';
import { awsTranscribe } from './formats/aws-transcribe.ts';
import { brevo } from './formats/brevo.ts';
import { connectChat } from './formats/connect-chat.ts';
import { contactLens } from './formats/contact-lens.ts';
import { crisp } from './formats/crisp.ts';
import { csvMessages } from './formats/csv-messages.ts';
import { csvTranscripts } from './formats/csv-transcripts.ts';
import { deepgram } from './formats/deepgram.ts';
import { freshchat } from './formats/freshchat.ts';
import { genesys } from './formats/genesys.ts';
import { gladia, gladiaLive } from './formats/gladia.ts';
import { googleConversation } from './formats/google-conversation.ts';
import { googleInsights } from './formats/google-insights.ts';
import { intercom } from './formats/intercom.ts';
import { jsonConversations } from './formats/json-conversations.ts';
import { jsonMessages } from './formats/json-messages.ts';
import { liveperson } from './formats/liveperson.ts';
import { ndjson } from './formats/ndjson.ts';
import { plainText } from './formats/plain-text.ts';
import { salesforce } from './formats/salesforce.ts';
import { salesforceLiveChat } from './formats/salesforce-live-chat.ts';
import { srt, vtt } from './formats/subtitles.ts';
import { sunshine } from './formats/sunshine.ts';
import { twilioConversations } from './formats/twilio-conversations.ts';
import { twilioIntelligence } from './formats/twilio-intelligence.ts';
import { whatsapp } from './formats/whatsapp.ts';
import { whisper } from './formats/whisper.ts';
import { zendeskChat } from './formats/zendesk-chat.ts';
import { zendeskTickets } from './formats/zendesk-tickets.ts';
import type { Head, Reader } from './reader.ts';

/** The readers. A format that is not in this list does not exist. */
export const readers = [
  ndjson,
  contactLens,
  connectChat,
  awsCallAnalytics,
  awsTranscribe,
  genesys,
  googleInsights,
  googleConversation,
  zendeskChat,
  zendeskTickets,
  sunshine,
  intercom,
  liveperson,
  freshchat,
  crisp,
  salesforce,
  salesforceLiveChat,
  twilioIntelligence,
  twilioConversations,
  brevo,
  deepgram,
  gladia,
  gladiaLive,
  assemblyai,
  whisper,
  jsonConversations,
  jsonMessages,
  vtt,
  srt,
  whatsapp,
  csvMessages,
  csvTranscripts,
  plainText,
] as const satisfies readonly Reader[];

export type ReaderId = (typeof readers)[number]['id'];

/** What `--from` may name. */
export const readerIds: readonly ReaderId[] = readers.map(({ id }) => id);

/** Where content does not tell, the name does: better an account of every line than none. */
const byName: readonly (readonly [RegExp, ReaderId])[] = [
  [/\.(ndjson|jsonl)$/, 'ndjson'],
  [/\.(csv|tsv)$/, 'csv'],
  [/^-$/, 'ndjson'],
];

/** The reader of a file, by its content and then its name. */
export function readerOf(head: Head): Reader<ReaderId> | undefined {
  const byContent = readers.find((reader) => reader.detects(head));
  if (byContent !== undefined) return byContent;
  const id = byName.find(([name]) => name.test(head.name))?.[1];
  return readers.find((reader) => reader.id === id);
}

/** The reader of that id. */
export function readerNamed(id: string): Reader<ReaderId> | undefined {
  return readers.find((reader) => reader.id === id);
}
