// The XML files of a workbook, read as they arrive.
import { Parser } from 'htmlparser2';

/** What a reader of XML wants to hear; text comes whole, at the end of its element. */
export interface XmlEvents {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onClose?: (name: string, text: string) => void;
}

/** Longest text of one element. */
const longestText = 1024 * 1024;

/** Runs through an XML file; after each piece, `onPiece` may yield what has come together. */
export async function* xmlEvents<T>(
  bytes: AsyncIterable<Uint8Array>,
  { onOpen, onClose }: XmlEvents,
  onPiece: () => readonly T[] = () => [],
): AsyncGenerator<T> {
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        text = '';
        onOpen?.(name, attributes);
      },
      ontext: (piece) => {
        if (text.length < longestText) text += piece;
      },
      onclosetag: (name) => {
        onClose?.(name, text);
        text = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* onPiece();
  }
  parser.end();
  yield* onPiece();
}

/** Runs through an XML file that is small. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  for await (const _ of xmlEvents(bytes, events));
}
