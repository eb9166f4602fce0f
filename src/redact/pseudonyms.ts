// Agents under another name: the same one in every run with the same key, and no way back without it.
import { createHmac } from 'node:crypto';

const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 8;
const shape = /^agent-[2-9a-z]{8}$/;

/** Gives each agent a pseudonym drawn from a key; one that has a pseudonym already keeps it. */
export function pseudonymsFrom(key: string): (agent: string) => string {
  return (agent) => {
    if (shape.test(agent)) return agent;
    const bytes = createHmac('sha256', key).update(agent).digest();
    let name = '';
    for (let at = 0; at < length; at++) name += letters[bytes[at]! % letters.length];
    return `agent-${name}`;
  };
}
