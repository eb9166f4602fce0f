// The phrases of all lexicons → what the matcher runs on: done once, so that no start pays for it.
import { type Anchors, anchor, anchorWidth, type Matching } from '../model/matching.ts';
import type { Phrase } from '../model/rules.ts';
import { firstWordId } from '../text/vocabulary.ts';
import { membership } from './membership.ts';
import type { PhraseProgram } from './phrase-program.ts';
import { type QuickProgram, quickProgram } from './quick-program.ts';

/** Makes the phrases ready, over so many words. */
export function matching(
  { code, sets, anchors }: Pick<PhraseProgram, 'code' | 'sets' | 'anchors'>,
  phrases: readonly Phrase[],
  words: number,
): Matching {
  const size = words + firstWordId;
  const entries = phrases.map(({ entry }) => entry);
  const quick = quickProgram(code, sets, entries, size);
  const held = (speaker: 'agent' | 'client') => anchorsOf(speaker, anchors, phrases, size, quick);
  return {
    program: Int32Array.from(code),
    code: quick.code,
    sets: membership(quick.sets, size),
    anchors: { agent: held('agent'), client: held('client') },
  };
}

/** Groups the anchors of a speaker by word. */
function anchorsOf(
  speaker: 'agent' | 'client',
  anchors: readonly number[],
  phrases: readonly Phrase[],
  size: number,
  { head, asks }: Pick<QuickProgram, 'head' | 'asks'>,
): Anchors {
  const first = new Int32Array(size + 2);
  const isWanted = phrases.map(({ speaker: who }) => who === speaker || who === 'any');
  let total = 0;
  for (let a = 0; a < anchors.length; a += 4) {
    if (!isWanted[anchors[a + 1]!]) continue;
    first[anchors[a]! + 1]!++;
    total++;
  }
  for (let w = 0; w <= size; w++) first[w + 1]! += first[w]!;
  const next = first.slice();
  const records = new Int32Array(total * anchorWidth);
  for (let a = 0; a < anchors.length; a += 4) {
    const phrase = anchors[a + 1]!;
    if (!isWanted[phrase]) continue;
    const at = next[anchors[a]!]!++ * anchorWidth;
    records[at + anchor.phrase] = phrase;
    records[at + anchor.entry] = phrases[phrase]!.entry;
    records[at + anchor.fewest] = anchors[a + 2]!;
    records[at + anchor.most] = anchors[a + 3]!;
    records[at + anchor.head] = head[phrase]!;
    records[at + anchor.asks] = asks[phrase]!;
  }
  return { first, records };
}
