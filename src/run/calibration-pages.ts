// An evaluation → a page for the calibration meeting, with the same figures as tables for spreadsheets.
import type { Rules } from '../model/rules.ts';
import { deskFor } from '../report/desk.ts';
import { calibrationPage } from '../report/pages/calibration-page.tsx';
import { labelsPage } from '../report/pages/labels-page.tsx';
import { type Cell, csvTable } from '../writers/csv-table.ts';
import type { Evaluation } from './evaluate.ts';
import { type PageCount, pageFiles } from './page-files.ts';

/** What the page is made from, and where it goes. */
export interface CalibrationRun {
  readonly evaluation: Exclude<Evaluation, { readonly kind: 'misfit' }>;
  readonly rules: Rules;
  readonly lang: 'fr' | 'en';
  readonly out: string;
}

interface Table {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Writes `calibration.html` and its tables into a folder. */
export async function calibrationPages({ evaluation, rules, lang, out }: CalibrationRun): Promise<PageCount> {
  const desk = deskFor({ lang, rules, suggestions: {}, hasTranscripts: false, hasPage: () => false });
  const files = pageFiles(out, '.ecoute-calibration.json');
  const page = evaluation.kind === 'sheet' ? calibrationPage(desk, evaluation) : labelsPage(desk, evaluation.report);
  files.write('calibration.html', page);
  const tables = evaluation.kind === 'sheet' ? sheetTables(evaluation) : labelTables(evaluation);
  for (const { name, rows } of tables) files.write(name, await csvTable(rows, lang === 'fr' ? 'excel' : 'plain'));
  return files.close();
}

function sheetTables({ agreement }: Extract<Evaluation, { kind: 'sheet' }>): readonly Table[] {
  return [
    {
      name: 'calibration.csv',
      rows: [
        ['criterion', 'behaviour', 'grades', 'exact', 'kappa', 'low', 'high'],
        ...agreement.criteria.map(({ criterion, behaviour, pairs, exact, kappa, interval }) => [
          criterion,
          behaviour,
          pairs,
          exact,
          kappa,
          interval?.low ?? null,
          interval?.high ?? null,
        ]),
      ],
    },
    {
      name: 'disagreements.csv',
      rows: [
        ['conversation', 'criterion', 'behaviour', 'grade', 'person', 'ecoute', 'by', 'comment'],
        ...agreement.disagreements.map(({ grade, ecoute }) => [
          grade.conversation,
          grade.criterion,
          grade.behaviour,
          grade.written,
          grade.verdict,
          ecoute,
          grade.by ?? null,
          grade.comment ?? null,
        ]),
      ],
    },
  ];
}

function labelTables({ report: { overall } }: Extract<Evaluation, { kind: 'labels' }>): readonly Table[] {
  return [
    {
      name: 'calibration.csv',
      rows: [
        ['behaviour', 'judged', 'exact', 'kappa'],
        ...Object.entries(overall.behaviours).map(([id, { pairs, exact, kappa }]) => [id, pairs, exact, kappa]),
      ],
    },
    {
      name: 'markers.csv',
      rows: [
        ['marker', 'support', 'found', 'precision', 'recall', 'f1'],
        ...Object.entries(overall.markers).map(([id, { support, found, precision, recall, f1 }]) => [
          id,
          support,
          found,
          precision,
          recall,
          f1,
        ]),
      ],
    },
  ];
}
