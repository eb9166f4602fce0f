// How the client's emotion ran, as facts. Displeasure said in words counts as slight where the emotion was not felt.
import { addFactTurn, factNumber as f, setFact } from './fact-store.ts';
import { markerNumber } from './marker-bits.ts';
import type { Spoken } from './spoken.ts';
import { addSet, clearSet, hasTurn, setsOf } from './turn-sets.ts';

/** Turns of the agent in which displeasure may be met. */
const answers = 2;
const soothing = [markerNumber.empathy, markerNumber.apology];
const upset = [markerNumber.frustration, markerNumber.distress, markerNumber.abuse];

/** What was felt in each turn of the client, in their order. */
let felt = new Int8Array(64);

/** Reads the facts about emotion. */
export function readFeelings({ client, agent, emotion }: Spoken): void {
  if (felt.length < client.length) felt = new Int8Array(client.length * 2);
  let lowest = 0;
  let highest = 0;
  setFound(upset);
  for (let i = 0; i < client.length; i++) {
    const turn = client[i]!;
    const own = emotion[turn] ?? 0;
    const feeling = own > -1 && hasTurn(setsOf.found, turn) ? -1 : own;
    felt[i] = feeling;
    if (feeling < lowest) lowest = feeling;
    if (feeling > highest) highest = feeling;
  }
  setFound(soothing);
  let displeased = 0;
  let met = 0;
  let next = 0;
  for (let i = 0; i < client.length; i++) {
    const turn = client[i]!;
    if (felt[i]! === lowest && lowest < 0) addFactTurn(f['displeasure-peak'], turn);
    if (felt[i]! === highest && highest > 0) addFactTurn(f['delight-peak'], turn);
    if (felt[i]! > -1) continue;
    displeased++;
    addFactTurn(f.displeasure, turn);
    addFactTurn(f['displeasure-met'], turn);
    while (next < agent.length && agent[next]! < turn) next++;
    for (let j = next; j < Math.min(next + answers, agent.length); j++)
      if (hasTurn(setsOf.found, agent[j]!)) {
        met++;
        break;
      }
  }
  setFact(f.displeasure, displeased);
  setFact(f['displeasure-peak'], Math.abs(lowest));
  setFact(f['displeasure-met'], displeased === 0 ? 0 : met / displeased);
  setFact(f['delight-peak'], highest);
  if (client.length === 0) return;
  const last = client[client.length - 1]!;
  const lastFelt = felt[client.length - 1]!;
  setFact(f['displeasure-at-end'], Math.max(0, -lastFelt));
  addFactTurn(f['displeasure-at-end'], last);
  setFact(f.recovery, lastFelt - lowest);
  addFactTurn(f.recovery, last);
}

/** Makes the turns that carry one of some markers the ones found. */
function setFound(markers: readonly number[]): void {
  clearSet(setsOf.found);
  for (let i = 0; i < markers.length; i++) addSet(setsOf.found, setsOf.markers + markers[i]!);
}
