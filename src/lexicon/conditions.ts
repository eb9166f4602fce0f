// The conditions of a phrase: `turns: first 3`, `after: [frustration]`, `with:`, `without:`.
import type { Node } from 'yaml';
import type { Fault } from '../errors.ts';
import type { Conditions } from '../model/rules.ts';
import { entriesOf, itemsOf, scalarOf, type YamlFile } from './yaml-text.ts';

const lists = ['after', 'with', 'without'] as const;

/** Reads conditions from a map node; unknown keys are faults, save those in `others`. Names starting with "." are parts of file `id`. */
export function readConditions(
  yaml: YamlFile,
  node: Node | null | undefined,
  id: string,
  faults: Fault[],
  others: readonly string[] = [],
): Conditions {
  const found: { -readonly [K in keyof Conditions]: Conditions[K] } = {};
  for (const [key, keyNode, value] of entriesOf(node)) {
    if (others.includes(key)) continue;
    if (key === 'turns') {
      const match = /^(first|last|not-first|not-last) (\d+)$/.exec(String(scalarOf(value)));
      if (match) found.turns = { of: match[1] as 'first' | 'last' | 'not-first' | 'not-last', n: Number(match[2]) };
      else
        faults.push(
          yaml.fault(
            value ?? keyNode,
            `found turns "${String(scalarOf(value))}"; allowed: first n, last n, not-first n, not-last n`,
          ),
        );
    } else if ((lists as readonly string[]).includes(key)) {
      const names = (itemsOf(value) ?? (value ? [value] : [])).map((item) => String(scalarOf(item)));
      found[key as (typeof lists)[number]] = names.map((name) => (name.startsWith('.') ? `${id}${name}` : name));
    } else
      faults.push(
        yaml.fault(keyNode, `found the condition "${key}"; allowed: ${['turns', ...lists, ...others].join(', ')}`),
      );
  }
  return found;
}
