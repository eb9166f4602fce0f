// A mapping file (YAML) → a Mapping, or every fault of it with its line.
import { readFile } from 'node:fs/promises';
import type { YAMLMap } from 'yaml';
import { IoError } from '../../errors.ts';
import type { Role } from '../../model/conversation.ts';
import { entriesOf, readYaml, wordOf, wordsOf, type YamlReading } from '../yaml-entries.ts';
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
  return readYaml(source, file, keys, read);
}

function read(root: YAMLMap, reading: YamlReading): Mapping {
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

function textsOf<K extends string>(
  node: unknown,
  allowed: readonly K[],
  reading: YamlReading,
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const [key, value] of entriesOf(node, allowed, reading)) {
    const word = wordOf(value, reading);
    if (word !== undefined) texts[key as K] = word;
  }
  return texts;
}

function speakersOf(node: unknown, reading: YamlReading): ReadonlyMap<string, Role> {
  const speakers = new Map<string, Role>();
  for (const [role, names] of entriesOf(node, roles, reading))
    for (const name of wordsOf(names, reading)) speakers.set(name, role as Role);
  return speakers;
}

function filtersOf(node: unknown, reading: YamlReading): Filter[] {
  return [...entriesOf(node, undefined, reading)].map(([column, values]) => ({
    column,
    values: wordsOf(values, reading),
  }));
}
