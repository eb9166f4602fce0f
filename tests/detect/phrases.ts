// Rules of a few phrases, for tests: every phrase is heard as "frustration" of the client.

import { emptyFindings, turnFinder } from '../../src/detect/turn-finder.ts';
import { compile, type LexiconText } from '../../src/lexicon/compile.ts';
import type { Rules } from '../../src/model/rules.ts';
import { repairer } from '../../src/text/repair.ts';
import { tokeniser } from '../../src/text/tokeniser.ts';
import { emptyTokens } from '../../src/text/tokens.ts';
import { firstWordId, vocabulary } from '../../src/text/vocabulary.ts';
import { wordFilter } from '../../src/text/word-filter.ts';

const spoken: LexiconText = { path: 'words/spoken-forms.yaml', text: 'ne: ""\nn: ""\neuh: ""\nj: je\nc: ce\nd: de\n' };

export function rulesOf(phrases: readonly string[]): Rules {
  const text = `label: { fr: x, en: x }\nspeaker: client\nphrases:\n${phrases.map((phrase) => `  - ${phrase}\n`).join('')}examples: |\n  + <x>\n  - y\n`;
  return compile([{ path: 'fr/frustration.yaml', text }, spoken], 'test').rules;
}

/** Quotes found in a text, in order of phrase then place. */
export function finder(rules: Rules): (text: string) => string[] {
  const byWord = new Map<string, readonly number[]>(rules.words.map((word, i) => [word, [i + firstWordId]]));
  for (const [form, ids] of Object.entries(rules.aliases)) byWord.set(form, ids);
  const repair = repairer(
    { ids: (word) => byWord.get(word), words: rules.words, firstId: firstWordId },
    wordFilter(rules.french),
  );
  const tokenise = tokeniser(vocabulary(rules, repair));
  const find = turnFinder(rules);
  const tokens = emptyTokens();
  const findings = emptyFindings();
  return (text) => {
    tokenise(text, tokens);
    find(tokens, 'client', findings);
    const hits = findings.found;
    const found = Array.from({ length: hits.count }, (_, i) => ({
      phrase: hits.phrase[i]!,
      from: hits.from[i]!,
      to: hits.to[i]!,
    }));
    found.sort((a, b) => a.phrase - b.phrase || a.from - b.from);
    return found.map(({ from, to }) => text.slice(tokens.start[from]!, tokens.end[to - 1]!));
  };
}
