// Phrases of word ids → the instructions that the matcher runs.
import { op } from '../model/matching.ts';
import type { Resolved, ResolvedNode } from './phrase-tree.ts';

/** Instructions as they grow. */
export interface PhraseCode {
  readonly code: number[];
  readonly sets: number[][];
  /** Adds a phrase; returns where it begins. */
  add(phrase: readonly Resolved[]): number;
}

export function phraseCode(): PhraseCode {
  const code: number[] = [];
  const sets: number[][] = [];
  const setIndex = new Map<string, number>();

  const emit = (operation: number, a = 0, b = 0) => code.push(operation, a, b) / 3 - 1;
  const here = () => code.length / 3;

  return {
    code,
    sets,
    add(phrase) {
      const entry = here();
      sequence(phrase);
      emit(op.accept);
      return entry;
    },
  };

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
