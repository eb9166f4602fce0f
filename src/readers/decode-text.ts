// Bytes → text: UTF-8 with or without BOM, UTF-16, and Windows-1252 where the bytes cannot be UTF-8.
import { isAscii, isUtf8 } from 'node:buffer';
import { mended } from './mend-utf8.ts';

export type Encoding = 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Hears how a stream was decoded. */
export interface DecodingNotes {
  /** As soon as it is known; plain ASCII counts as UTF-8. */
  readonly onEncoding?: (encoding: Encoding) => void;
  /** Bytes of a UTF-8 stream that were no UTF-8, and were read as Windows-1252. */
  readonly onStray?: (count: number) => void;
}

/** Decodes a stream. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  { onEncoding, onStray }: DecodingNotes = {},
): AsyncGenerator<string> {
  let decode: ((chunk: Uint8Array, isLast: boolean) => string) | undefined;
  const choose = async (encoding: Encoding): Promise<typeof decode> => {
    onEncoding?.(encoding);
    decode = await decoderOf(encoding, (count) => onStray?.(count));
    return decode;
  };
  // Bytes that may still be the beginning of a mark or of a character.
  let held: Uint8Array = new Uint8Array(0);
  let isStart = true;
  for await (const chunk of bytes) {
    if (decode !== undefined) {
      yield decode(chunk, false);
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (isStart && held.length < 4) continue;
    const known = (isStart ? marked(held) : undefined) ?? guessed(held);
    isStart = false;
    if (known === 'ascii') yield Buffer.from(held.buffer, held.byteOffset, held.length).toString('latin1');
    else if (known !== undefined) yield (await choose(known))!(held, false);
    if (known !== undefined) held = new Uint8Array(0);
  }
  if (decode !== undefined) {
    yield decode(new Uint8Array(0), true);
    return;
  }
  const known = (isStart ? marked(held) : undefined) ?? guessed(held) ?? 'windows-1252';
  const last = await choose(known === 'ascii' ? 'utf-8' : known);
  yield last!(held, true);
}

function marked(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8 with BOM';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return utf16WithoutMark(bytes.subarray(0, 512));
}

/** French in UTF-16 has a zero beside nearly every letter. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const pairs = Math.floor(bytes.length / 2);
  if (pairs < 2) return undefined;
  if (zeros[1]! > pairs * 0.7 && zeros[0]! < pairs * 0.1) return 'utf-16le';
  return zeros[0]! > pairs * 0.7 && zeros[1]! < pairs * 0.1 ? 'utf-16be' : undefined;
}

/** Undefined = only a character that the chunk cuts in two stands against ASCII. */
function guessed(bytes: Uint8Array): Encoding | 'ascii' | undefined {
  if (isAscii(bytes)) return 'ascii';
  const whole = bytes.subarray(0, bytes.length - cutCharacter(bytes));
  if (isAscii(whole)) return undefined;
  return isUtf8(whole) ? 'utf-8' : likelierIn(whole);
}

/** Windows-1252 holds a character of UTF-8 by chance only (É before »); a stray line does not make a UTF-8 file Windows-1252. */
function likelierIn(bytes: Uint8Array): Encoding {
  const text = new TextDecoder().decode(bytes);
  let wrong = 0;
  let right = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) wrong += 1;
    else if (code > 0x7f) right += 1;
  }
  return right * 4 > wrong ? 'utf-8' : 'windows-1252';
}

/** How many bytes at the end begin a character that is not whole. */
function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

async function decoderOf(
  encoding: Encoding,
  onStray: (count: number) => void,
): Promise<(chunk: Uint8Array, isLast: boolean) => string> {
  if (encoding === 'utf-8' || encoding === 'utf-8 with BOM') return utf8Decoder(onStray);
  if (encoding === 'windows-1252') {
    const { default: iconv } = await import('iconv-lite');
    return (chunk) => iconv.decode(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), 'windows-1252');
  }
  const decoder = new TextDecoder(encoding);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
}

function utf8Decoder(onStray: (count: number) => void): (chunk: Uint8Array, isLast: boolean) => string {
  let cut: Uint8Array = new Uint8Array(0);
  let isStart = true;
  return (chunk, isLast) => {
    const all = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const whole = all.length - (isLast ? 0 : cutCharacter(all));
    cut = all.slice(whole);
    const { bytes, stray } = mended(all.subarray(0, whole));
    if (stray > 0) onStray(stray);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    const isMarked = isStart && text.startsWith('\ufeff');
    isStart = isStart && text === '';
    return isMarked ? text.slice(1) : text;
  };
}
