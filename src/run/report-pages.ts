// The pages of a report one after the other: agents, their conversations, the team, tables for spreadsheets, the summary for machines.
import type { Assessment } from '../model/assessment.ts';
import { type Desk, deskFor } from '../report/desk.ts';
import { agentPageName, conversationPageName } from '../report/page-names.ts';
import { agentPage } from '../report/pages/agent-page.tsx';
import { agentView } from '../report/pages/agent-view.ts';
import { conversationPage } from '../report/pages/conversation-page.tsx';
import { heatPages } from '../report/pages/heat-pages.ts';
import { indexPage } from '../report/pages/index-page.tsx';
import { shownName } from '../report/pages/labels.ts';
import type { Shown } from '../report/pages/moment.tsx';
import { teamPage } from '../report/pages/team-page.tsx';
import type { Candidate } from '../report/summary/best-few.ts';
import { chosen } from '../report/summary/chosen.ts';
import { agentKey } from '../report/summary/gathering.ts';
import type { Summaries, Summarised } from '../report/summary/summarise.ts';
import { agentTable, teamTables } from '../report/tables.ts';
import { csvTable } from '../writers/csv-table.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { type ConversationIndex, conversationKey } from './conversation-index.ts';
import type { PageFiles } from './page-files.ts';
import type { ReportRun } from './report-run.ts';
import type { TranscriptSpool } from './transcript-spool.ts';
import type { Veil } from './veil.ts';

/** What the pages are made from, and where they go. */
export interface Pages {
  readonly run: Pick<ReportRun, 'rules' | 'suggestions' | 'lang' | 'choices' | 'transcripts'>;
  readonly store: AssessmentStore;
  readonly index: ConversationIndex;
  readonly spool: TranscriptSpool;
  readonly summaries: Summaries;
  readonly files: PageFiles;
  readonly veil: Veil | undefined;
}

/** Writes every page; `tell` is told how many agents are done. */
export async function reportPages(pages: Pages, tell: (done: number) => void): Promise<void> {
  const { run, summaries, files } = pages;
  const desk = deskFor({
    lang: run.lang,
    rules: run.rules,
    suggestions: run.suggestions,
    hasTranscripts: run.transcripts.length > 0,
    hasPage: (id, startedAt) => hasPage(pages, id, startedAt),
  });
  const dialect = run.lang === 'fr' ? 'excel' : 'plain';
  for (const [at, agent] of summaries.agents.entries()) {
    const page = agentPageName(agent.key);
    const csv = page.replace(/\.html$/, '.csv');
    const view = agentView(agent, shownName(agent.summary), chosen(agent), (candidate) => shown(pages, candidate));
    files.write(page, agentPage(desk, view, csv.replace('agents/', '')));
    files.write(csv, await csvTable(agentTable(desk, agent.summary), dialect));
    tell(at + 1);
    // Others may want the processor, and a progress line its moment.
    if (at % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
  }
  writeConversations(pages, desk);
  const cards = summaries.agents.map((agent) => ({
    ...agent,
    name: shownName(agent.summary),
    page: agentPageName(agent.key),
  }));
  files.write('index.html', indexPage(desk, summaries.team, cards));
  files.write('team.html', teamPage(desk, summaries.team, cards));
  for (const { name, content } of heatPages(desk, cards, summaries.team.behaviours)) files.write(name, content);
  for (const { name, rows } of teamTables(desk, summaries.team, cards))
    files.write(name, await csvTable(rows, dialect));
  files.write('summary.json', summaryText(summaries));
}

function hasPage({ index, spool, run }: Pages, id: string, startedAt: string | null): boolean {
  if (run.choices.conversations === 'none') return false;
  const number = index.find(conversationKey(id, startedAt));
  return number !== null && spool.has(number);
}

function writeConversations(pages: Pages, desk: Desk): void {
  const { index, spool, store, run, files, summaries } = pages;
  if (run.choices.conversations === 'none') return;
  const names = new Map(summaries.agents.map((agent) => [agent.key, shownName(agent.summary)]));
  for (const number of spool.numbers()) {
    const { assessment, turns } = veiled(pages, store.read(index.entry(number)), number);
    const key = agentKey(assessment);
    const agent = key === null ? null : { name: names.get(key) ?? key, page: agentPageName(key) };
    const name = conversationPageName(assessment.id, assessment.started_at);
    files.write(name, conversationPage(desk, { assessment, turns: turns!, agent }));
  }
}

function shown(pages: Pages, { ref }: Candidate): Shown {
  const written = { ...pages.store.read(ref), id: ref.id };
  return veiled(pages, written, pages.index.find(conversationKey(ref.id, written.started_at)));
}

// Where the transcript is there, its own (perhaps masked) words are the quotes.
function veiled({ spool, veil }: Pages, written: Assessment, number: number | null): Shown {
  const assessment = veil?.assessment(written) ?? written;
  const kept = number === null ? null : spool.read(number);
  if (kept === null) return { assessment, turns: null };
  const evidence = assessment.evidence.map((one) => ({
    ...one,
    quote: kept.turns[one.turn]?.text.slice(one.start, one.end) ?? one.quote,
  }));
  return { assessment: { ...assessment, id: kept.id, evidence }, turns: kept.turns };
}

function summaryText({ agents, team }: Summaries): string {
  const lines = agents.map(({ summary }: Summarised) => JSON.stringify(summary));
  return `{"team":${JSON.stringify(team)},\n"agents":[\n${lines.join(',\n')}\n]}\n`;
}
