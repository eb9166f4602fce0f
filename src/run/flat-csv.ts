// Score files → one flat table: a row a conversation and behaviour, with the first quote; what a quality team pivots on.
import type { Writable } from 'node:stream';
import type { Assessment } from '../model/assessment.ts';
import type { Problem } from '../model/place.ts';
import type { Rules } from '../model/rules.ts';
import type { BehaviourRule } from '../model/scorecard.ts';
import { type Cell, csvTable } from '../writers/csv-table.ts';
import { assessmentStore } from './assessment-store.ts';
import { fileOutput, streamOutput } from './output.ts';
import { type PrivacyChoice, privacyOf, pseudonymNotes, veilWhereAsked } from './privacy.ts';

/** What is read, and where the table goes. */
export interface FlatRun {
  readonly assessments: readonly string[];
  readonly rules: Rules;
  readonly lang: 'fr' | 'en';
  readonly to: Writable | string;
  readonly privacy?: PrivacyChoice;
}

/** What came of it. */
export interface FlatOutcome {
  readonly counted: number;
  readonly unreadable: number;
  /** The first of them. */
  readonly setAside: readonly Problem[];
}

const mostKept = 20;

const columns: readonly Cell[] = [
  'conversation',
  'started_at',
  'channel',
  'agent_id',
  'agent_name',
  'quality',
  'behaviour',
  'label',
  'section',
  'weight',
  'critical',
  'verdict',
  'turn',
  'quote',
];

/** Writes the table; tells how many conversations it holds, and what could not be read. */
export async function flatCsv(run: FlatRun): Promise<FlatOutcome> {
  const { assessments, rules, lang, to, privacy } = run;
  const store = await assessmentStore(assessments);
  const output = typeof to === 'string' ? await fileOutput(to, 0) : streamOutput(to);
  const veil = await veilWhereAsked(await privacyOf(privacy), rules);
  const note = pseudonymNotes(privacy?.keyFile);
  const dialect = lang === 'fr' ? 'excel' : 'plain';
  const setAside: Problem[] = [];
  let [counted, unreadable] = [0, 0];
  try {
    await output.write(csvTable([columns], dialect));
    for await (const batch of store.batches()) {
      const rows = batch.flatMap((one) => {
        if ('reason' in one) {
          if (setAside.length < mostKept) setAside.push(one);
          unreadable += 1;
          return [];
        }
        counted += 1;
        const assessment = veil?.assessment(one.assessment) ?? one.assessment;
        return rules.scorecard.behaviours.flatMap((rule) => rowOf(assessment, rule, rules, lang));
      });
      await note(veil?.met() ?? []);
      if (rows.length === 0) continue;
      // The mark of the encoding stands once, at the start.
      if (!(await output.write(csvTable(rows, dialect).replace(/^\uFEFF/, '')))) break;
    }
    await output.close();
  } catch (error) {
    await output.abandon();
    throw error;
  } finally {
    await store.close();
  }
  return { counted, unreadable, setAside };
}

function rowOf(a: Assessment, rule: BehaviourRule, rules: Rules, lang: 'fr' | 'en'): readonly (readonly Cell[])[] {
  const judgement = a.behaviours[rule.id];
  if (judgement === undefined) return [];
  const first = a.evidence[judgement.evidence?.[0] ?? -1];
  const section = rules.scorecard.sections.find(({ id }) => id === rule.section);
  return [
    [
      a.id,
      a.started_at,
      a.channel,
      a.agent_id,
      a.agent_name,
      a.quality,
      rule.id,
      rule.label[lang],
      section?.label[lang] ?? rule.section,
      rule.weight,
      rule.critical ? 1 : 0,
      judgement.verdict,
      first === undefined ? null : first.turn + 1,
      first?.quote ?? null,
    ],
  ];
}
