// YAML read with its places, so that every fault can be told with line and column, all at once.
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault } from '../errors.ts';

/** A YAML node, or undefined where a key has none. */
export type YamlNode = Node | undefined;

/** One YAML file under reading: its root, and where faults go. */
export interface MarkedYaml {
  readonly root: YamlNode;
  readonly faults: Fault[];
  /** Notes a fault at a node; without one, at the start of the file. */
  fault(node: YamlNode, message: string): void;
  /** The entries of a map; notes unknown keys, repeated keys and anything that is no map. */
  fields(node: YamlNode, what: string, known: readonly string[] | null): ReadonlyMap<string, Field>;
  /** The items of a list, or none with a fault. */
  items(node: YamlNode, what: string): readonly Node[];
  /** A text, or undefined with a fault. */
  text(node: YamlNode, what: string): string | undefined;
  /** A number within bounds, or undefined with a fault. */
  number(node: YamlNode, what: string, least: number): number | undefined;
}

export interface Field {
  readonly key: Node;
  readonly value: YamlNode;
}

/** Parses a YAML text; syntax faults are noted like all others. */
export function markedYaml(file: string, source: string): MarkedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const faults: Fault[] = [];
  const note = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    faults.push({ file, line: Math.max(1, line), column: Math.max(1, col), message });
  };
  for (const error of document.errors) note(error.pos[0], error.message);

  const fault = (node: YamlNode, message: string) => note(node?.range?.[0] ?? 0, message);

  return {
    root: isNode(document.contents) ? document.contents : undefined,
    faults,
    fault,
    fields(node, what, known) {
      const found = new Map<string, Field>();
      if (!isMap(node)) {
        fault(node, `${what} must be a map of keys and values`);
        return found;
      }
      for (const pair of node.items) {
        if (!isScalar(pair.key) || typeof pair.key.value !== 'string') {
          fault(isNode(pair.key) ? pair.key : node, `a key of ${what} must be a word`);
          continue;
        }
        const name = pair.key.value;
        if (known && !known.includes(name))
          fault(pair.key, `${what} has no key "${name}"; allowed: ${known.join(', ')}`);
        found.set(name, { key: pair.key, value: isNode(pair.value) ? pair.value : undefined });
      }
      return found;
    },
    items(node, what) {
      if (isSeq(node)) return node.items.filter(isNode);
      fault(node, `${what} must be a list`);
      return [];
    },
    text(node, what) {
      if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') return node.value.trim();
      fault(node, `${what} must be a text`);
      return undefined;
    },
    number(node, what, least) {
      if (isScalar(node) && typeof node.value === 'number' && node.value >= least) return node.value;
      fault(node, `${what} must be a number of at least ${least}`);
      return undefined;
    },
  };
}
