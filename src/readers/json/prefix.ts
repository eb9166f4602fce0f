// The beginning of a JSON text → the value it begins, closed where it is cut: enough to recognise a format.

/** The first value of a JSON text that may be cut short; undefined where it is no JSON. */
export function valueOfPrefix(text: string): unknown {
  const start = /[^\s\ufeff]/.exec(text)?.index ?? 0;
  if (text[start] !== '{' && text[start] !== '[') return undefined;
  const closers: string[] = [];
  /** The last place at which the text can be cut, and the brackets that are open there. */
  let safe = { at: start + 1, closers: [text[start] === '{' ? '}' : ']'] };
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') {
      at = stringEnd(text, at);
      if (at < 0) break;
    } else if (character === '{' || character === '[') {
      closers.push(character === '{' ? '}' : ']');
      safe = { at: at + 1, closers: [...closers] };
    } else if (character === '}' || character === ']') {
      if (closers.pop() !== character) return undefined;
      if (closers.length === 0) return parsed(text.slice(start, at + 1));
      safe = { at: at + 1, closers: [...closers] };
    } else if (character === ',') safe = { at, closers: [...closers] };
    if (closers.length > 200) break;
  }
  return parsed(text.slice(start, safe.at) + safe.closers.toReversed().join(''));
}

/** The place of the quote that ends a string; -1 where there is none. */
export function stringEnd(text: string, open: number): number {
  for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
