// A mapping file (YAML) → a Mapping, or every fault of it with its line.
import { readFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Fault, IoError, RuleError } from '../../errors.ts';
import type { Role } from '../../model/conversation.ts';
import { constantFields, type Filter, type MappedField, type Mapping, mappedFields } from './mapping.ts';

const keys = ['each', 'records', 'turns', 'delimiter', 'fields', 'speakers', 'constants', 'only', 'drop'] as const;
const roles: readonly Role[] = ['agent', 'client', 'bot', 'system'];

/** Reads a mapping file. Throws an IoError where it cannot be read, a RuleError with every fault of it. */
export async function mappingFrom(file: string): Promise<Mapping> {
  const source = await readFile(file, 'utf8').catch((error: Error) => {
    throw new IoError(`${file}: the mapping cannot be read: ${error.message}`, 66);
  });
  return mappingOf(source, file);
}

/** Reads the text of a mapping file. */
export function mappingOf(source: string, file: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const faults: Fault[] = [];
  const fault = (offset: number, message: string): void => {
    const { line, col } = lines.linePos(offset);
    faults.push({ file, line: Math.max(1, line), column: Math.max(1, col), message });
  };
  for (const error of document.errors) fault(error.pos[0], error.message.split('\n')[0]!.replace(/ at line .*$/, ''));
  const root = document.contents;
  if (faults.length === 0 && !isMap(root)) fault(0, `a mapping is expected, with the keys ${keys.join(', ')}`);
  if (!isMap(root)) throw new RuleError(faults);
  const reading: Reading = { fault, at: (node) => (node as Node | null)?.range?.[0] ?? 0 };
  const mapping = read(root, reading);
  if (faults.length > 0) throw new RuleError(faults);
  return mapping;
}

interface Reading {
  readonly fault: (offset: number, message: string) => void;
  readonly at: (node: unknown) => number;
}

function read(root: YAMLMap, reading: Reading): Mapping {
  const { fault, at } = reading;
  const parts = entriesOf(root, keys, reading);
  const each = parts.has('each') ? wordOf(parts.get('each'), reading) : 'message';
  if (each !== undefined && each !== 'message' && each !== 'conversation')
    fault(at(parts.get('each')), `each: ${each}; one of message, conversation is expected`);
  const fields = textsOf(parts.get('fields'), Object.keys(mappedFields) as MappedField[], reading);
  if (!parts.has('fields')) fault(at(root), 'no fields; at least text is expected: which column or path holds it');
  else if (fields.text === undefined)
    fault(at(parts.get('fields')), 'fields: no text; the column or path of what is said is expected');
  const [records, turns, delimiter] = (['records', 'turns', 'delimiter'] as const).map((key) =>
    parts.has(key) ? wordOf(parts.get(key), reading) : undefined,
  );
  if (delimiter !== undefined && delimiter.length !== 1)
    fault(at(parts.get('delimiter')), 'delimiter: one character is expected');
  return {
    each: each === 'conversation' ? each : 'message',
    ...(records === undefined ? {} : { records }),
    ...(turns === undefined ? {} : { turns }),
    ...(delimiter === undefined ? {} : { delimiter }),
    fields,
    speakers: speakersOf(parts.get('speakers'), reading),
    constants: textsOf(parts.get('constants'), constantFields, reading),
    only: filtersOf(parts.get('only'), reading),
    drop: filtersOf(parts.get('drop'), reading),
  };
}

/** The entries of a map by key; keys that are not allowed are faults. */
function entriesOf(
  node: unknown,
  allowed: readonly string[] | undefined,
  { fault, at }: Reading,
): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return entries;
  if (!isMap(node)) {
    fault(at(node), `keys with values are expected${allowed === undefined ? '' : `: ${allowed.join(', ')}`}`);
    return entries;
  }
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (allowed !== undefined && !allowed.includes(name))
      fault(at(key), `unknown key "${name}"; one of ${allowed.join(', ')} is expected`);
    else entries.set(name, value);
  }
  return entries;
}

function textsOf<K extends string>(node: unknown, allowed: readonly K[], reading: Reading): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const [key, value] of entriesOf(node, allowed, reading)) {
    const word = wordOf(value, reading);
    if (word !== undefined) texts[key as K] = word;
  }
  return texts;
}

function wordOf(node: unknown, { fault, at }: Reading): string | undefined {
  if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) return String(node.value);
  fault(at(node), 'a text is expected: the name of a column, its number, or a path');
  return undefined;
}

function wordsOf(node: unknown, reading: Reading): string[] {
  if (isSeq(node)) return node.items.flatMap((item) => wordOf(item, reading) ?? []);
  return [wordOf(node, reading)].flatMap((word) => word ?? []);
}

function speakersOf(node: unknown, reading: Reading): ReadonlyMap<string, Role> {
  const speakers = new Map<string, Role>();
  for (const [role, names] of entriesOf(node, roles, reading))
    for (const name of wordsOf(names, reading)) speakers.set(name, role as Role);
  return speakers;
}

function filtersOf(node: unknown, reading: Reading): Filter[] {
  return [...entriesOf(node, undefined, reading)].map(([column, values]) => ({
    column,
    values: wordsOf(values, reading),
  }));
}
