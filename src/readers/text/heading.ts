// Headings of plain-text transcripts → what they say: `=== 2026-10-03 14:05 | Conseillère : Aurélie | Client : M. Perrin ===`.
import type { Role } from '../../model/conversation.ts';
import { isoOf } from '../settle/clock.ts';
import { type AgentRef, channelOf } from '../settle/draft.ts';
import { foldLabel, roleOfLabel, type SpeakerWords } from '../settle/speaker-words.ts';

/** What a heading says about the conversation below it. */
export interface Heading {
  readonly id?: string;
  readonly startedAt?: string;
  readonly channel?: 'chat' | 'call' | undefined;
  readonly agent?: AgentRef;
  readonly clientName?: string;
}

const frame = /^\s*([=\-*_#~–—])\1{2,}\s*(.*?)\s*(?:\1{2,})?\s*$/;
const title =
  /^\s*(?:#+\s*)?(?:conversation|appel|chat|échange|echange|ticket|dossier|transcription|transcript|session|contact|call)\b[^:]{0,60}\d/i;
const idKeys =
  /^(?:id|n|no|num|numero|ref|reference|identifiant|(?:id |n |no |num |numero )?(?:conversation|ticket|dossier|appel|call|chat|session|contact|echange)(?: id| n)?)$/;
const dateKeys = /^(?:date|date et heure|date heure|heure|debut|horodatage|start|started|le|jour)$/;
const channelKeys = /^(?:canal|channel|media|type)$/;
const otherKeys =
  /^(?:duree|duration|fin|end|motif|sujet|objet|subject|file|queue|competence|statut|status|langue|language|csat|note|satisfaction)$/;

/** No heading is longer. */
const longest = 400;

/** `---` or `=== … ===`: what stands inside the frame (often nothing); undefined where the line is no frame. */
export function framed(line: string): string | undefined {
  return line.length > longest ? undefined : frame.exec(line)?.[2];
}

/** Whether a line reads as the title of a conversation: « Appel n° 12 du 03/10/2026 ». */
export function isTitle(line: string): boolean {
  return line.length <= longest && title.test(line);
}

/** Whether `key : value` can only be about the conversation, not something somebody says. */
export function isAbout(line: string): boolean {
  if (line.length > longest) return false;
  const key = /^\s*([^:]{1,40}?)\s*:\s*\S/.exec(line)?.[1];
  if (key === undefined) return false;
  const folded = foldLabel(key);
  return [idKeys, dateKeys, channelKeys, otherKeys].some((keys) => keys.test(folded));
}

/** Reads the lines of a heading together; `|` separates like a new line. */
export function headingOf(lines: readonly string[], words: SpeakerWords): Heading {
  const heading: { -readonly [K in keyof Heading]: Heading[K] } = {};
  for (const part of lines.flatMap((line) => (framed(line) ?? line).split(/\s*[|•]\s*/))) {
    const pair = /^\s*([^:]{1,40}?)\s*:\s+(\S.*?)\s*$/.exec(part);
    const date =
      /\d{4}-\d\d-\d\d(?:[T ]\d\d?:\d\d(?::\d\d)?)?|\d{1,2}\/\d{1,2}\/\d{4}(?:(?:,? | à )\d\d?[:h]\d\d(?::\d\d)?)?/.exec(
        part,
      )?.[0];
    const iso = date === undefined ? undefined : isoOf(date);
    if (pair === null) {
      const numbered = /(?:n[°o.º]\s*|#\s*|\b)([A-Z]{0,6}[-_]?\d[\w-]*)\s*(?:du|le|$|[-–—(])/i.exec(
        part.replace(date ?? '', ''),
      );
      if (isTitle(part)) heading.channel ??= channelOf(part);
      if (isTitle(part) && numbered) heading.id ??= numbered[1]!;
      if (iso !== undefined) heading.startedAt ??= iso;
      continue;
    }
    const [, key, value] = pair;
    const folded = foldLabel(key!);
    const role: Role | undefined = roleOfLabel(key!, words);
    if (role === 'agent') heading.agent ??= { name: value! };
    else if (role === 'client') heading.clientName ??= value!;
    else if (dateKeys.test(folded) && iso !== undefined) heading.startedAt ??= iso;
    else if (idKeys.test(folded)) heading.id ??= value!;
    else if (channelKeys.test(folded)) heading.channel ??= channelOf(value);
  }
  return heading;
}

/** Roles of the names that a heading gives, in lower case; first names too. */
export function namesOf({ agent, clientName }: Heading): ReadonlyMap<string, Role> {
  const names = new Map<string, Role>();
  const add = (name: string | undefined, role: Role): void => {
    const folded = name?.toLowerCase().trim();
    if (folded === undefined || folded === '') return;
    names.set(folded, role);
    const first = folded.split(/\s+/)[0]!;
    if (/^\p{L}{3,}$/u.test(first) && !/^(?:mme|mlle|monsieur|madame)$/.test(first) && !names.has(first))
      names.set(first, role);
  };
  add(clientName, 'client');
  add(agent?.name, 'agent');
  return names;
}
