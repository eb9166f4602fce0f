// Phrases as they are written → phrases of word ids: words, {lemmas} and #Classes become what they stand for.
import { mark } from '../text/tokens.ts';
import type { Atom, Item, SyntaxFault } from './phrase-syntax.ts';
import { type Resolved, type ResolvedNode, widthOf } from './phrase-tree.ts';

/** Tells what words, lemmas and classes stand for. */
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

/** Makes what resolves one item of a phrase; it throws a `SyntaxFault` for what stands for nothing. */
export function phraseResolver(source: WordSource): (item: Item) => Resolved {
  return resolve;

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
}

function run(ids: readonly number[]): Resolved[] {
  return ids.map((id) => ({ node: { kind: 'set', ids: [id] }, min: 1, max: 1 }));
}

function fault(at: number, message: string): SyntaxFault {
  return { at, message };
}
