// Where the matcher looks for a phrase: at its rarest word that cannot be left out.
import { mark } from '../text/tokens.ts';
import { token } from '../text/vocabulary.ts';
import { type Resolved, type ResolvedNode, type Width, widthOf } from './phrase-tree.ts';

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

/** A word that the phrase must hold, and how many tokens come before it. */
export interface Anchor {
  readonly id: number;
  readonly before: Width;
}

interface Priced {
  readonly cost: number;
  readonly anchors: readonly Anchor[];
}

/** The cheapest anchors of a phrase; null where nothing in it must be there. */
export function phraseAnchors(phrase: readonly Resolved[], wordOf: (id: number) => string): readonly Anchor[] | null {
  return cheapest(phrase)?.anchors ?? null;

  function cost(id: number): number {
    if (id < token.redacted || id === token.agentName || id === token.clientName) return 20;
    return 1 + 10 * (frequent[wordOf(id)] ?? 0);
  }

  function cheapest(items: readonly Resolved[]): Priced | null {
    let best: Priced | null = null;
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

  function anchorOf(node: ResolvedNode, before: Width): Priced | null {
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
}
