// A sample as people read it: for each agent what to listen to and why, then what the draw gains over chance.
import type { AgentDraws, Draw, DrawKind, Gain, Sample, Sign, TopShare } from '../model/sample.ts';
import type { Scorecard } from '../model/scorecard.ts';
import { pad, printable } from '../text/terminal.ts';
import { type Colour, type Screen, screenOn, type Terminal } from './paint.ts';
import { type SampleWords, sampleWords } from './sample-words.ts';
import { signed } from './verdict-line.ts';
import { words } from './words.ts';

const colours: Readonly<Record<DrawKind, Colour>> = { 'likely-bad': 'red', 'likely-excellent': 'green', random: 'dim' };

/** The sample as text; `gains` is empty where there were no labels. */
export function sampleList(
  sample: Sample,
  gains: readonly Gain[],
  { behaviours }: Pick<Scorecard, 'behaviours'>,
  terminal: Terminal,
): string {
  const screen = screenOn(terminal);
  const w = sampleWords[terminal.lang];
  const labels = new Map<string, string>(behaviours.map(({ id, label }) => [id, label[terminal.lang]]));
  const drawn = sample.agents.reduce((sum, { draws }) => sum + draws.length, 0);
  const seen = sample.agents.reduce((sum, { conversations }) => sum + conversations, 0);
  return [
    screen.paint(w.title(drawn, seen, sample.agents.length, sample.seed), 'bold'),
    ...(sample.not_judged > 0 ? [w.notJudged(sample.not_judged)] : []),
    ...sample.agents.map((agent) => agentBlock(agent, labels, w, screen)),
    ...(gains.length === 0 ? [] : [gainBlock(gains, w, screen)]),
  ].join('\n\n');
}

function agentBlock(
  { agent_id, agent_name, conversations, draws }: AgentDraws,
  labels: ReadonlyMap<string, string>,
  w: SampleWords,
  screen: Screen,
): string {
  const name = [agent_name, agent_id].filter((part) => part !== null).join(' · ') || words[screen.lang].unknownAgent;
  const heading = `${screen.paint(printable(name), 'bold')} ${w.drawnOf(draws.length, conversations)}`;
  const kindWidth = Math.max(...Object.values(w.kinds).map((kind) => kind.length));
  const idWidth = Math.max(...draws.map(({ id }) => id.length));
  const line = (draw: Draw): string => {
    const kind = screen.paint(pad(w.kinds[draw.kind], kindWidth), colours[draw.kind]);
    const why = draw.signs.map((sign) => signText(sign, labels, w, screen)).join(' ; ');
    return `  ${kind}  ${pad(printable(draw.id), idWidth)}  ${why}`.trimEnd();
  };
  return [heading, ...draws.map(line)].join('\n');
}

function signText(sign: Sign, labels: ReadonlyMap<string, string>, w: SampleWords, { lang }: Screen): string {
  switch (sign.kind) {
    case 'critical':
    case 'violated':
      return w[sign.kind](sign.behaviours.map((id) => labels.get(id) ?? id).join(', '));
    case 'quality':
      return w.quality(words[lang].percent(sign.quality));
    case 'unrecovered':
    case 'recovered':
    case 'delight':
      return w[sign.kind](signed(sign.peak));
    case 'alert':
      return words[lang].alerts[sign.alert];
  }
}

function gainBlock(gains: readonly Gain[], w: SampleWords, { paint }: Screen): string {
  const lines = gains.flatMap((gain) => {
    const { kind, labelled, so, drawn, hits, by_chance } = gain;
    return [
      w.base[kind](so, labelled),
      `  ${w.drawnHits(hits, drawn, w.figure(by_chance), by_chance > 0 ? w.figure(hits / by_chance) : '—')}`,
      ...[gain.top_tenth, gain.top_quarter].flatMap((top) => (top === null ? [] : [`  ${topLine(top, w)}`])),
    ];
  });
  return [paint(w.gainTitle, 'bold'), ...lines, paint(w.gainNote, 'dim')].join('\n');
}

function topLine({ conversations, hits, lift, interval }: TopShare, w: SampleWords): string {
  const between = interval === null ? '' : w.between(w.figure(interval.low), w.figure(interval.high));
  return w.top(conversations, hits, w.figure(lift), between);
}
