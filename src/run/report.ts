// Score files, and conversations where they are given → a folder of pages. Everything is streamed; what pages quote is read back.
import { IoError } from '../errors.ts';
import type { AssessmentRef, ReportLedger } from '../model/agent-summary.ts';
import type { Conversation } from '../model/conversation.ts';
import { type Problem, showPlace } from '../model/place.ts';
import { readInputs } from '../readers/read-inputs.ts';
import { chosen, quotedIn } from '../report/summary/chosen.ts';
import { emptyGathering, gather } from '../report/summary/gathering.ts';
import { type Summaries, summarise, withTopics } from '../report/summary/summarise.ts';
import { type Topics, topics } from '../report/summary/topics.ts';
import { type AssessmentStore, assessmentStore } from './assessment-store.ts';
import { type ConversationIndex, conversationIndex } from './conversation-index.ts';
import { type PageCount, pageFiles } from './page-files.ts';
import { privacyOf, pseudonymNotes, veilWhereAsked } from './privacy.ts';
import { reportPages } from './report-pages.ts';
import type { ReportRun } from './report-run.ts';
import { fits } from './transcript-fit.ts';
import { type TranscriptSpool, transcriptSpool } from './transcript-spool.ts';
import { placedAs, twins } from './twins.ts';
import type { Veil } from './veil.ts';

/** What came of it. */
export interface ReportOutcome extends PageCount {
  readonly agents: number;
  readonly counted: number;
  readonly setAside: readonly Problem[];
  readonly unreadable: number;
}

/** With no more conversations than this, every one of them gets a page. */
const few = 500;
const shownProblems = 20;

/** Makes the report. Memory grows with the agents, not with the conversations. */
export async function report(run: ReportRun): Promise<ReportOutcome> {
  const store = await assessmentStore(run.assessments);
  const spool = await transcriptSpool();
  try {
    const index = conversationIndex();
    const veil = await veilWhereAsked(await privacyOf(run.choices.privacy), run.rules);
    const { all, account, setAside, names } = await gathered(run, { store, index, veil });
    // An older report must not give way to an empty one.
    if (index.size() === 0) throw new IoError(nothingIn(run.assessments, setAside), 65);
    await pseudonymNotes(run.choices.privacy?.keyFile)(veil?.met() ?? []);
    const summaries = summarise(all, run.rules.scorecard, account);
    const heard = await transcriptsHeard(run, { store, index, spool, summaries, veil, names });
    const told: Summaries = {
      agents: summaries.agents,
      team: withTopics(summaries.team, heard.topics.top(), heard),
    };
    const files = pageFiles(run.out);
    const pages = { run, store, index, spool, summaries: told, files, veil };
    await reportPages(pages, (done) => run.choices.onProgress?.('pages', done));
    return {
      ...files.close(),
      agents: told.agents.length,
      counted: account.read - account.repeated - account.unreadable,
      setAside,
      unreadable: account.unreadable,
    };
  } finally {
    spool.close();
    await store.close();
  }
}

function nothingIn(inputs: readonly string[], [first]: readonly Problem[]): string {
  const why = first === undefined ? '' : `; ${showPlace(first.place)} ${first.reason}`;
  return `no assessment in ${inputs.join(', ')}${why}`;
}

type Account = Pick<ReportLedger, 'read' | 'repeated' | 'unreadable'>;

async function gathered({ choices }: ReportRun, { store, index, veil }: Pick<Hearing, 'store' | 'index' | 'veil'>) {
  const all = emptyGathering();
  const names = new Map<string, string>();
  const setAside: Problem[] = [];
  const account = { read: 0, repeated: 0, unreadable: 0 };
  for await (const batch of store.batches()) {
    for (const one of batch) {
      account.read += 1;
      if ('reason' in one) {
        account.unreadable += 1;
        if (setAside.length < shownProblems) setAside.push(one);
        continue;
      }
      const { assessment: written, ...place } = one;
      const id = placedAs(index, store, one);
      if (id === null) account.repeated += 1;
      else {
        if (written.agent_id !== null && written.agent_name !== null) names.set(written.agent_id, written.agent_name);
        const assessment = veil?.assessment(written) ?? written;
        const ref: AssessmentRef = { id, ...place };
        gather(all, id === assessment.id ? assessment : { ...assessment, id }, ref);
      }
    }
    choices.onProgress?.('reading', account.read);
  }
  return { all, account: account satisfies Account, setAside, names };
}

/** What the transcripts brought. */
export interface TranscriptsHeard {
  readonly topics: Topics;
  /** Transcripts without a score, and those that do not go with theirs. */
  readonly unknown: number;
  readonly misfit: number;
}

interface Hearing {
  readonly store: AssessmentStore;
  readonly index: ConversationIndex;
  readonly spool: TranscriptSpool;
  readonly summaries: Summaries;
  readonly veil: Veil | undefined;
  /** Names of agents by id: what is to be hidden where the transcript itself names nobody. */
  readonly names: ReadonlyMap<string, string>;
}

async function transcriptsHeard(
  run: ReportRun,
  { store, index, spool, summaries, veil, names }: Hearing,
): Promise<TranscriptsHeard> {
  const found = topics();
  let [unknown, misfit, read] = [0, 0, 0];
  if (run.transcripts.length === 0) return { topics: found, unknown, misfit };
  const wanted = wantedIn(run, summaries, index);
  for await (const item of readInputs(run.transcripts)) {
    if (item.kind === 'problem') continue;
    read += 1;
    run.choices.onProgress?.('transcripts', read);
    const { conversation } = item;
    const known = [...twins(index, conversation.id, conversation.startedAt)];
    if (known.length === 0) {
      unknown += 1;
      continue;
    }
    const shown = veil?.conversation(named(conversation, names)) ?? conversation;
    found.add(shown, index.entry(known[0]!.number).isHard);
    const asked = known.filter(({ number }) => wanted === 'all' || wanted.has(placeKey(index.entry(number))));
    if (asked.length === 0) continue;
    const own = asked.find(({ number }) => !spool.has(number) && fits(store.read(index.entry(number)), conversation));
    if (own !== undefined) spool.add(own.number, { id: own.id, turns: shown.turns });
    else if (known.length === 1) misfit += 1;
  }
  return { topics: found, unknown, misfit };
}

function named(conversation: Conversation, names: ReadonlyMap<string, string>): Conversation {
  const { agent } = conversation;
  const name = agent.name ?? names.get(agent.id ?? '');
  return name === undefined ? conversation : { ...conversation, agent: { ...agent, name } };
}

function wantedIn(
  { choices }: ReportRun,
  { agents }: Summaries,
  index: ConversationIndex,
): ReadonlySet<string> | 'all' {
  if (choices.conversations === 'all' || (choices.conversations === undefined && index.size() <= few)) return 'all';
  const wanted = new Set<string>();
  for (const agent of agents) for (const { ref } of quotedIn(chosen(agent))) wanted.add(placeKey(ref));
  return wanted;
}

/** What tells one assessment from another by where it lies. */
export function placeKey({ file, offset }: { readonly file: number; readonly offset: number }): string {
  return `${file}:${offset}`;
}
