// Signs of feeling that mean more, or something else, together: an exclamation is glad or angry by the words beside it.
import { addSign, amountOf, hasSign, signNumber } from './emotion-sign.ts';

const frustration = signNumber('frustration');
const distress = signNumber('distress');
const delight = signNumber('delight');
const joy = signNumber('joy');
const intensifier = signNumber('intensifier');
const softener = signNumber('softener');
const relief = signNumber('relief');
const hurt = signNumber('hurt');
const wait = signNumber('wait');
const protest = signNumber('protest');
const afterRefusal = signNumber('after-refusal');

const stressed = signNumber('stressed');
const muted = signNumber('muted');
const warmed = signNumber('warmed');
const mixed = signNumber('mixed');
const bareRelief = signNumber('bare-relief');
const sourJoy = signNumber('sour-joy');
const coldJoy = signNumber('cold-joy');
const cornered = signNumber('cornered');
const fedUp = signNumber('fed-up');

const negative = ['frustration', 'distress', 'trouble', 'hurt', 'swear', 'grief', 'wait'].map(signNumber);
const positive = ['thanks', 'delight', 'joy', 'relief', 'laugh'].map(signNumber);

/** Pairs of a sign and what it is called in this company. */
const bare = called('bare', ['swear', 'ultimatum', 'sigh']);
const loud = ['shouted', 'outbursts', 'exclamations', 'bewildered'];
const glad = called('glad', loud);
const angry = called('angry', loud);

/** Signs that mean more, or something else, together. */
export function addTogether(): void {
  const isNegative = hasAny(negative);
  const isPositive = hasAny(positive);
  if (isNegative) {
    addSign(stressed, amountOf(intensifier));
    addSign(muted, amountOf(softener));
  } else if (isPositive) addSign(warmed, amountOf(intensifier));
  if (isNegative && isPositive) addSign(mixed, 1);
  if (!hasSign(frustration) && !hasSign(distress)) addEach(bare);
  if (!hasSign(delight)) addSign(bareRelief, amountOf(relief));
  addBoth(sourJoy, joy, frustration);
  if (isPositive && !hasSign(frustration)) addEach(glad);
  else if (isNegative || hasSign(protest)) addEach(angry);
  addBoth(coldJoy, joy, afterRefusal);
  addBoth(cornered, frustration, hurt);
  addBoth(fedUp, frustration, wait);
}

/** As much of a sign as there is of another, where a third is there too. */
function addBoth(one: number, as: number, beside: number): void {
  if (hasSign(beside)) addSign(one, amountOf(as));
}

function addEach(pairs: readonly (readonly [number, number])[]): void {
  for (let i = 0; i < pairs.length; i++) addSign(pairs[i]![1], amountOf(pairs[i]![0]));
}

function hasAny(signs: readonly number[]): boolean {
  for (let i = 0; i < signs.length; i++) if (hasSign(signs[i]!)) return true;
  return false;
}

function called(how: string, names: readonly string[]): readonly (readonly [number, number])[] {
  return names.map((name) => [signNumber(name), signNumber(`${how}-${name}`)]);
}
