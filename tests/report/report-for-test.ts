// A whole report made from assessments and transcripts that a test makes up.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadSuggestions } from '../../src/lexicon/suggestions.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Rules } from '../../src/model/rules.ts';
import { type ReportOutcome, report } from '../../src/run/report.ts';
import type { ReportChoices } from '../../src/run/report-run.ts';
import { grid } from './scored.ts';

/** One turn of a made-up transcript. */
export type Line = readonly [speaker: 'agent' | 'client', text: string];

/** What a report is made from. */
export interface Given {
  readonly assessments: readonly Assessment[];
  /** Transcripts by id of the conversation. */
  readonly transcripts?: Readonly<Record<string, readonly Line[]>>;
  readonly lang?: 'fr' | 'en';
  readonly choices?: ReportChoices;
}

const rules = { ...grid, words: [], classes: {} } as unknown as Rules;

/** A folder that is gone after the test. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecoute-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes the report in a folder. */
export async function reportForTest(out: string, given: Given): Promise<ReportOutcome> {
  const inputs = mkdtempSync(join(tmpdir(), 'ecoute-scores-'));
  try {
    return await reportFrom(inputs, out, given);
  } finally {
    rmSync(inputs, { recursive: true, force: true });
  }
}

async function reportFrom(inputs: string, out: string, given: Given): Promise<ReportOutcome> {
  const scores = join(inputs, 'scores.ndjson');
  writeFileSync(scores, given.assessments.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const told = Object.entries(given.transcripts ?? {}).map(([id, lines]) => {
    const { started_at } = given.assessments.find((one) => one.id === id)!;
    const turns = lines.map(([speaker, text]) => ({ speaker, text }));
    return `${JSON.stringify({ id, channel: 'chat', started_at, agent_id: 'A1', turns })}\n`;
  });
  const transcripts = join(inputs, 'transcripts.ndjson');
  if (told.length > 0) writeFileSync(transcripts, told.join(''));
  return report({
    assessments: [scores],
    transcripts: told.length > 0 ? [transcripts] : [],
    out,
    lang: given.lang ?? 'fr',
    rules,
    suggestions: loadSuggestions(),
    choices: given.choices ?? {},
  });
}
