// Lexicon files → the rules in force: words and classes first, then every phrase, then what the markers amount to.
import { createRequire } from 'node:module';
import type { Fault } from '../errors.ts';
import { type MarkerId, markerIds, markerSpeaker } from '../model/marker.ts';
import type { MarkerSummary, Pair, Phrase, Rules } from '../model/rules.ts';
import { fold } from '../text/fold.ts';
import { inflect, isVerb } from '../text/inflect.ts';
import { firstWordId, token } from '../text/vocabulary.ts';
import { wordFilterBits } from '../text/word-filter.ts';
import { type LexiconFile, lexiconFile } from './lexicon-file.ts';
import type { LexiconText } from './lexicon-text.ts';
import { matching } from './matching.ts';
import { phraseProgram } from './phrase-program.ts';
import { parsePhrase } from './phrase-syntax.ts';
import { loadScorecard } from './scorecard.ts';
import { loadTrainedJudge } from './trained-judge.ts';
import { wordClasses } from './word-classes.ts';
import { type WordCollector, wordCollector } from './word-collector.ts';

/** Compiles lexicon files; with faults there are no rules to trust. */
export function compile(
  files: readonly LexiconText[],
  hash: string,
): { readonly rules: Rules; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const collector = wordCollector();
  const classes = wordClasses(files, collector, faults);
  const lemmaForms = new Map<string, readonly (readonly number[])[] | null>();
  const lemma = lemmas(collector, lemmaForms);
  const classIds = new Map<string, readonly (readonly number[])[]>();
  for (const [name, entries] of classes)
    classIds.set(
      name,
      entries.flatMap((entry) => entryIds(entry, collector, lemma)),
    );

  // Digits and masked words are known by their shape; the lists only add to them.
  for (const [name, id] of [
    ['Nombre', token.number],
    ['Masqué', token.redacted],
  ] as const)
    classIds.set(name, [[id], ...(classIds.get(name) ?? [])]);

  const lexicons = readLexicons(files, faults);
  const program = phraseProgram(
    { ids: collector.ids, lemma, class: (name) => classIds.get(name) ?? null, classNames: [...classIds.keys()] },
    (id) => collector.words[id - firstWordId] ?? '',
  );
  const phrases: Phrase[] = [];
  const names = new Set<string>(['question', ...markerIds, ...lexicons.flatMap((l) => l.phrases.map((p) => p.hears))]);
  for (const lexicon of lexicons) {
    for (const source of lexicon.phrases) {
      const parsed = parsePhrase(source.text);
      const added = 'fault' in parsed ? parsed : program.add(parsed.items);
      if ('fault' in added) {
        faults.push(source.fault(added.fault.message, added.fault.at));
        continue;
      }
      for (const name of [source.when?.after, source.when?.with, source.when?.without].flatMap((list) => list ?? []))
        if (!names.has(name))
          faults.push(
            source.fault(
              `found the name "${name}" in a condition; allowed: a marker, "question", or a part ".name" of this file`,
            ),
          );
      phrases.push({
        hears: source.hears,
        speaker: lexicon.speaker,
        isException: source.isException,
        entry: added.entry,
        because: `${lexicon.file}:${source.line}`,
        ...(source.when && { when: source.when }),
        ...(source.emotion !== undefined && { emotion: source.emotion }),
      });
    }
  }
  const scorecardText = files.find((f) => f.path === 'scorecard.yaml');
  const { scorecard, faults: scorecardFaults } = loadScorecard('scorecard.yaml', scorecardText?.text ?? '');
  faults.push(...scorecardFaults);
  const judgeText = files.find((f) => f.path === 'model/judge.json');
  const trained = judgeText && loadTrainedJudge(judgeText.path, judgeText.text);
  faults.push(...(trained?.faults ?? []));
  return {
    faults,
    rules: {
      hash,
      words: collector.words,
      aliases: collector.aliases,
      french: frenchFilter(),
      phrases,
      matching: matching(program, phrases, collector.words.length),
      pairs: lexicons.flatMap(pairOf),
      classes: singleWords(classIds),
      lemmas: singleWords(lemmaForms),
      markers: summaries(lexicons, faults),
      examples: lexicons.flatMap((l) => l.examples),
      scorecard: trained?.judge ? { ...scorecard, judge: trained.judge } : scorecard,
    },
  };
}

/** The entries of one word each, by name. */
function singleWords(
  entries: ReadonlyMap<string, readonly (readonly number[])[] | null>,
): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    [...entries].map(([name, forms]) => [
      name,
      [...new Set((forms ?? []).filter((f) => f.length === 1).map((f) => f[0]!))],
    ]),
  );
}

/** Forms of a lemma as token ids, each only once; a reflexive « se » goes before a verb as an alternative is not needed. */
function lemmas(
  collector: WordCollector,
  memo: Map<string, readonly (readonly number[])[] | null>,
): (lemma: string) => readonly (readonly number[])[] | null {
  return (lemma) => {
    let forms = memo.get(lemma);
    if (forms === undefined) {
      // A misspelt verb would otherwise pass for a noun: infinitives must be in the dictionary.
      const looksLikeVerb = /(er|ir|oir|re)$/.test(lemma);
      forms =
        looksLikeVerb && !isVerb(lemma) && !isFrench(lemma) ? null : inflect(lemma).map((form) => collector.ids(form));
      memo.set(lemma, forms);
    }
    return forms;
  };
}

function entryIds(
  entry: string,
  collector: WordCollector,
  lemma: (lemma: string) => readonly (readonly number[])[] | null,
): readonly (readonly number[])[] {
  const inside = /^\{(.+)\}$/.exec(entry);
  return inside ? (lemma(inside[1]!) ?? [collector.ids(inside[1]!)]) : [collector.ids(entry)];
}

/** Files of `fr/` and of the regional packs, which only add to them; `emotion.yaml` beside. */
function readLexicons(files: readonly LexiconText[], faults: Fault[]): LexiconFile[] {
  const lexicons: LexiconFile[] = [];
  for (const { path, text } of files) {
    const match = /^(fr|fr-FR|fr-CA)\/([^/]+)\.yaml$/.exec(path);
    if (!match && path !== 'emotion.yaml') continue;
    const id = match ? match[2]! : 'emotion';
    const lexicon = lexiconFile(path, id, text, match?.[1] === 'fr');
    faults.push(...lexicon.faults);
    if (match && !(markerIds as readonly string[]).includes(id))
      faults.push({
        file: path,
        line: 1,
        column: 1,
        message: `found a file for "${id}", which is no marker; allowed: ${markerIds.join(', ')}`,
      });
    else if (match && lexicon.speaker !== markerSpeaker(id as MarkerId))
      faults.push({
        file: path,
        line: 1,
        column: 1,
        message: `found speaker ${lexicon.speaker}; ${id} belongs to the ${markerSpeaker(id as MarkerId)}`,
      });
    lexicons.push(lexicon);
  }
  for (const marker of markerIds)
    if (!lexicons.some((l) => l.id === marker))
      faults.push({ file: `fr/${marker}.yaml`, line: 1, column: 1, message: 'the file of this marker is missing' });
  return lexicons;
}

function pairOf(lexicon: LexiconFile): Pair[] {
  if (!lexicon.pair) return [];
  const { of, any, next, line } = lexicon.pair;
  return [{ marker: lexicon.id as MarkerId, of, any, next, because: `${lexicon.file}:${line}` }];
}

function summaries(lexicons: readonly LexiconFile[], faults: Fault[]): MarkerSummary[] {
  return markerIds.flatMap((id) => {
    const all = lexicons.filter((l) => l.id === id);
    const main = all.find((l) => l.file.startsWith('fr/'));
    if (!main) return [];
    if (!main.label)
      faults.push({ file: main.file, line: 1, column: 1, message: 'no label; write label: { fr: …, en: … }' });
    const phrases = all.flatMap((l) => l.phrases).filter((p) => p.hears === id || p.isException);
    const examples = all.flatMap((l) => l.examples);
    const positive = examples.filter((e) => e.spans.length > 0).length;
    return [
      {
        id,
        label: main.label ?? { fr: id, en: id },
        speaker: markerSpeaker(id),
        kind: main.kind,
        phrases: phrases.filter((p) => !p.isException).length,
        exceptions: phrases.filter((p) => p.isException).length,
        examples: { positive, negative: examples.length - positive },
      },
    ];
  });
}

let dictionary: readonly string[] | undefined;

function frenchWords(): readonly string[] {
  dictionary ??= createRequire(import.meta.url)('an-array-of-french-words') as readonly string[];
  return dictionary;
}

function isFrench(word: string): boolean {
  return frenchWords().includes(word);
}

let filter: Uint8Array | undefined;

/** The bits of the dictionary as a filter. */
function frenchFilter(): Uint8Array {
  if (filter === undefined) {
    const words = frenchWords().map(fold);
    filter = wordFilterBits(words, words.length);
  }
  return filter;
}
