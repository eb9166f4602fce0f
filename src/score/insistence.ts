// How much a client says in a turn, and how much of it the client has just said: longer words that come again.
import { numberOf } from './word-numbers.ts';

/** Letters from which a repeated word shows insistence rather than grammar. */
export const longWord = 5;
/** Turns of the client before this one in which a word was just said. */
const justNow = 2;

/** Latin letters in lower case by code, 0 for what is no letter. */
const lowerOf = Uint16Array.from({ length: 0x180 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\p{L}/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});

/** For each word, the turn that last said it, in turns of clients since the start. */
let saidIn = new Int32Array(1 << 12);
let now = 0;
let units = new Uint16Array(256);

/** What was found in the turn at hand. */
export const insistence = {
  /** Words of letters alone. */
  words: 0,
  /** Different longer words that one of the client's last turns had too. */
  again: 0,
};

/** Begins with another client. */
export function forgetClient(): void {
  now += justNow + 1;
  if (now < 1 << 30) return;
  saidIn.fill(0);
  now = justNow + 1;
}

/** Begins with the next turn of the client. */
export function nextOfClient(): void {
  now++;
  insistence.words = 0;
  insistence.again = 0;
}

/** Meets a word of so many letters. */
export function insist(word: number, letters: number): void {
  insistence.words++;
  if (letters < longWord) return;
  if (word >= saidIn.length) {
    const larger = new Int32Array(word * 2);
    larger.set(saidIn);
    saidIn = larger;
  }
  const last = saidIn[word]!;
  if (last !== now && now - last <= justNow) insistence.again++;
  saidIn[word] = now;
}

/** Meets the words between two places of a text: Latin letters as they are, accents and all. */
export function insistBetween(text: string, from: number, to: number): void {
  if (units.length < to - from) units = new Uint16Array((to - from) * 2);
  let length = 0;
  for (let i = from; i < to; i++) {
    const letter = lowerOf[text.charCodeAt(i)]!;
    if (letter !== 0) units[length++] = letter;
    if (length > 0 && (letter === 0 || i === to - 1)) {
      meet(length);
      length = 0;
    }
  }
}

/** Meets the words of a text from a place on, whatever script they are in. */
export function insistFrom(text: string, from: number): void {
  for (const [word] of text
    .slice(from)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (word.length > units.length) units = new Uint16Array(word.length * 2);
    for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i);
    meet(word.length);
  }
}

function meet(length: number): void {
  insist(length < longWord ? 0 : numberOf(units, length), length);
}
