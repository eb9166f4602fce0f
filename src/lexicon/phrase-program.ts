// Phrase trees → the program that the matcher runs, with the anchors that tell it where to look: every phrase is held
// by its rarest word that cannot be left out.
import { op } from '../model/rules.ts';
import { mark } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import type { Atom, Item, SyntaxFault } from './phrase-syntax.ts';

/** Resolves what words, lemmas and classes stand for. */
export interface WordSource {
  ids(text: string): readonly number[];
  /** Forms of a lemma as token sequences; null where the lemma is unknown. */
  lemma(lemma: string): readonly (readonly number[])[] | null;
  /** Entries of a class as token sequences; null where there is no such class. */
  class(name: string): readonly (readonly number[])[] | null;
  readonly classNames: readonly string[];
}

/** Classes that the spelling of a token decides, not a list. */
export const markClasses: Readonly<Record<string, number>> = {
  Majuscule: mark.capital,
  NomAgent: mark.agentName,
  NomClient: mark.clientName,
};

/** Words so frequent that a phrase had better be held by another one; the weight is roughly hits per thousand words. */
const frequent: Readonly<Record<string, number>> = {
  de: 50,
  le: 45,
  je: 40,
  vous: 38,
  que: 30,
  la: 30,
  pas: 28,
  est: 26,
  ce: 26,
  a: 24,
  et: 22,
  les: 18,
  un: 18,
  il: 14,
  en: 14,
  une: 13,
  pour: 13,
  on: 12,
  ai: 12,
  des: 12,
  me: 11,
  se: 10,
  votre: 10,
  ca: 10,
  mais: 9,
  avec: 8,
  sur: 8,
  dans: 8,
  du: 8,
  au: 7,
  qui: 7,
  bien: 7,
  plus: 7,
  tout: 6,
  y: 6,
  oui: 6,
  non: 6,
  fait: 5,
  nous: 5,
  avez: 5,
  si: 5,
  te: 5,
  mon: 5,
  ma: 5,
  elle: 5,
  etre: 4,
  par: 4,
  faire: 4,
  ou: 4,
  sont: 4,
  suis: 4,
  quand: 4,
  comme: 3,
  peux: 3,
  merci: 3,
  bonjour: 3,
  alors: 3,
  donc: 3,
  deux: 3,
};

interface Anchor {
  readonly id: number;
  readonly before: Width;
}

interface Width {
  readonly min: number;
  readonly max: number;
}

export interface PhraseProgram {
  /** Adds a phrase; returns its entry, or a fault. */
  add(items: readonly Item[]): { readonly entry: number } | { readonly fault: SyntaxFault };
  readonly code: readonly number[];
  readonly sets: readonly (readonly number[])[];
  /** `[word id, phrase, fewest before, most before]`, flat; phrases are numbered as they were added. */
  readonly anchors: readonly number[];
}

export function phraseProgram(source: WordSource, wordOf: (id: number) => string): PhraseProgram {
  const code: number[] = [];
  const sets: number[][] = [];
  const setIndex = new Map<string, number>();
  const anchors: number[] = [];
  let phrases = 0;

  const emit = (operation: number, a = 0, b = 0) => code.push(operation, a, b) / 3 - 1;
  const here = () => code.length / 3;

  return {
    code,
    sets,
    anchors,
    add(items) {
      const entry = here();
      try {
        const tree = items.map(resolve);
        const anchor = cheapest(tree);
        if (!anchor)
          throw fault(0, 'no word that must be there: a phrase of gaps and optional words alone is found everywhere');
        sequence(tree);
        emit(op.accept);
        for (const { id, before } of anchor.anchors) anchors.push(id, phrases, before.min, before.max);
        phrases++;
        return { entry };
      } catch (error) {
        if (!(error instanceof Error) && typeof error === 'object') {
          code.length = entry * 3;
          return { fault: error as SyntaxFault };
        }
        throw error;
      }
    },
  };

  // -- resolving: words become ids --------------------------------------------------------------------------------

  function resolve(item: Item): Resolved {
    return { node: resolveAtom(item.atom), min: item.min, max: item.max };
  }

  function resolveAtom(atom: Atom): ResolvedNode {
    switch (atom.kind) {
      case 'any':
      case 'start':
      case 'end':
      case 'question':
        return { kind: atom.kind };
      case 'words': {
        const ids = source.ids(atom.text);
        return ids.length === 1 ? { kind: 'set', ids } : { kind: 'choice', choices: [run(ids)] };
      }
      case 'lemma': {
        const forms = source.lemma(atom.lemma);
        if (!forms)
          throw fault(
            atom.at,
            `found the lemma {${atom.lemma}}, which the dictionary does not know; write its forms (a|b)`,
          );
        return choice(forms);
      }
      case 'class': {
        const bits = markClasses[atom.name];
        if (bits !== undefined) return { kind: 'mark', bits };
        const entries = source.class(atom.name);
        if (!entries)
          throw fault(
            atom.at,
            `found the class #${atom.name}; allowed: ${[...source.classNames, ...Object.keys(markClasses)].join(', ')}`,
          );
        return choice(entries);
      }
      case 'group': {
        // A choice that drops out of every text (ne, euh, a sign) would match anything: it goes.
        const choices = atom.choices
          .map((items) => items.map(resolve))
          .filter((items) => !items.every(({ node }) => node.kind === 'choice' && widthOf(node).max === 0));
        if (choices.length === 0) return { kind: 'choice', choices: [[]] };
        return flatten(choices);
      }
      case 'not': {
        const of = resolveAtom(atom.of);
        if (of.kind !== 'set') throw fault(0, '"!" takes single words only');
        return { kind: 'not', ids: of.ids };
      }
    }
  }

  function choice(forms: readonly (readonly number[])[]): ResolvedNode {
    return flatten(forms.filter((form) => form.length > 0).map(run));
  }

  /** Single-word choices become one set; longer ones stay choices, longest first. */
  function flatten(choices: Resolved[][]): ResolvedNode {
    const ids = new Set<number>();
    const rest: Resolved[][] = [];
    for (const items of choices) {
      const only = items.length === 1 ? items[0]! : undefined;
      if (only?.node.kind === 'set' && only.min === 1) for (const id of only.node.ids) ids.add(id);
      else rest.push(items);
    }
    const set: ResolvedNode = { kind: 'set', ids: [...ids].sort((a, b) => a - b) };
    if (rest.length === 0) return set;
    rest.sort((a, b) => b.length - a.length);
    return { kind: 'choice', choices: ids.size > 0 ? [...rest, [{ node: set, min: 1, max: 1 }]] : rest };
  }

  // -- anchors ----------------------------------------------------------------------------------------------------

  function cost(id: number): number {
    if (id < token.redacted || id === token.agentName || id === token.clientName) return 20;
    return 1 + 10 * (frequent[wordOf(id)] ?? 0);
  }

  function cheapest(items: readonly Resolved[]): { cost: number; anchors: Anchor[] } | null {
    let best: { cost: number; anchors: Anchor[] } | null = null;
    let before: Width = { min: 0, max: 0 };
    for (const item of items) {
      const width = widthOf(item.node);
      if (item.min > 0) {
        const found = anchorOf(item.node, before);
        if (found && (!best || found.cost < best.cost)) best = found;
      }
      before = { min: before.min + item.min * width.min, max: before.max + item.max * width.max };
    }
    return best;
  }

  function anchorOf(node: ResolvedNode, before: Width): { cost: number; anchors: Anchor[] } | null {
    if (node.kind === 'set') {
      let sum = 0;
      for (const id of node.ids) sum += cost(id);
      return { cost: sum, anchors: node.ids.map((id) => ({ id, before })) };
    }
    if (node.kind === 'mark') {
      if (node.bits === mark.agentName)
        return { cost: cost(token.agentName), anchors: [{ id: token.agentName, before }] };
      if (node.bits === mark.clientName)
        return { cost: cost(token.clientName), anchors: [{ id: token.clientName, before }] };
      return null;
    }
    if (node.kind !== 'choice') return null;
    let sum = 0;
    const all: Anchor[] = [];
    for (const items of node.choices) {
      const inner = cheapest(items);
      if (!inner) return null;
      sum += inner.cost;
      for (const { id, before: b } of inner.anchors)
        all.push({ id, before: { min: before.min + b.min, max: before.max + b.max } });
    }
    return { cost: sum, anchors: all };
  }

  // -- code -------------------------------------------------------------------------------------------------------

  function sequence(items: readonly Resolved[]): void {
    for (const item of items) {
      for (let i = 0; i < item.min; i++) node(item.node);
      const isGap = item.node.kind === 'any';
      const exits: number[] = [];
      for (let i = item.min; i < item.max; i++) {
        const split = emit(op.split);
        exits.push(split);
        // Gaps are filled as little as possible, optional words taken where they are there.
        code[split * 3 + (isGap ? 2 : 1)] = here();
        node(item.node);
      }
      for (const split of exits) code[split * 3 + (isGap ? 1 : 2)] = here();
    }
  }

  function node(of: ResolvedNode): void {
    switch (of.kind) {
      case 'any':
        return void emit(op.any);
      case 'start':
        return void emit(op.start);
      case 'end':
        return void emit(op.end);
      case 'question':
        return void emit(op.question);
      case 'mark':
        return void emit(op.mark, of.bits);
      case 'not':
        return void emit(op.not, internSet(of.ids));
      case 'set':
        return void (of.ids.length === 1 ? emit(op.word, of.ids[0]!) : emit(op.set, internSet(of.ids)));
      case 'choice': {
        const exits: number[] = [];
        of.choices.forEach((items, index) => {
          const isLast = index === of.choices.length - 1;
          const split = isLast ? -1 : emit(op.split, here() + 1);
          sequence(items);
          if (!isLast) {
            exits.push(emit(op.jump));
            code[split * 3 + 2] = here();
          }
        });
        for (const jump of exits) code[jump * 3 + 1] = here();
      }
    }
  }

  function internSet(ids: readonly number[]): number {
    const sorted = [...ids].sort((a, b) => a - b);
    const key = sorted.join();
    let index = setIndex.get(key);
    if (index === undefined) {
      index = sets.push(sorted) - 1;
      setIndex.set(key, index);
    }
    return index;
  }
}

type ResolvedNode =
  | { readonly kind: 'any' | 'start' | 'end' | 'question' }
  | { readonly kind: 'mark'; readonly bits: number }
  | { readonly kind: 'set' | 'not'; readonly ids: readonly number[] }
  | { readonly kind: 'choice'; readonly choices: readonly (readonly Resolved[])[] };

interface Resolved {
  readonly node: ResolvedNode;
  readonly min: number;
  readonly max: number;
}

function run(ids: readonly number[]): Resolved[] {
  return ids.map((id) => ({ node: { kind: 'set', ids: [id] }, min: 1, max: 1 }));
}

function widthOf(node: ResolvedNode): Width {
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'question':
      return { min: 0, max: 0 };
    case 'choice': {
      const widths = node.choices.map((items) => {
        let min = 0;
        let max = 0;
        for (const item of items) {
          const width = widthOf(item.node);
          min += item.min * width.min;
          max += item.max * width.max;
        }
        return { min, max };
      });
      return { min: Math.min(...widths.map((w) => w.min)), max: Math.max(...widths.map((w) => w.max)) };
    }
    default:
      return { min: 1, max: 1 };
  }
}

function fault(at: number, message: string): SyntaxFault {
  return { at, message };
}
