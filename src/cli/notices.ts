// How the inputs were understood, gathered over a run and told in a line or two.
import type { Notice } from '../index.ts';
import type { Context } from './context.ts';
import { toldIn } from './messages/told.ts';

/** Gathers notices, and tells them. */
export interface Notices {
  readonly add: (notice: Notice) => void;
  readonly lines: (context: Context) => readonly string[];
}

const kinds: readonly Notice['kind'][] = ['format', 'encoding', 'roles', 'dropped'];

/** Notices of a run that has not begun. */
export function notices(): Notices {
  const counts = new Map<Notice['kind'], Map<string, number>>(kinds.map((kind) => [kind, new Map()]));
  return {
    add: ({ kind, what, count }) => {
      const known = counts.get(kind);
      known?.set(what, (known.get(what) ?? 0) + count);
    },
    lines: ({ lang, messages: { score } }) =>
      kinds.flatMap((kind) => {
        const found = [...(counts.get(kind) ?? [])].filter(([what]) => what !== 'utf-8');
        if (found.length === 0) return [];
        const told = found.map(([what, n]) => `${toldIn(lang)(what)} (${n})`).join(', ');
        return [`${score.noticeKinds[kind]}${lang === 'fr' ? ' :' : ':'} ${told}`];
      }),
  };
}
