// Examples of a lexicon file: `+ words <heard> words` must be heard exactly there, `- words` must stay silent.
// Before the words, in parentheses: what the other side said, the place of the turn, or names.
//   + (client : j'en ai assez) <je comprends votre colère>
//   + (fin) <bonsoir à vous>      + (nom : Marie Roy) merci <madame Roy>
import { isScalar, type Node } from 'yaml';
import type { Fault } from '../errors.ts';
import type { Example } from '../model/rules.ts';
import type { YamlFile } from './yaml-text.ts';

interface Source {
  readonly yaml: YamlFile;
  readonly node: Node | null | undefined;
  readonly file: string;
  readonly hears: string;
  readonly speaker: 'agent' | 'client';
}

const positions: Readonly<Record<string, 'first' | 'middle' | 'last'>> = {
  début: 'first',
  milieu: 'middle',
  fin: 'last',
};

/** Reads the block of examples; faults carry the line of the example. */
export function readExamples({ yaml, node, file, hears, speaker }: Source, faults: Fault[]): Example[] {
  if (!isScalar(node) || typeof node.value !== 'string') return [];
  const firstLine = yaml.line(node) + 1;
  const examples: Example[] = [];
  node.value.split('\n').forEach((raw, index) => {
    const line = firstLine + index;
    const trimmed = raw.trim();
    if (trimmed === '') return;
    const match = /^([+-])\s+((?:\([^)]*\)\s*)*)(.*)$/.exec(trimmed);
    if (!match) {
      faults.push({
        file,
        line,
        column: 1,
        message: `found "${trimmed.slice(0, 30)}"; an example starts with "+ " or "- "`,
      });
      return;
    }
    const context = readContext(match[2]!, (message) => faults.push({ file, line, column: 1, message }));
    const { text, spans } = takeSpans(match[3]!);
    if (match[1] === '+' && spans.length === 0)
      faults.push({
        file,
        line,
        column: 1,
        message: 'a positive example without < >; put < > around the words that must be heard',
      });
    if (match[1] === '-' && spans.length > 0)
      faults.push({ file, line, column: 1, message: 'a negative example with < >; nothing of it may be heard' });
    examples.push({ hears, speaker, text, spans, ...context, file, line });
  });
  return examples;
}

function readContext(source: string, complain: (message: string) => void) {
  const context: { before?: string; position?: 'first' | 'middle' | 'last'; clientName?: string; agentName?: string } =
    {};
  for (const [, inside] of source.matchAll(/\(([^)]*)\)/g)) {
    const [key, value] = inside!.split(/\s*:\s*(.*)/s) as [string, string | undefined];
    if (value === undefined && key in positions) context.position = positions[key]!;
    else if ((key === 'client' || key === 'conseiller') && value) context.before = value;
    else if (key === 'nom' && value) context.clientName = value;
    else if (key === 'moi' && value) context.agentName = value;
    else
      complain(
        `found "(${inside})"; allowed: (client : …), (conseiller : …), (nom : …), (moi : …), (début), (milieu), (fin)`,
      );
  }
  return context;
}

/** Takes the < > out of an example and keeps the places that they enclosed. */
function takeSpans(source: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    // « \< » writes the sign itself, for masked names.
    if (c === '\\' && (source[i + 1] === '<' || source[i + 1] === '>')) text += source[++i];
    else if (c === '<') open = text.length;
    else if (c === '>' && open >= 0) {
      spans.push({ start: open, end: text.length });
      open = -1;
    } else text += c;
  }
  return { text, spans };
}
