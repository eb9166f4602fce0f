// Reads a team's graded sheet: a CSV with a conversation, a criterion and a grade in each row.
import type { BehaviourId } from '../model/behaviour.ts';
import type { Grade, GradedSheet } from '../model/human-labels.ts';
import { type Place, type Problem, showPlace } from '../model/place.ts';
import type { BehaviourRule } from '../model/scorecard.ts';
import { allowedCriteria, type CriteriaMap, criterionFinder } from './criteria.ts';
import { allowedGrades, bareWord, type GradeMeaning, gradeMeaning, pointsVerdict } from './grades.ts';
import { type Column, sheetRows } from './sheet-rows.ts';

/** A sheet and everything in it that could not be used. */
export interface SheetFile {
  readonly sheet: GradedSheet;
  readonly problems: readonly Problem[];
}

interface Row {
  readonly conversation: string;
  readonly behaviour: BehaviourId;
  readonly criterion: string;
  readonly written: string;
  readonly meaning: GradeMeaning;
  readonly by?: string;
  readonly comment?: string;
  readonly place: Place;
}

/** Parses a sheet; `file` is its name as the user knows it. */
export async function parseSheet(
  text: string,
  file: string,
  behaviours: readonly Pick<BehaviourRule, 'id' | 'label'>[],
  map: CriteriaMap,
): Promise<SheetFile> {
  const read = await sheetRows(text, file);
  if ('reason' in read) return { sheet: sheetOf([]), problems: [read] };
  const { at, rows: body } = read;
  const findBehaviour = criterionFinder(behaviours, map);
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const firsts = new Map<string, Place>();
  const spellings = new Map<string, string>();
  for (const { cells, place } of body) {
    const row = readRow(cells, place);
    if (typeof row === 'string') {
      problems.push({ place, reason: row });
      continue;
    }
    const key = JSON.stringify([row.conversation, bareWord(row.criterion), row.by]);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, place);
      // One spelling a criterion, the first one, so that its rows stay together.
      const spelling = spellings.get(bareWord(row.criterion)) ?? row.criterion;
      spellings.set(bareWord(row.criterion), spelling);
      rows.push({ ...row, criterion: spelling });
    } else
      problems.push({
        place,
        reason: `"${row.criterion}" of conversation "${row.conversation}" is graded twice, first at ${showPlace(first)}`,
      });
  }
  return { sheet: sheetOf(rows), problems };

  function readRow(cells: readonly string[], place: Place): Row | string {
    const cell = (column: Column): string => (cells[at[column] ?? -1] ?? '').trim();
    const [conversation, criterion, written] = [cell('conversation'), cell('criterion'), cell('grade')];
    if (conversation === '') return 'no conversation in this row';
    const behaviour = findBehaviour(criterion);
    if (behaviour === undefined)
      return `criterion "${criterion}" is none of ours; allowed, or to be named in --criteria: ${allowedCriteria(behaviours)}`;
    const mapped = map.grades.get(bareWord(written));
    const read = mapped === undefined ? gradeMeaning(written) : ({ kind: 'verdict', verdict: mapped } as const);
    if (read === undefined)
      return `grade "${written}" is not understood; allowed, or to be named in --criteria: ${allowedGrades}`;
    const full = gradeMeaning(cell('full'));
    const meaning = read.kind === 'points' && full?.kind === 'points' ? { full: full.points, ...read } : read;
    const [by, comment] = [cell('by'), cell('comment')];
    return {
      ...{ conversation, behaviour, criterion, written, meaning, place },
      ...(by === '' ? {} : { by }),
      ...(comment === '' ? {} : { comment }),
    };
  }
}

function sheetOf(rows: readonly Row[]): GradedSheet {
  const scales = new Map<string, number>();
  for (const { criterion, meaning } of rows)
    if (meaning.kind === 'points')
      scales.set(criterion, Math.max(scales.get(criterion) ?? 0, meaning.full ?? meaning.points));
  const grades = rows.map(({ meaning, ...row }): Grade => {
    const full = scales.get(row.criterion) ?? 0;
    const verdict = meaning.kind === 'verdict' ? meaning.verdict : pointsVerdict(meaning.points, meaning.full ?? full);
    return { ...row, verdict };
  });
  return {
    grades,
    tellsViolations: grades.some(({ verdict }) => verdict === 'violated'),
    scales: [...scales].map(([criterion, full]) => ({ criterion, full })),
  };
}
