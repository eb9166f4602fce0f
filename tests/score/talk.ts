// A conversation in shorthand for the tests of judging: `A: text | markers`, `C: text | markers | emotion`, `S:`, `B:`,
// with `+20s` before a line for seconds of silence.
import type { Conversation, Role, Turn } from '../../src/model/conversation.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { markerIds } from '../../src/model/marker.ts';

export interface Talk {
  readonly conversation: Conversation;
  readonly evidence: readonly Evidence[];
  readonly emotion: readonly (number | null)[];
}

const roles: Readonly<Record<string, Role>> = { A: 'agent', C: 'client', S: 'system', B: 'bot' };

/** Reads the shorthand; `client` is the name in the metadata. */
export function talk(script: string, client?: string): Talk {
  const turns: Turn[] = [];
  const evidence: Evidence[] = [];
  const emotion: (number | null)[] = [];
  let clock = 0;
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    const [, pause, who, rest] = /^\s*(?:\+(\d+)s )?([ACSB]): (.*)$/.exec(line) ?? [];
    if (who === undefined || rest === undefined) throw new Error(`not a turn: ${line}`);
    const [text = '', markers = '', felt = '0'] = rest.split('|').map((part) => part.trim());
    const role = roles[who]!;
    const startMs = clock + Number(pause ?? 1) * 1000;
    clock = startMs + text.length * 60;
    turns.push({ index, role, text, startMs, endMs: clock });
    emotion.push(role === 'client' ? Number(felt) : null);
    for (const name of markers.split(' ').filter(Boolean)) {
      const marker = markerIds.find((id) => id === name);
      if (!marker) throw new Error(`no marker ${name}`);
      evidence.push({ marker, turn: index, start: 0, end: text.length, quote: text, because: 'test' });
    }
  }
  const conversation: Conversation = {
    id: 't',
    channel: 'call',
    agent: { id: 'a1' },
    ...(client !== undefined && { client: { name: client } }),
    roles: 'given',
    turns,
    from: { file: 'test' },
  };
  return { conversation, evidence, emotion };
}
