// The model as one file: a line of JSON that says what follows, then the tables as they lie in memory (little endian).
import { RuleError } from '../errors.ts';
import type { EarModel, EarSide } from '../model/ear.ts';

const magic = 'ecoute-ear-2';
const sides = ['agent', 'client'] as const;

interface Header {
  readonly magic: string;
  readonly id: string;
  readonly agent: SideHeader;
  readonly client: SideHeader;
}

type SideHeader = Omit<EarSide, 'keys' | 'start' | 'output' | 'weight'> & {
  readonly features: number;
  readonly weights: number;
};

/** Writes a model to bytes. */
export function encodeModel(model: EarModel): Uint8Array {
  const headerOf = ({ outputs, emotion, keys, weight }: EarSide): SideHeader => ({
    outputs,
    ...(emotion && { emotion }),
    features: keys.length,
    weights: weight.length,
  });
  const header: Header = { magic, id: model.id, agent: headerOf(model.agent), client: headerOf(model.client) };
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(header)}\n`)];
  for (const side of sides)
    for (const array of [model[side].keys, countsOf(model[side].start), model[side].output, model[side].weight])
      parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return Buffer.concat(parts);
}

/** Reads a model; throws a RuleError that says what is wrong with the bytes. */
export function decodeModel(bytes: Uint8Array): EarModel {
  const lineEnd = bytes.indexOf(10);
  const header = (
    lineEnd > 0 ? parseHeader(Buffer.from(bytes.subarray(0, lineEnd)).toString('utf8')) : null
  ) as Header | null;
  if (header?.magic !== magic)
    throw fault(`found no trained ear; a file made by "ecoute train" (${magic}) is expected`);
  let at = lineEnd + 1;
  const take = (length: number) => {
    if (at + length > bytes.length) throw fault(`found a trained ear cut short at byte ${bytes.length}`);
    const copy = new Uint8Array(length);
    copy.set(bytes.subarray(at, at + length));
    at += length;
    return copy.buffer;
  };
  const read = (of: SideHeader): EarSide => ({
    outputs: of.outputs,
    ...(of.emotion && { emotion: of.emotion }),
    keys: new Int32Array(take(of.features * 4)),
    start: startsOf(new Uint8Array(take(of.features))),
    output: new Uint8Array(take(of.weights)),
    weight: new Int8Array(take(of.weights)),
  });
  return { id: header.id, agent: read(header.agent), client: read(header.client) };
}

/** Each feature has few weights: their number takes a byte, their place four. */
function countsOf(start: Int32Array): Uint8Array {
  return Uint8Array.from({ length: start.length - 1 }, (_, f) => start[f + 1]! - start[f]!);
}

function startsOf(counts: Uint8Array): Int32Array {
  const start = new Int32Array(counts.length + 1);
  for (let f = 0; f < counts.length; f++) start[f + 1] = start[f]! + counts[f]!;
  return start;
}

function fault(message: string): RuleError {
  return new RuleError([{ file: 'model/ear.bin', line: 1, column: 1, message }]);
}

function parseHeader(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
