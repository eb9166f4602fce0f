// Which criterion of a team's sheet is which of our behaviours: by id, by label, or by the team's own map.
import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { type Fault, RuleError } from '../errors.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../model/behaviour.ts';
import type { BehaviourRule } from '../model/scorecard.ts';
import { bareWord } from './grades.ts';

/** The team's words: criteria as behaviours, and grades as verdicts. Keys are bare words. */
export interface CriteriaMap {
  readonly criteria: ReadonlyMap<string, BehaviourId>;
  readonly grades: ReadonlyMap<string, Verdict>;
}

/** A map that says nothing: ids and labels only. */
export const noCriteriaMap: CriteriaMap = { criteria: new Map(), grades: new Map() };

/** Finds the behaviour of a criterion; undefined where none fits. */
export function criterionFinder(
  behaviours: readonly Pick<BehaviourRule, 'id' | 'label'>[],
  map: CriteriaMap,
): (criterion: string) => BehaviourId | undefined {
  const known = new Map<string, BehaviourId>(behaviourIds.map((id) => [bareWord(id), id]));
  for (const { id, label } of behaviours) {
    known.set(bareWord(label.fr), id);
    known.set(bareWord(label.en), id);
  }
  return (criterion) => map.criteria.get(bareWord(criterion)) ?? known.get(bareWord(criterion));
}

/** What may be written as a criterion, for error messages. */
export function allowedCriteria(behaviours: readonly Pick<BehaviourRule, 'id' | 'label'>[]): string {
  const labels = new Map(behaviours.map(({ id, label }) => [id, label.fr]));
  return behaviourIds.map((id) => (labels.has(id) ? `${id} (${labels.get(id)})` : id)).join(', ');
}

/** Parses a map: `criteria:` from the team's criteria to our behaviours, `grades:` from its grades to our verdicts. */
export function parseCriteriaMap(text: string, file: string): CriteriaMap {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const faults: Fault[] = document.errors.map((error) => fault(error.pos[0], error.message.split('\n')[0]!));
  const criteria = new Map<string, BehaviourId>();
  const grades = new Map<string, Verdict>();
  if (faults.length === 0 && !isMap(document.contents))
    faults.push(fault(0, 'allowed are two lists, `criteria:` and `grades:`'));
  for (const section of isMap(document.contents) ? document.contents.items : []) {
    const name = keyOf(section);
    if (name === 'criteria') fill(section, criteria, behaviourIds);
    else if (name === 'grades') fill(section, grades, verdicts);
    else faults.push(fault(placeOf(section), `"${name}" found; allowed are \`criteria:\` and \`grades:\``));
  }
  if (faults.length > 0) throw new RuleError(faults);
  return { criteria, grades };

  function fill<T extends string>(section: Pair, into: Map<string, T>, allowed: readonly T[]): void {
    if (!isMap(section.value)) {
      faults.push(fault(placeOf(section), `"${keyOf(section)}:" must hold lines \`what you write: ${allowed[0]}\``));
      return;
    }
    for (const entry of section.value.items) {
      const value = isScalar(entry.value) ? String(entry.value.value) : '';
      const target = allowed.find((one) => one === value);
      if (target === undefined)
        faults.push(fault(placeOf(entry), `"${value}" found for "${keyOf(entry)}"; allowed are ${allowed.join(', ')}`));
      else into.set(bareWord(keyOf(entry)), target);
    }
  }

  function fault(offset: number, message: string): Fault {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
  }
}

function keyOf(entry: Pair): string {
  return isScalar(entry.key) ? String(entry.key.source ?? entry.key.value) : '';
}

function placeOf(entry: Pair): number {
  return isScalar(entry.key) ? (entry.key.range?.[0] ?? 0) : 0;
}
