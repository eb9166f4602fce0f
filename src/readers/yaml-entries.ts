// Reads the values of a YAML file that people write; whatever is not as expected becomes a fault with its line.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Fault, RuleError } from '../errors.ts';

/** Where faults go, and where a value stands. */
export interface YamlReading {
  readonly fault: (offset: number, message: string) => void;
  readonly at: (node: unknown) => number;
}

/** Reads a file whose top level must be a map with certain keys. Throws a RuleError with every fault at once. */
export function readYaml<T>(
  source: string,
  file: string,
  keys: readonly string[],
  read: (root: YAMLMap, reading: YamlReading) => T,
): T {
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
  const found = read(root, { fault, at: (node) => (node as Node | null)?.range?.[0] ?? 0 });
  if (faults.length > 0) throw new RuleError(faults);
  return found;
}

/** The entries of a map by key; keys that are not allowed are faults. */
export function entriesOf(
  node: unknown,
  allowed: readonly string[] | undefined,
  { fault, at }: YamlReading,
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

/** A text or number, as text. */
export function wordOf(node: unknown, { fault, at }: YamlReading): string | undefined {
  if (isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) return String(node.value);
  fault(at(node), 'a text is expected: the name of a column, its number, or a path');
  return undefined;
}

/** One text, or a list of them. */
export function wordsOf(node: unknown, reading: YamlReading): string[] {
  if (isSeq(node)) return node.items.flatMap((item) => wordOf(item, reading) ?? []);
  return [wordOf(node, reading)].flatMap((word) => word ?? []);
}

/** A number. */
export function numberOf(node: unknown, { fault, at }: YamlReading): number | undefined {
  if (isScalar(node) && typeof node.value === 'number') return node.value;
  fault(at(node), 'a number is expected');
  return undefined;
}
