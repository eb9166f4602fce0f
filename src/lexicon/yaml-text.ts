// YAML with places. Lexicon lists hold bare phrases, in which `#Class`, `{lemma}` and `!word` mean something else to
// YAML: list lines are quoted before parsing, and columns are given as the author sees them.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Fault } from '../errors.ts';

export interface YamlFile {
  readonly root: Node | null;
  /** A fault at a node, plus characters into a scalar. */
  fault(node: Node | null | undefined, message: string, into?: number): Fault;
  line(node: Node | null | undefined): number;
  readonly faults: readonly Fault[];
}

const listLine = /^(\s*- )(?!["'[]|\{ ?say:|\|)(.*\S)\s*$/;
const sayLine = /^(\s*- \{ ?say: )(?!["'])(.*?)((?:, (?:emotion|turns|after|with|without): .*)?\s*\}\s*)$/;

/** Parses a YAML file; syntax faults are collected with their places. */
export function yamlFile(file: string, text: string): YamlFile {
  const quoted = new Set<number>();
  let block = -1;
  const lines = text.split('\n').map((line, index) => {
    const indent = line.search(/\S/);
    if (block >= 0 && (indent < 0 || indent > block)) return line;
    block = /:\s*\|[-+]?\s*$/.test(line) ? indent : -1;
    if (/^\s*#/.test(line)) return line;
    const match = sayLine.exec(line) ?? listLine.exec(line);
    if (!match) return line;
    quoted.add(index + 1);
    return `${match[1]}'${match[2]!.replaceAll("'", "''")}'${match[3] ?? ''}`;
  });
  const counter = new LineCounter();
  const document = parseDocument(lines.join('\n'), { lineCounter: counter, uniqueKeys: true });

  const placeOf = (offset: number, into = 0) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col + into, 1) };
  };
  return {
    root: document.contents as Node | null,
    faults: document.errors.map((error) => ({
      file,
      ...placeOf(error.pos[0]),
      message: error.message.split('\n')[0]!.replace(/ at line \d+.*$/, ''),
    })),
    fault: (node, message, into = 0) => ({ file, ...placeOf(node?.range?.[0] ?? 0, into), message }),
    line: (node) => placeOf(node?.range?.[0] ?? 0).line,
  };
}

/** Pairs of a map as `[key, key node, value node]`; empty for anything else. */
export function entriesOf(node: Node | null | undefined): [string, Node, Node | null][] {
  if (!isMap(node)) return [];
  return (node as YAMLMap<Node, Node | null>).items.map((pair) => [
    String(isScalar(pair.key) ? pair.key.value : pair.key),
    pair.key,
    pair.value,
  ]);
}

/** Items of a list; null where it is none. */
export function itemsOf(node: Node | null | undefined): Node[] | null {
  return isSeq(node) ? (node.items as Node[]) : null;
}

/** The value of a scalar; undefined for anything else. */
export function scalarOf(node: Node | null | undefined): unknown {
  return isScalar(node) ? node.value : undefined;
}
