// The phrase program made ready to run fast: gaps as one instruction, and for each phrase what can be known of a place
// before the phrase is run from there.
import { op } from '../model/rules.ts';

/** `[gap, fewest << 16 | most, next]`: some tokens but sentence marks, as few as will do. */
export const gap = 11;

export interface QuickProgram {
  readonly code: Int32Array;
  /** The sets of the rules, and those that heads needed beside. */
  readonly sets: readonly (readonly number[])[];
  /** Set that the first token of each phrase is in; -1 where that is not known. */
  readonly head: Int32Array;
  /** 1 where the clause of the phrase must end in a question mark. */
  readonly asks: Uint8Array;
}

/** Prepares a program whose phrases start at `entries`. */
export function quickProgram(
  program: readonly number[],
  sets: readonly (readonly number[])[],
  entries: readonly number[],
): QuickProgram {
  const code = Int32Array.from(program);
  const allSets = [...sets];
  const setOf = new Map<string, number>();
  const head = new Int32Array(entries.length);
  const asks = new Uint8Array(entries.length);
  const starts: number[] = [];
  for (let p = 0; p < entries.length; p++) {
    starts.length = 0;
    head[p] = tokensAt(entries[p]!, starts) ? setFor(starts) : -1;
    asks[p] = endsWithoutAsking(entries[p]!) ? 0 : 1;
  }
  foldGaps(code, program);
  return { code, sets: allSets, head, asks };

  /** Collects the instructions that may take the first token; false where one of them takes nearly any, or none needs to. */
  function tokensAt(pc: number, found: number[]): boolean {
    switch (code[pc * 3]) {
      case op.word:
      case op.set:
        found.push(pc);
        return true;
      case op.split:
        return tokensAt(code[pc * 3 + 1]!, found) && tokensAt(code[pc * 3 + 2]!, found);
      case op.jump:
        return tokensAt(code[pc * 3 + 1]!, found);
      case op.start:
      case op.end:
      case op.question:
        return tokensAt(pc + 1, found);
      default:
        return false;
    }
  }

  function setFor(pcs: readonly number[]): number {
    const [only] = pcs;
    if (pcs.length === 1 && code[only! * 3] === op.set) return code[only! * 3 + 1]!;
    const key = pcs.map((pc) => `${code[pc * 3]}:${code[pc * 3 + 1]}`).join();
    let set = setOf.get(key);
    if (set === undefined) {
      const ids = new Set<number>();
      for (const pc of pcs) {
        const a = code[pc * 3 + 1]!;
        if (code[pc * 3] === op.word) ids.add(a);
        else for (const id of sets[a]!) ids.add(id);
      }
      set = allSets.push([...ids]) - 1;
      setOf.set(key, set);
    }
    return set;
  }

  /** Whether the end can be reached without passing the question condition. */
  function endsWithoutAsking(entry: number): boolean {
    let last = entry;
    while (code[last * 3] !== op.accept) last++;
    let isAsked = false;
    for (let pc = entry; pc < last && !isAsked; pc++) isAsked = code[pc * 3] === op.question;
    if (!isAsked) return true;
    const reached = new Uint8Array(last - entry + 1);
    // Instructions only lead forwards.
    reached[0] = 1;
    for (let pc = entry; pc < last; pc++) {
      if (reached[pc - entry] === 0 || code[pc * 3] === op.question) continue;
      const isSplit = code[pc * 3] === op.split;
      if (isSplit || code[pc * 3] === op.jump) reached[code[pc * 3 + 1]! - entry] = 1;
      else reached[pc + 1 - entry] = 1;
      if (isSplit) reached[code[pc * 3 + 2]! - entry] = 1;
    }
    return reached[last - entry] === 1;
  }
}

/** Makes each run of gaps one instruction, written over its first one; ways into its middle stay open. */
function foldGaps(code: Int32Array, program: readonly number[]): void {
  const size = code.length / 3;
  /** For chains of optional tokens: how many, and where they lead. */
  const most = new Int32Array(size + 1);
  const exit = new Int32Array(size + 1);
  for (let pc = size - 1; pc >= 0; pc--) {
    const base = pc * 3;
    let fewest = 1;
    let longest = 1;
    let next = pc + 1;
    if (code[base] === op.split) {
      const way = code[base + 1]!;
      const isGap = way > pc + 1 && code[base + 2] === pc + 1 && program[base + 3] === op.any;
      if (!isGap || (way !== pc + 2 && exit[pc + 2] !== way)) continue;
      most[pc] = way === pc + 2 ? 1 : most[pc + 2]! + 1;
      exit[pc] = way;
      fewest = 0;
      longest = most[pc]!;
      next = way;
    } else if (code[base] !== op.any) continue;
    if (code[next * 3] === gap) {
      fewest += code[next * 3 + 1]! >> 16;
      longest += code[next * 3 + 1]! & 0xffff;
      next = code[next * 3 + 2]!;
    }
    code[base] = gap;
    code[base + 1] = (fewest << 16) | longest;
    code[base + 2] = next;
  }
}
