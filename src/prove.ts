// Runs the examples that lexicon files carry: what must be heard is heard exactly there, the rest stays silent.
import { detector } from './detect/detect.ts';
import type { Fault } from './errors.ts';
import type { Conversation, Role, Turn } from './model/conversation.ts';
import type { Example, Rules } from './model/rules.ts';

/** Runs every example of the rules; one fault for each that fails. */
export function prove(rules: Rules): Fault[] {
  const detect = detector(rules);
  return rules.examples.flatMap((example) => {
    const { conversation, turn } = staged(example);
    const { evidence, cues } = detect(conversation);
    const heard =
      example.hears === 'emotion'
        ? cues.filter((cue) => cue.turn === turn)
        : evidence.filter((e) => e.turn === turn && e.marker === example.hears);
    const found = heard.map((h) => example.text.slice(h.start, h.end));
    const wanted = example.spans.map((s) => example.text.slice(s.start, s.end));
    const isRight =
      heard.length === wanted.length &&
      example.spans.every((s) => heard.some((h) => h.start === s.start && h.end === s.end));
    if (isRight) return [];
    const show = (quotes: string[]) => (quotes.length === 0 ? 'nothing' : quotes.map((q) => `« ${q} »`).join(', '));
    return [
      {
        file: example.file,
        line: example.line,
        column: 1,
        message: `heard ${show(found)}, the example wants ${show(wanted)}: ${example.text}`,
      },
    ];
  });
}

/** A conversation around an example, so that conditions on place and context have something to look at. */
function staged(example: Example): { conversation: Conversation; turn: number } {
  const other: Role = example.speaker === 'agent' ? 'client' : 'agent';
  const lines: [Role, string][] = [];
  const filler = (count: number) => {
    for (let i = 0; i < count; i++) lines.push([other, '—'], [example.speaker, '—']);
  };
  if (example.position === 'middle' || example.position === 'last') filler(6);
  if (example.before) lines.push([other, example.before]);
  const turn = lines.length;
  lines.push([example.speaker, example.text]);
  if (example.position === 'middle' || example.position === 'first') {
    lines.push([other, '—']);
    filler(6);
  }
  const turns: Turn[] = lines.map(([role, text], index) => ({ index, role, text }));
  return {
    turn,
    conversation: {
      id: 'example',
      channel: 'chat',
      agent: { id: null, ...(example.agentName && { name: example.agentName }) },
      ...(example.clientName && { client: { name: example.clientName } }),
      roles: 'given',
      turns,
      from: { file: example.file, line: example.line },
    },
  };
}
