// Names of the pages: safe on every system, and nothing of a transcript in them.
import { createHash } from 'node:crypto';

const longestSlug = 40;

/** The page of an agent. Two agents never share one, whatever their ids are made of. */
export function agentPageName(key: string): string {
  const slug = key
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestSlug)
    .replace(/-+$/, '');
  return `agents/${slug === '' ? '' : `${slug}-`}${hash(key, 8)}.html`;
}

/** The page of a conversation: a hash alone, as ids of conversations may hold phone numbers or names. */
export function conversationPageName(id: string, startedAt: string | null | undefined): string {
  return `conversations/${hash(`${id}\u0000${startedAt ?? ''}`, 16)}.html`;
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
