// One lexicon file, read and checked: label, speaker, phrases, exceptions, parts, pair, examples.
import type { Node } from 'yaml';
import type { Fault } from '../errors.ts';
import { markerIds } from '../model/marker.ts';
import type { Conditions, Example } from '../model/rules.ts';
import { readConditions } from './conditions.ts';
import { readExamples } from './examples.ts';
import { entriesOf, itemsOf, scalarOf, yamlFile } from './yaml-text.ts';

export interface PhraseSource {
  readonly text: string;
  /** Marker or `file.part` that the phrase is heard as. */
  readonly hears: string;
  readonly isException: boolean;
  readonly line: number;
  readonly when?: Conditions;
  readonly emotion?: number;
  /** A fault at a place in the phrase. */
  fault(message: string, into?: number): Fault;
}

export interface PairSource {
  readonly of: string;
  readonly any: readonly (readonly string[])[];
  readonly next: number;
  readonly line: number;
}

export interface LexiconFile {
  /** Name without folder and extension: the marker, for files of `fr/`. */
  readonly id: string;
  readonly file: string;
  readonly label?: { readonly fr: string; readonly en: string };
  readonly speaker: 'agent' | 'client' | 'any';
  readonly kind: 'phrases' | 'pair' | 'built-in';
  readonly phrases: readonly PhraseSource[];
  readonly pair?: PairSource;
  readonly examples: readonly Example[];
  readonly faults: readonly Fault[];
}

const allowedKeys = ['label', 'speaker', 'kind', 'also', 'when', 'phrases', 'except', 'parts', 'pair', 'examples'];

/** Reads a lexicon file. `needsProof`: a file without a positive and a negative example is at fault. */
export function lexiconFile(file: string, id: string, text: string, needsProof: boolean): LexiconFile {
  const yaml = yamlFile(file, text);
  const faults: Fault[] = [...yaml.faults];
  const phrases: PhraseSource[] = [];
  const top = new Map<string, Node | null>();
  for (const [key, keyNode, value] of entriesOf(yaml.root)) {
    if (!allowedKeys.includes(key))
      faults.push(yaml.fault(keyNode, `found the key "${key}"; allowed: ${allowedKeys.join(', ')}`));
    top.set(key, value);
  }
  if (yaml.root === null && faults.length === 0)
    faults.push(yaml.fault(null, 'an empty file; write label, speaker, phrases and examples'));

  const speaker = oneOf('speaker', ['agent', 'client', 'any'] as const, 'agent');
  const kind = oneOf('kind', ['phrases', 'pair', 'built-in'] as const, 'phrases');
  const also = readAlso(top.get('also'));
  const when = top.has('when') ? readConditions(yaml, top.get('when'), id, faults) : undefined;
  readList(top.get('phrases'), id, false, when);
  readList(top.get('except'), id, true, undefined);
  for (const [part, , value] of entriesOf(top.get('parts'))) readList(value, `${id}.${part}`, false, undefined);
  const examples = readExamples(
    { yaml, node: top.get('examples'), file, hears: id, speaker: speaker === 'client' ? 'client' : 'agent' },
    faults,
  );
  if (needsProof) {
    if (!examples.some((e) => e.spans.length > 0))
      faults.push(
        yaml.fault(
          top.get('examples') ?? null,
          'no positive example; add a line "+ words <heard> words" under examples',
        ),
      );
    if (!examples.some((e) => e.spans.length === 0))
      faults.push(
        yaml.fault(
          top.get('examples') ?? null,
          'no negative example; add a line "- words that must stay silent" under examples',
        ),
      );
  }
  const label = readLabel();
  const pair = top.has('pair') ? readPair(top.get('pair')) : undefined;
  return { id, file, ...(label && { label }), speaker, kind, phrases, ...(pair && { pair }), examples, faults };

  function oneOf<const T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
    if (!top.has(key)) return otherwise;
    const value = scalarOf(top.get(key));
    if ((allowed as readonly unknown[]).includes(value)) return value as T;
    faults.push(yaml.fault(top.get(key), `found ${key} "${String(value)}"; allowed: ${allowed.join(', ')}`));
    return otherwise;
  }

  function readLabel() {
    if (!top.has('label')) return undefined;
    const texts = Object.fromEntries(entriesOf(top.get('label')).map(([key, , value]) => [key, scalarOf(value)]));
    if (typeof texts.fr === 'string' && typeof texts.en === 'string') return { fr: texts.fr, en: texts.en };
    faults.push(yaml.fault(top.get('label'), 'a label needs both languages: { fr: …, en: … }'));
    return undefined;
  }

  function readList(
    node: Node | null | undefined,
    hears: string,
    isException: boolean,
    common: Conditions | undefined,
  ): void {
    if (node === undefined) return;
    const items = itemsOf(node);
    if (!items) {
      faults.push(yaml.fault(node, 'a list of phrases is expected, one a line after "- "'));
      return;
    }
    for (const item of items) readPhrase(item, hears, isException, common);
  }

  function readPhrase(item: Node, hears: string, isException: boolean, common: Conditions | undefined): void {
    const plain = scalarOf(item);
    const options = entriesOf(item);
    const say = options.find(([key]) => key === 'say');
    const text = typeof plain === 'string' ? plain : scalarOf(say?.[2]);
    const textNode = typeof plain === 'string' ? item : say?.[2];
    if (typeof text !== 'string' || text.trim() === '') {
      faults.push(yaml.fault(item, 'a phrase is expected: bare words, or { say: …, emotion: -2, turns: first 3 }'));
      return;
    }
    const own = readConditions(yaml, typeof plain === 'string' ? null : item, id, faults, ['say', 'emotion', 'also']);
    const emotionNode = options.find(([key]) => key === 'emotion')?.[2];
    const emotion = emotionNode ? Number(scalarOf(emotionNode)) : undefined;
    if (emotion !== undefined && !(Math.abs(emotion) <= 3))
      faults.push(yaml.fault(emotionNode, `found emotion ${String(scalarOf(emotionNode))}; allowed: -3 to 3`));
    const conditions = { ...common, ...own };
    const others = isException ? [] : readAlso(options.find(([key]) => key === 'also')?.[2]);
    if (hears === id && !isException) others.push(...also);
    for (const name of [hears, ...others])
      phrases.push({
        text,
        hears: name,
        isException,
        line: yaml.line(textNode),
        ...(Object.keys(conditions).length > 0 && { when: conditions }),
        ...(emotion !== undefined && { emotion }),
        fault: (message, into = 0) => yaml.fault(textNode, message, into),
      });
  }

  /** Markers of which a phrase is evidence besides its own: an insult is frustration too. */
  function readAlso(node: Node | null | undefined): string[] {
    const names = (itemsOf(node) ?? (node ? [node] : [])).map((item) => String(scalarOf(item)));
    for (const name of names)
      if (!(markerIds as readonly string[]).includes(name))
        faults.push(yaml.fault(node ?? null, `found also "${name}", which is no marker`));
    return names;
  }

  function readPair(node: Node | null | undefined): PairSource {
    const keys = new Map(entriesOf(node).map(([key, , value]) => [key, value]));
    const qualify = (name: string) => (name.startsWith('.') ? `${id}${name}` : name);
    const any = (itemsOf(keys.get('any')) ?? []).map((group) =>
      (itemsOf(group) ?? [group]).map((member) => qualify(String(scalarOf(member)))),
    );
    const of = scalarOf(keys.get('of'));
    if (typeof of !== 'string' || any.length === 0)
      faults.push(yaml.fault(node, 'a pair needs "of: marker" and "any:" with at least one list of markers or parts'));
    return { of: qualify(String(of)), any, next: Number(scalarOf(keys.get('next')) ?? 0), line: yaml.line(node) };
  }
}
