// A report of the worst that exports may hold: markup, formulas, paths, endless words, text that runs the other way.
import type { Given, Line } from './report-for-test.ts';
import { scored } from './scored.ts';

/** Names and ids that try to get out. */
export const hostileNames = [
  '<script>window.hacked=1</script>',
  '"><img src=x onerror=window.hacked=1>',
  '=HYPERLINK("http://evil.example","x")',
  '../../etc/passwd',
  'שלום עולם',
  'محمد \u202Egnp.exe\u202C',
  'x'.repeat(10_000),
  '\u0000\u0007\u001b[31mrouge',
  'Zoë 👩🏽‍🚀 O’Neill-d’Arc',
  'CON',
] as const;

const longWord = 'é'.repeat(10_000);

/** Conversations of all of them, with everything that a page can show. */
export const hostile: Given = {
  assessments: hostileNames.flatMap((name, n) =>
    Array.from({ length: 6 }, (_, at) =>
      scored({
        id: `${name.slice(0, 200)}#${at}`,
        agent: name,
        name: n % 2 === 0 ? name : null,
        at: `2026-0${1 + (at % 3)}-1${at}T1${at}:00:00`,
        quality: 50 + at * 7 + n,
        verdicts: { warmth: at % 2 === 0 ? 'missed' : 'violated', calm: 'missed' },
        evidence: [
          { turn: 0, quote: 'Bonjour' },
          { marker: 'refusal', turn: 2, quote: '</p><script>window.hacked=1</script>', start: 0, end: 36 },
          { marker: 'abuse', turn: 1, quote: longWord.slice(0, 50), start: 0, end: 50 },
        ],
        turns: 4,
        emotion: [null, -3, null, at === 5 ? 2 : 0],
        flags: [{ from: 1, to: 2, polarity: 'negative', peak: -3, recovered: true }],
        alerts: ['abuse'],
      }),
    ),
  ),
  transcripts: Object.fromEntries(
    hostileNames.flatMap((name) =>
      Array.from({ length: 6 }, (_, at): [string, readonly Line[]] => [
        `${name.slice(0, 200)}#${at}`,
        [
          ['agent', 'Bonjour <b>vous</b> &amp; {{constructor}} $' + '{1+1}'],
          ['client', `${longWord} \u202Eesrever\u202C`],
          ['agent', '</p><script>window.hacked=1</script> ]]> <!-- <svg onload=alert(1)>'],
          ['client', 'مرحبا بك، هذا نص طويل من اليمين إلى اليسار <iframe src="http://evil.example">'],
        ],
      ]),
    ),
  ),
};
