// The phrase program made ready to run fast: gaps as one instruction, and for each phrase what can be known of a place
// before the phrase is run from there.
import { op, codeWidth as width } from '../model/matching.ts';

/** A set of more words says too little to be made. */
const mostWords = 256;

/** Choices of fewer ways are gone through as fast as a set is asked. */
const manyWays = 3;

export interface QuickProgram {
  readonly code: Int32Array;
  /** The sets of the rules, and those that heads needed beside. */
  readonly sets: readonly (readonly number[])[];
  /** Set that the first token of each phrase is in; -1 where that is not known. */
  readonly head: Int32Array;
  /** 1 where the clause of the phrase must end in a question mark. */
  readonly asks: Uint8Array;
}

/** Prepares a program over so many word ids, whose phrases start at `entries`. */
export function quickProgram(
  program: readonly number[],
  sets: readonly (readonly number[])[],
  entries: readonly number[],
  words: number,
): QuickProgram {
  const size = program.length / 3;
  const code = new Int32Array(size * width);
  for (let pc = 0; pc < size; pc++) {
    for (let i = 0; i < 3; i++) code[pc * width + i] = program[pc * 3 + i]!;
    code[pc * width + 3] = -1;
  }
  const allSets = [...sets];
  const setOf = new Map<string, number>();
  /** For each word, the last set that it was put into. */
  const stamps = new Int32Array(words);
  let stamp = 0;
  const head = new Int32Array(entries.length);
  const asks = new Uint8Array(entries.length);
  for (let p = 0; p < entries.length; p++) {
    head[p] = firstTokens(entries[p]!);
    asks[p] = endsWithoutAsking(entries[p]!) ? 0 : 1;
  }
  const isEntered = new Uint8Array(size);
  for (let pc = 0; pc < size; pc++) {
    if (program[pc * 3] !== op.split) continue;
    if (isEntered[pc] === 0 && waysOf(pc) >= manyWays) code[pc * width + 3] = firstTokens(pc);
    if (program[pc * 3 + 1] === pc + 1) isEntered[program[pc * 3 + 2]!] = 1;
  }
  const headOf = new Map<number, number>();
  foldGaps(code, program, (pc) => {
    if (program[pc * 3] !== op.split) return -1;
    let found = headOf.get(pc);
    if (found === undefined) {
      found = firstTokens(pc);
      headOf.set(pc, found);
    }
    return found;
  });
  return { code, sets: allSets, head, asks };

  /** The set of tokens that can come first from an instruction on, -1 where that is nearly any. */
  function firstTokens(pc: number): number {
    const found: number[] = [];
    return tokensAt(pc, found) ? setFor(found) : -1;
  }

  /** How many ways part at a split, one after the other. */
  function waysOf(pc: number): number {
    let ways = 1;
    for (let at = pc; program[at * 3] === op.split && program[at * 3 + 1] === at + 1; at = program[at * 3 + 2]!) ways++;
    return ways;
  }

  /** Collects the instructions that may take the first token; false where one of them takes nearly any, or none needs to. */
  function tokensAt(pc: number, found: number[]): boolean {
    switch (program[pc * 3]) {
      case op.word:
      case op.set:
        found.push(pc);
        return true;
      case op.split:
        return tokensAt(program[pc * 3 + 1]!, found) && tokensAt(program[pc * 3 + 2]!, found);
      case op.jump:
        return tokensAt(program[pc * 3 + 1]!, found);
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
    if (pcs.length === 1 && program[only! * 3] === op.set) return program[only! * 3 + 1]!;
    let count = 0;
    let key = '';
    for (const pc of pcs) count += program[pc * 3] === op.word ? 1 : sets[program[pc * 3 + 1]!]!.length;
    if (count > mostWords) return -1;
    for (const pc of pcs) key += `${program[pc * 3]!}:${program[pc * 3 + 1]!},`;
    let set = setOf.get(key);
    if (set === undefined) {
      const ids: number[] = [];
      stamp++;
      const add = (id: number) => {
        if (stamps[id] === stamp) return;
        stamps[id] = stamp;
        ids.push(id);
      };
      for (const pc of pcs) {
        const a = program[pc * 3 + 1]!;
        if (program[pc * 3] === op.word) add(a);
        else for (const id of sets[a]!) add(id);
      }
      set = allSets.push(ids) - 1;
      setOf.set(key, set);
    }
    return set;
  }

  /** Whether the end can be reached without passing the question condition. */
  function endsWithoutAsking(entry: number): boolean {
    let last = entry;
    while (program[last * 3] !== op.accept) last++;
    let isAsked = false;
    for (let pc = entry; pc < last && !isAsked; pc++) isAsked = program[pc * 3] === op.question;
    if (!isAsked) return true;
    const reached = new Uint8Array(last - entry + 1);
    // Instructions only lead forwards.
    reached[0] = 1;
    for (let pc = entry; pc < last; pc++) {
      if (reached[pc - entry] === 0 || program[pc * 3] === op.question) continue;
      const isSplit = program[pc * 3] === op.split;
      if (isSplit || program[pc * 3] === op.jump) reached[program[pc * 3 + 1]! - entry] = 1;
      else reached[pc + 1 - entry] = 1;
      if (isSplit) reached[program[pc * 3 + 2]! - entry] = 1;
    }
    return reached[last - entry] === 1;
  }
}

/** Makes each run of gaps one instruction, written over its first one; ways into its middle stay open. */
function foldGaps(code: Int32Array, program: readonly number[], firstTokens: (pc: number) => number): void {
  const size = program.length / 3;
  /** For chains of optional tokens: how many, and where they lead. */
  const most = new Int32Array(size + 1);
  const exit = new Int32Array(size + 1);
  for (let pc = size - 1; pc >= 0; pc--) {
    let fewest = 1;
    let longest = 1;
    let next = pc + 1;
    if (program[pc * 3] === op.split) {
      const way = program[pc * 3 + 1]!;
      const isGap = way > pc + 1 && program[pc * 3 + 2] === pc + 1 && program[pc * 3 + 3] === op.any;
      if (!isGap || (way !== pc + 2 && exit[pc + 2] !== way)) continue;
      most[pc] = way === pc + 2 ? 1 : most[pc + 2]! + 1;
      exit[pc] = way;
      fewest = 0;
      longest = most[pc]!;
      next = way;
    } else if (program[pc * 3] !== op.any) continue;
    if (code[next * width] === op.gap) {
      fewest += code[next * width + 1]! >> 16;
      longest += code[next * width + 1]! & 0xffff;
      next = code[next * width + 2]!;
    }
    code.set([op.gap, (fewest << 16) | longest, next, firstTokens(next)], pc * width);
  }
}
