// Each miss and false alarm as a person reads it: the turn before, the turn with its evidence marked, and why.
import type { Disagreement, Pair } from '../model/agreement.ts';
import type { Evidence } from '../model/evidence.ts';
import { showPlace } from '../model/place.ts';
import { printable } from '../text/terminal.ts';
import { type AgreementWords, agreementWords } from './agreement-words.ts';
import { highlighted } from './highlight.ts';
import { type Screen, screenOn, type Terminal } from './paint.ts';
import { signed, turnRanges } from './verdict-line.ts';
import { words } from './words.ts';

/** Disagreements under a heading for each marker, behaviour, emotion and flags. */
export function disagreementList(list: readonly Disagreement[], terminal: Terminal): string {
  const screen = screenOn(terminal);
  const w = agreementWords[screen.lang];
  if (list.length === 0) return w.noDisagreement;
  const about = new Map<string, Disagreement[]>();
  for (const one of list) {
    // A marker and a behaviour may bear the same name.
    const key = `${one.kind === 'verdict'} ${one.about}`;
    const group = about.get(key);
    if (group === undefined) about.set(key, [one]);
    else group.push(one);
  }
  return [...about.values()]
    .map((group) => {
      const shownOnes = group.map((one) => shown(one, w, screen));
      return `${heading(group, w, screen)}\n\n${shownOnes.join(group[0]?.kind === 'verdict' ? '\n' : '\n\n')}`;
    })
    .join('\n\n');
}

function heading(group: readonly Disagreement[], w: AgreementWords, { paint }: Screen): string {
  const [{ about, kind }] = group as [Disagreement];
  const misses = group.filter(isMiss).length;
  const counts =
    kind === 'verdict' || kind === 'emotion'
      ? w.disagreements(group.length)
      : `${w.miss} ${misses}, ${w.falseAlarm} ${group.length - misses}`;
  const name =
    { emotion: w.emotion, flag: w.flags, verdict: `${w.behaviour.toLowerCase()} ${about}` }[kind as string] ?? about;
  return paint(`── ${name}${w.colon}${counts}`, 'bold');
}

function isMiss(one: Disagreement): boolean {
  return one.kind === 'miss' || (one.kind === 'flag' && one.side === 'miss');
}

function shown(one: Disagreement, w: AgreementWords, screen: Screen): string {
  switch (one.kind) {
    case 'miss':
    case 'false-alarm': {
      const mine = one.evidence.filter(({ marker }) => marker === one.about);
      const title = one.kind === 'miss' ? w.miss : w.falseAlarm;
      const marked = `${w.person}${w.colon}${one.marked.join(', ') || w.nothing}`;
      const heard = one.kind === 'miss' ? one.evidence : mine;
      return lines(
        titleLine(title, one.pair, `${w.turn} ${one.turn}`, marked, screen),
        turnsAround(one.pair, one.turn, mine, screen),
        heardLines(heard, w, screen),
      );
    }
    case 'emotion': {
      const gap = `${w.person} ${signed(one.person)}, ${w.heard} ${signed(one.ecoute)}`;
      return lines(
        titleLine(w.disagreement, one.pair, `${w.turn} ${one.turn}`, gap, screen),
        turnsAround(one.pair, one.turn, one.evidence, screen),
        heardLines(one.evidence, w, screen),
      );
    }
    case 'verdict': {
      const { verdicts } = words[screen.lang];
      const gap = `${w.person} ${verdicts[one.person]}, ${w.heard} ${verdicts[one.ecoute]}`;
      const searched =
        one.searched.length === 0 ? '' : words[screen.lang].searched(words[screen.lang].turn(turnRanges(one.searched)));
      const grounds =
        one.evidence.length > 0
          ? heardLines(one.evidence, w, screen)
          : screen.paint(searched === '' ? '' : `      ${searched}`, 'dim');
      return lines(titleLine(w.disagreement, one.pair, gap, '', screen), grounds);
    }
    case 'flag': {
      const { from, to, polarity } = one.flag;
      const where = `${words[screen.lang].turn(turnRanges(from === to ? [from] : rangeOf(from, to)))}, ${w.polarity[polarity]}`;
      const title = one.side === 'miss' ? w.miss : w.falseAlarm;
      const inside = rangeOf(Math.max(0, from - 1), to).map((turn) => turnLine(one.pair, turn, [], screen));
      return lines(titleLine(title, one.pair, where, '', screen), inside.join('\n'));
    }
  }
}

function titleLine(title: string, { conversation }: Pair, where: string, more: string, { paint }: Screen): string {
  const place = printable(`${conversation.id}, ${showPlace(conversation.from)}`);
  return `${paint(title, 'yellow')} · ${place} · ${where}${more === '' ? '' : ` · ${more}`}`;
}

function turnsAround(pair: Pair, turn: number, evidence: readonly Evidence[], screen: Screen): string {
  const before = turn > 0 ? `${turnLine(pair, turn - 1, [], screen)}\n` : '';
  return before + turnLine(pair, turn, evidence, screen);
}

function turnLine(pair: Pair, at: number, evidence: readonly Evidence[], { lang, paint }: Screen): string {
  const turn = pair.conversation.turns[at];
  if (turn === undefined) return '';
  // One line a turn, however long: the list is searched and cut by other tools.
  const text = highlighted(turn.text, evidence, Number.POSITIVE_INFINITY, paint).join(' ');
  const label = pair.labels.turns.find(({ index }) => index === at);
  const felt = label?.emotion === undefined ? '' : ` (${signed(label.emotion)})`;
  return `  ${String(at).padStart(3)} ${words[lang].roles[turn.role]}${felt}${agreementWords[lang].colon}${text}`;
}

function heardLines(evidence: readonly Evidence[], w: AgreementWords, { lang, paint }: Screen): string {
  return evidence
    .map(({ marker, turn, quote, because }) =>
      paint(
        `      ${w.heard}${w.colon}${marker} ${words[lang].quote(printable(quote))} ${w.turn} ${turn}, ${because}`,
        'dim',
      ),
    )
    .join('\n');
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function rangeOf(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
