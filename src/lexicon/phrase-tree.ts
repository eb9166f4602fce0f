// A phrase whose words are word ids: what the anchors are chosen from and the code is made of.

/** How many tokens something may take. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

/** A part of a phrase, with how often it may stand. */
export interface Resolved {
  readonly node: ResolvedNode;
  readonly min: number;
  readonly max: number;
}

/** What stands in one place of a phrase. */
export type ResolvedNode =
  | { readonly kind: 'any' | 'start' | 'end' | 'question' }
  | { readonly kind: 'mark'; readonly bits: number }
  | { readonly kind: 'set' | 'not'; readonly ids: readonly number[] }
  | { readonly kind: 'choice'; readonly choices: readonly (readonly Resolved[])[] };

/** The tokens that a part may take. */
export function widthOf(node: ResolvedNode): Width {
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
