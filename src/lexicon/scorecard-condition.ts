// The conditions of the scorecard: any, all, none, count, words and facts, each with an optional window.
import { isMap, isScalar, isSeq } from 'yaml';
import { factIds } from '../model/fact.ts';
import { type MarkerId, markerIds } from '../model/marker.ts';
import type { Condition, SaidBy, Window } from '../model/scorecard.ts';
import type { Field, MarkedYaml, YamlNode } from './marked-yaml.ts';

/** A condition that nothing fulfils: stands in for a faulty one. */
const never: Condition = { kind: 'any', of: [] };
const wholeTalk: Window = { kind: 'all' };
const kinds = ['any', 'all', 'none', 'count', 'words', 'fact', 'situation'] as const;
const windowKeys = ['in', 'after'];
const keysOf: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  any: ['any', ...windowKeys],
  all: ['all', ...windowKeys],
  none: ['none', ...windowKeys],
  count: ['count', 'at-least', ...windowKeys],
  words: ['words', 'by', 'at-least', ...windowKeys],
  fact: ['fact', 'at-least', 'below'],
  situation: ['situation'],
};
const speakers: readonly SaidBy[] = ['agent', 'client', 'anyone'];

/** What the scorecard has named so far, for conditions to refer to. */
export interface Named {
  readonly words: readonly string[];
  readonly situations: ReadonlyMap<string, Condition>;
}

/** Reads one condition. */
export function readCondition(yaml: MarkedYaml, node: YamlNode, named: Named, window: Window = wholeTalk): Condition {
  if (isScalar(node)) {
    const marker = readMarker(yaml, node);
    return marker ? { kind: 'count', markers: [marker], atLeast: 1, window } : never;
  }
  if (isSeq(node))
    return { kind: 'any', of: yaml.items(node, 'a condition').map((n) => readCondition(yaml, n, named, window)) };
  if (!isMap(node)) {
    yaml.fault(node, `a condition must be a marker or a map with one of: ${kinds.join(', ')}`);
    return never;
  }
  const fields = yaml.fields(node, 'a condition', null);
  const kind = kinds.find((name) => fields.has(name));
  if (!kind) {
    yaml.fault(node, `a condition needs one of: ${kinds.join(', ')}`);
    return never;
  }
  for (const [name, { key }] of fields)
    if (!keysOf[kind].includes(name))
      yaml.fault(key, `a condition with "${kind}" has no key "${name}"; allowed: ${keysOf[kind].join(', ')}`);

  const value = fields.get(kind)!.value;
  const inside = readWindow(yaml, fields, window);
  const atLeast = fields.has('at-least') ? yaml.number(fields.get('at-least')!.value, 'at-least', 0) : undefined;
  switch (kind) {
    case 'any':
    case 'all':
    case 'none':
      return { kind, of: yaml.items(value, kind).map((item) => readCondition(yaml, item, named, inside)) };
    case 'count': {
      const markers = yaml.items(value, 'count').flatMap((item) => readMarker(yaml, item) ?? []);
      return { kind, markers, atLeast: atLeast ?? 1, window: inside };
    }
    case 'words': {
      const name = yaml.text(value, 'words');
      if (name !== undefined && !named.words.includes(name))
        yaml.fault(value, `there is no word class "${name}"; there are: ${named.words.join(', ') || 'none'}`);
      const by = fields.has('by') ? yaml.text(fields.get('by')!.value, 'by') : 'anyone';
      const isSpeaker = (who: string | undefined): who is SaidBy => speakers.some((speaker) => speaker === who);
      if (!isSpeaker(by)) {
        if (by !== undefined)
          yaml.fault(fields.get('by')!.value, `"${by}" is no speaker; allowed: ${speakers.join(', ')}`);
        return never;
      }
      return { kind, words: name ?? '', by, atLeast: atLeast ?? 1, window: inside };
    }
    case 'fact':
      return readFact(yaml, fields, value, atLeast);
    case 'situation': {
      const name = yaml.text(value, 'situation');
      const situation = named.situations.get(name ?? '');
      if (name !== undefined && !situation)
        yaml.fault(
          value,
          `there is no situation "${name}" above; there are: ${[...named.situations.keys()].join(', ') || 'none'}`,
        );
      return situation ?? never;
    }
  }
}

function readFact(
  yaml: MarkedYaml,
  fields: ReadonlyMap<string, Field>,
  value: YamlNode,
  atLeast: number | undefined,
): Condition {
  const name = yaml.text(value, 'fact');
  const fact = factIds.find((id) => id === name);
  if (name !== undefined && !fact) yaml.fault(value, `there is no fact "${name}"; there are: ${factIds.join(', ')}`);
  const bound = fields.get('below');
  const below = bound ? yaml.number(bound.value, 'below', 0) : undefined;
  if (!fact) return never;
  // A fact without bounds is a yes-or-no one.
  const least = atLeast ?? (below === undefined ? 1 : undefined);
  return { kind: 'fact', fact, ...(least !== undefined && { atLeast: least }), ...(below !== undefined && { below }) };
}

function readWindow(yaml: MarkedYaml, fields: ReadonlyMap<string, Field>, outer: Window): Window {
  const inField = fields.get('in');
  const afterField = fields.get('after');
  if (!inField && !afterField) return outer;
  if (!inField) {
    yaml.fault(afterField!.key, '"after" needs "in: next n"');
    return outer;
  }
  const said = yaml.text(inField.value, 'in') ?? '';
  const [, kind, count] = /^(first|last|next) (\d+)$/.exec(said) ?? [];
  const turns = Number(count);
  if (said !== 'all' && !(turns >= 1)) {
    if (said) yaml.fault(inField.value, `"${said}" is no window; allowed: all, first n, last n, next n`);
    return outer;
  }
  if (kind === 'next') {
    if (!afterField) {
      yaml.fault(inField.value, '"in: next n" needs "after" with the markers that it counts from');
      return outer;
    }
    return {
      kind,
      turns,
      after: yaml.items(afterField.value, 'after').flatMap((item) => readMarker(yaml, item) ?? []),
    };
  }
  if (afterField) yaml.fault(afterField.key, '"after" goes with "in: next n" only');
  return kind === 'first' || kind === 'last' ? { kind, turns } : wholeTalk;
}

function readMarker(yaml: MarkedYaml, node: YamlNode): MarkerId | undefined {
  const name = yaml.text(node, 'a marker');
  if (name === undefined) return undefined;
  const marker = markerIds.find((id) => id === name);
  if (!marker) yaml.fault(node, `there is no marker "${name}"; there are: ${markerIds.join(', ')}`);
  return marker;
}
