// Compares a team's graded sheet with ecoute's verdicts, criterion by criterion.
import type { CriterionAgreement, GradeDisagreement, Interval, SheetAgreement } from '../model/agreement.ts';
import type { Assessment } from '../model/assessment.ts';
import { type BehaviourId, behaviourIds, type Verdict, verdicts } from '../model/behaviour.ts';
import type { Grade, GradedSheet } from '../model/human-labels.ts';
import { addTables, judgeScore } from './agreement.ts';
import { bootstrap } from './bootstrap.ts';
import { kappa, type Table } from './kappa.ts';

interface Compared {
  readonly grade: Grade;
  readonly ecoute: Verdict;
}

/** Agreement of a sheet with assessments; every graded conversation must have its assessment. */
export function calibration(sheet: GradedSheet, assessments: ReadonlyMap<string, Assessment>): SheetAgreement {
  const compared = sheet.grades.flatMap((grade): readonly Compared[] => {
    const assessment = assessments.get(grade.conversation);
    if (assessment === undefined) return [];
    return [{ grade, ecoute: verdictFor(assessment, grade.behaviour, sheet.tellsViolations) }];
  });
  const criteria = groupedBy(compared, ({ grade }) => grade.criterion).map(criterionAgreement);
  return {
    conversations: new Set(compared.map(({ grade }) => grade.conversation)).size,
    criteria: criteria.sort((a, b) => behaviourIds.indexOf(a.behaviour) - behaviourIds.indexOf(b.behaviour)),
    overall: {
      ...judgeScore(addTables(criteria.map(({ table }) => table)), kappa),
      interval: kappaInterval(compared),
    },
    disagreements: compared.filter(
      ({ grade, ecoute }): boolean => grade.verdict !== ecoute,
    ) satisfies GradeDisagreement[],
    tells_violations: sheet.tellsViolations,
    scales: sheet.scales,
  };
}

function verdictFor(assessment: Assessment, behaviour: BehaviourId, tellsViolations: boolean): Verdict {
  const verdict = assessment.behaviours[behaviour]?.verdict ?? 'na';
  return verdict === 'violated' && !tellsViolations ? 'missed' : verdict;
}

function criterionAgreement(compared: readonly Compared[]): CriterionAgreement {
  const [{ grade }] = compared as [Compared];
  const table = tableOf(compared);
  return {
    criterion: grade.criterion,
    behaviour: grade.behaviour,
    ...judgeScore(table, kappa),
    interval: kappaInterval(compared),
    table,
  };
}

// Whole conversations are drawn: two criteria, or two people's grades, of one conversation are not independent.
function kappaInterval(compared: readonly Compared[]): Interval | null {
  const tables = groupedBy(compared, ({ grade }) => grade.conversation).map(tableOf);
  return bootstrap(tables, (drawn) => [kappa(addTables(drawn))])[0]!;
}

function tableOf(compared: readonly Compared[]): Table {
  const table = verdicts.map(() => verdicts.map(() => 0));
  for (const { grade, ecoute } of compared) table[verdicts.indexOf(grade.verdict)]![verdicts.indexOf(ecoute)]! += 1;
  return table;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
