// How much a client says in a turn, and how much of it the client has just said: longer words that come again.
import { absent, wordTable } from '../text/word-table.ts';

/** Letters from which a repeated word shows insistence rather than grammar. */
const longWord = 5;
/** Turns of the client before this one in which a word was just said. */
const justNow = 2;
/** Words, and letters of them, that are remembered before the memory starts afresh. */
const most = { words: 1 << 17, letters: 1 << 21 };

/** Latin letters in lower case by code, 0 for what is no letter. */
const lowerOf = Uint16Array.from({ length: 0x180 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\p{L}/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});
/** The one Latin letter whose lower case is two. */
const dottedI = 0x130;
/** Signs beyond those letters that French is written with. */
const isSign = (code: number) => code === 0x2019 || code === 0x2026 || code === 0x20ac;

const known = wordTable(1 << 12);
let units = new Uint16Array(256);
/** For each word, the turn that last said it, in turns of clients since the start. */
let saidIn = new Int32Array(1 << 12);
let now = 0;

/** What `insistence` found. */
export interface Insistence {
  /** Words of the turn. */
  words: number;
  /** Different longer words that one of the client's last turns had too. */
  again: number;
}

const found: Insistence = { words: 0, again: 0 };

/** Begins with another client. */
export function forgetClient(): void {
  now += justNow + 1;
  if (known.count > most.words || known.letters > most.letters || now > 1 << 30) {
    known.clear();
    saidIn.fill(0);
    now = justNow + 1;
  }
}

/** Reads the next turn of the client; the result holds until the next reading. */
export function insistence(text: string): Insistence {
  now++;
  found.words = 0;
  found.again = 0;
  if (text.length > units.length) units = new Uint16Array(text.length * 2);
  let length = 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= lowerOf.length ? !isSign(code) : code === dottedI) {
      readOther(text.slice(i - length));
      return found;
    }
    const letter = code < lowerOf.length ? lowerOf[code]! : 0;
    if (letter !== 0) {
      units[length++] = letter;
      hash = Math.imul(hash ^ letter, 0x01000193);
    } else if (length > 0) {
      meet(length, hash);
      length = 0;
      hash = 0x811c9dc5;
    }
  }
  if (length > 0) meet(length, hash);
  return found;
}

/** Words of other scripts, by what Unicode says. */
function readOther(text: string): void {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (word.length > units.length) units = new Uint16Array(word.length * 2);
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) {
      units[i] = word.charCodeAt(i);
      hash = Math.imul(hash ^ units[i]!, 0x01000193);
    }
    meet(word.length, hash);
  }
}

function meet(length: number, hash: number): void {
  found.words++;
  if (length < longWord) return;
  let word = known.find(units, length, hash);
  if (word === absent) {
    word = known.count;
    known.add(units, length, hash, word);
    if (word === saidIn.length) {
      const larger = new Int32Array(word * 2);
      larger.set(saidIn);
      saidIn = larger;
    }
  } else if (saidIn[word] !== now && now - saidIn[word]! <= justNow) found.again++;
  saidIn[word] = now;
}
