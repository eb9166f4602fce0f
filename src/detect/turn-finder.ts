// What the phrases find in a turn, clause by clause: no phrase crosses from one clause into another.
import type { Findings } from '../model/hearing.ts';
import { op, programWidth } from '../model/matching.ts';
import type { Rules } from '../model/rules.ts';
import { mark, type Tokens } from '../text/tokens.ts';
import { isStop } from './anchors.ts';
import { clauseMemory } from './clause-memory.ts';
import { addHit, emptyHits } from './hits.ts';
import { matcher } from './matcher.ts';
import { trait, traitsOf } from './phrase-table.ts';

export function emptyFindings(): Findings {
  return { found: emptyHits(), depending: emptyHits(), silenced: [] };
}

/** Makes `find(tokens, speaker, findings)`, which fills `findings` anew. */
export function turnFinder(rules: Rules): (tokens: Tokens, speaker: 'agent' | 'client', findings: Findings) => void {
  const { phrases } = rules;
  const match = matcher(rules);
  const memory = clauseMemory(phrases, marksOf(rules));
  const traits = Uint8Array.from(phrases, traitsOf);
  const hits = emptyHits();
  const clause = emptyFindings();
  const silencers: number[] = [];

  return function find(tokens, speaker, findings) {
    findings.found.count = 0;
    findings.depending.count = 0;
    if (findings.silenced.length > 0) findings.silenced.length = 0;
    const { count, id } = tokens;
    for (let from = 0; from < count; from++) {
      if (isStop(id[from]!)) continue;
      const to = memory.ask(tokens, from, speaker);
      if (!memory.recall(tokens, from, to, findings)) {
        hits.count = 0;
        match(tokens, from, to, speaker, hits);
        sortOut();
        memory.keep(tokens, from, to, clause, silencers, findings);
      }
      from = to;
    }
  };

  /** Parts the hits of a clause by what they depend on; what an exception silences in any case goes. */
  function sortOut(): void {
    clause.found.count = 0;
    clause.depending.count = 0;
    if (silencers.length > 0) silencers.length = 0;
    const { count, phrase, from, to } = hits;
    for (let i = 0; i < count; i++) {
      const traitsOfHit = traits[phrase[i]!]!;
      const isException = (traitsOfHit & trait.exception) !== 0;
      if (isException && !silencers.some((other) => phrases[other]!.hears === phrases[phrase[i]!]!.hears))
        silencers.push(phrase[i]!);
      if (traitsOfHit === trait.exception || (!isException && isSilenced(i))) continue;
      const list = (traitsOfHit & trait.others) === 0 ? clause.found : clause.depending;
      addHit(list, phrase[i]!, from[i]!, to[i]!);
    }
  }

  /** Whether an exception that always counts overlaps a hit. */
  function isSilenced(hit: number): boolean {
    const { count, phrase, from, to } = hits;
    for (let i = 0; i < count; i++)
      if (
        traits[phrase[i]!] === trait.exception &&
        from[i]! < to[hit]! &&
        from[hit]! < to[i]! &&
        phrases[phrase[i]!]!.hears === phrases[phrase[hit]!]!.hears
      )
        return true;
    return false;
  }
}

/** The marks of words that phrases look at. */
function marksOf({ matching: { program } }: Rules): number {
  let marks = mark.agentName | mark.clientName;
  for (let at = 0; at < program.length; at += programWidth) if (program[at] === op.mark) marks |= program[at + 1]!;
  return marks;
}
