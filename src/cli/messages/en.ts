// What the command line says, in English.
import type { Messages } from './fr.ts';

const plural = (n: number): string => (n === 1 ? '' : 's');
const count = (n: number): string => n.toLocaleString('en-US');
const nearestOf = (nearest: string | undefined): string => (nearest === undefined ? '' : ` Did you mean ${nearest}?`);

export const en: Messages = {
  about: 'Listens to French customer-service conversations and shows the words behind every verdict.',
  help: {
    usage: '[options]',
    titles: { 'Usage:': 'Usage:' },
  },
  options: {
    help: 'shows this help',
    version: 'shows the version',
    lang: 'language of the messages (French by default)',
    from: 'input format (recognised by its content otherwise)',
    agent: 'the speaker who is the agent, where the export does not say (SPEAKER_00…)',
    map: 'YAML file that says how to read a CSV or JSON that nothing recognises (a draft: ecoute inspect --suggest-map)',
    to: 'output format (pretty on a terminal, ndjson otherwise)',
    out: 'output file, written under a temporary name and then renamed',
    lexicons: 'a folder of lexicons instead of the one in the package',
    scorecard: 'a scorecard instead of lexicons/scorecard.yaml',
    region: 'regional variety to add',
    ears: 'lexicons alone, or lexicons and the trained ear',
    problems: 'NDJSON file for the records set aside, with file, line and reason',
    strict: 'exit code 1 as soon as a record is set aside',
    excel: 'CSV for a French Excel: BOM, semicolon, decimal comma',
    threads: 'number of threads (as many as cores by default)',
    resume: 'continues an interrupted --out where it stopped',
    id: 'id of the conversation (not needed where there is only one)',
    json: 'as JSON',
  },
  score: {
    about: 'Judges conversations: files, folders, globs (*.ndjson) or - for standard input.',
    usage: '[INPUT…] [options]',
    noInput: 'nothing to read: give a file, a folder, a glob, or - for standard input',
    badThreads: (typed) => `--threads takes a whole number from 1, not "${typed}"`,
    resumeNeedsOut: '--resume continues a file: it needs --out FILE',
    excelNeedsCsv: '--excel only makes sense with --to csv',
    prettyCannotResume: '--resume is for ndjson and csv',
    progress: (judged, setAside, seconds) =>
      `${count(judged)} judged${setAside > 0 ? `, ${count(setAside)} set aside` : ''} · ${count(Math.round(judged / Math.max(seconds, 0.001)))}/s`,
    ledger: (read, judged, setAside) =>
      `${count(read)} record${plural(read)} read = ${count(judged)} judged + ${count(setAside)} set aside`,
    reason: (n, first) => (n === 1 ? first : `${count(n)} × ${first}`),
    moreProblems: (n) => `… and ${count(n)} for other reasons`,
    keepProblems: '--problems FILE keeps every record that was set aside, with file, line and reason',
    noticeKinds: { format: 'read as', encoding: 'encoding', roles: 'roles', dropped: 'left out of the conversations' },
    duplicates: (n, some) => `${count(n)} duplicate id${plural(n)}, every conversation is judged: ${some}`,
    resumed: (n) => `resumed after ${count(n)} record${plural(n)}`,
    written: (file) => `written to ${file}`,
  },
  explain: {
    about: 'Shows one conversation turn by turn: evidence highlighted, emotion, verdicts and their grounds.',
    usage: 'INPUT [--id ID] [options]',
    needsId: (n, some) => `${count(n)} conversations here: choose with --id (${some})`,
    notFound: (id, input, some) => `no conversation "${id}" in ${input} (there are ${some})`,
    empty: (input) => `no conversation in ${input}`,
  },
  check: {
    about: 'Validates lexicons and scorecard, runs every example, shows all faults.',
    usage: '[options]',
    good: (markers, phrases, examples, behaviours) =>
      `All good: ${count(markers)} markers, ${count(phrases)} phrases, ${count(examples)} examples run, ${count(behaviours)} behaviours.`,
  },
  markers: {
    about: 'The table of markers and behaviours in force.',
    usage: '[options]',
    marker: 'MARKER',
    speaker: 'WHO',
    label: 'LABEL',
    phrases: 'PHRASES',
    examples: 'EXAMPLES',
    behaviour: 'BEHAVIOUR',
    section: 'SECTION',
    weight: 'WEIGHT',
    critical: 'critical',
    agent: 'agent',
    client: 'client',
    kinds: { pair: 'pair', 'built-in': 'built in' },
    rules: (hash) => `rules ${hash}`,
  },
  failure: {
    rules: (n) => `ecoute: ${count(n)} fault${plural(n)} in the rules`,
    io: { 65: 'input not understood', 66: 'input not found', 74: 'output cannot be written' },
    internal: 'ecoute: internal error, please report what follows',
    seeHelp: (name) => `${name} --help tells more`,
    usage: {
      unknownOption: (typed, nearest) => `unknown option "${typed}".${nearestOf(nearest)}`,
      unknownCommand: (typed, nearest) => `unknown command "${typed}".${nearestOf(nearest)}`,
      optionNeedsValue: (option) => `option ${option} needs a value`,
      missingArgument: (name) => `${name} is missing`,
      missingOption: (option) => `option ${option} is missing`,
      tooMany: 'too many arguments',
      invalidValue: (option, value, choices) =>
        `"${value}" does not suit ${option}${choices === undefined ? '' : `: ${choices}`}`,
    },
  },
};
