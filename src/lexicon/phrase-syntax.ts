// The notation of phrases (compromise's match syntax, a safe part of it) → a tree. What we do not support is a fault
// with its place, never a silent other meaning.

export type Atom =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'lemma'; readonly lemma: string; readonly at: number }
  | { readonly kind: 'class'; readonly name: string; readonly at: number }
  | { readonly kind: 'group'; readonly choices: readonly (readonly Item[])[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly of: Atom }
  | { readonly kind: 'start' | 'end' | 'question' };

export interface Item {
  readonly atom: Atom;
  readonly min: number;
  readonly max: number;
}

/** A phrase that cannot be read; `at` is the offset in the phrase. */
export interface SyntaxFault {
  readonly at: number;
  readonly message: string;
}

const maxGap = 12;

/** Parses a phrase; a fault instead of a tree where it cannot be read. */
export function parsePhrase(source: string): { readonly items: readonly Item[] } | { readonly fault: SyntaxFault } {
  let at = 0;
  try {
    const items = sequence(false);
    if (at < source.length)
      return { fault: { at, message: `found "${source[at]}", a parenthesis that was never opened` } };
    if (items.length === 0) return { fault: { at: 0, message: 'an empty phrase; write at least one word' } };
    return { items };
  } catch (error) {
    if (isSyntaxFault(error)) return { fault: error };
    throw error;
  }

  function fail(message: string, place = at): never {
    throw { at: place, message } satisfies SyntaxFault;
  }

  function sequence(inGroup: boolean): Item[] {
    const items: Item[] = [];
    for (;;) {
      while (source[at] === ' ') at++;
      const c = source[at];
      if (c === undefined || (inGroup && (c === '|' || c === ')'))) return items;
      if (c === ')' || c === '|') {
        if (c === '|') fail('found "|" outside parentheses; write (a|b)');
        return items;
      }
      items.push(quantified(atom()));
    }
  }

  function atom(): Atom {
    const c = source[at]!;
    const from = at;
    switch (c) {
      case '(':
        return group();
      case '{':
        return { kind: 'lemma', lemma: until('}', 'a lemma, {comprendre}'), at: from };
      case '#':
        return { kind: 'class', name: name(), at: from };
      case '.':
        at++;
        return { kind: 'any' };
      case '^':
        at++;
        return { kind: 'start' };
      case '$':
        at++;
        return { kind: 'end' };
      case '!': {
        at++;
        if (source[at] === undefined || source[at] === ' ')
          fail('found "!" alone; write !word, !(a|b) or !#Class', from);
        const of = atom();
        if (of.kind !== 'words' && of.kind !== 'lemma' && of.kind !== 'class' && of.kind !== 'group')
          fail('"!" goes before a word, a lemma, a class or a group of words', from);
        return { kind: 'not', of };
      }
      case '@':
        at++;
        if (name(true) !== 'question') fail('found an unknown "@…"; allowed: @question', from);
        return { kind: 'question' };
      case '*':
      case '+':
      case '~':
      case '/':
      case '[':
      case ']':
      case '&':
      case '"':
        return fail(
          `found "${c}", which phrases do not use; allowed: words, (a|b), {lemma}, #Class, x?, .{0,3}, !x, ^, $, @question`,
        );
      default:
        return words();
    }
  }

  function words(): Atom {
    const from = at;
    while (at < source.length && !' ()|{}#?^$!@*+~[]&"'.includes(source[at]!)) at++;
    if (at === from) fail(`found "${source[at]}" where a word is expected`);
    return { kind: 'words', text: source.slice(from, at) };
  }

  function name(isMethod = false): string {
    if (!isMethod) at++;
    const from = at;
    while (at < source.length && /[\p{L}\d_-]/u.test(source[at]!)) at++;
    if (at === from) fail('a name is missing after "#" or "@"');
    return source.slice(from, at);
  }

  function until(close: string, what: string): string {
    const from = at + 1;
    const end = source.indexOf(close, from);
    if (end < 0 || end === from) fail(`found "${source[at]}" without its "${close}"; expected ${what}`);
    at = end + 1;
    return source.slice(from, end).trim();
  }

  function group(): Atom {
    const from = at++;
    const choices: Item[][] = [];
    for (;;) {
      const items = sequence(true);
      if (items.length === 0) fail('an empty choice in parentheses; make the group optional instead: (a|b)?');
      choices.push(items);
      if (source[at] === undefined) fail('found "(" without its ")"', from);
      if (source[at++] === ')') return { kind: 'group', choices };
    }
  }

  function quantified(of: Atom): Item {
    const c = source[at];
    if (c === '?') {
      at++;
      return { atom: of, min: 0, max: 1 };
    }
    if (c === '{' && of.kind === 'any') {
      const from = at;
      const bounds = /^(\d+)(?:,(\d+))?$/.exec(until('}', 'a gap, .{0,3}'));
      if (!bounds) fail('found a gap that cannot be read; write .{0,3}', from);
      const min = Number(bounds[1]);
      const max = Number(bounds[2] ?? bounds[1]);
      if (max < min || max > maxGap)
        fail(`found the gap .{${min},${max}}; allowed: .{m,n} with m ≤ n ≤ ${maxGap}`, from);
      return { atom: of, min, max };
    }
    if (c === '*' || c === '+') fail(`found "${c}"; unbounded repetition is not allowed, write .{0,3}`);
    if (c === '{') fail('found "{" right after an atom; only "." takes a range, .{0,3}');
    return { atom: of, min: 1, max: 1 };
  }
}

function isSyntaxFault(error: unknown): error is SyntaxFault {
  return (
    typeof error === 'object' && error !== null && 'at' in error && 'message' in error && !(error instanceof Error)
  );
}
