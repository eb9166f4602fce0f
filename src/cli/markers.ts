// `ecoute markers`: what can be heard and what is judged, with the rules in force.
import type { Command } from 'commander';
import type { Rules } from '../index.ts';
import type { Context } from './context.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';

/** Adds `markers` to the program. */
export function markers(program: Command, context: Context): void {
  const { messages } = context;
  const command = program
    .command('markers')
    .usage(messages.markers.usage)
    .summary(messages.markers.about)
    .description(messages.markers.about)
    .option('--json', messages.options.json);
  ruleOptions(command, messages).action(async (options: RuleOptions & { readonly json?: true }) => {
    const { loadRules, pad, displayWidth } = await import('../index.ts');
    const rules = await loadRules(ruleSources(options));
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(asJson(rules), null, 2)}\n`);
      return;
    }
    const lines = [markerRows(rules, context), behaviourRows(rules, context)].map((rows) =>
      aligned(rows, pad, displayWidth),
    );
    process.stdout.write(`${lines.join('\n\n')}\n\n${messages.markers.rules(rules.hash)}\n`);
  });
}

function asJson({ hash, markers: heard, scorecard }: Rules): object {
  const behaviours = scorecard.behaviours.map(({ id, label, section, weight, critical }) => ({
    id,
    label,
    section,
    weight,
    critical,
  }));
  return { rules: hash, markers: heard, behaviours };
}

function markerRows({ markers: heard }: Rules, { lang, messages }: Context): string[][] {
  const m = messages.markers;
  return [
    [m.marker, m.speaker, m.label, m.phrases, m.examples],
    ...heard.map((h) => [
      h.id,
      h.speaker === 'agent' ? m.agent : m.client,
      h.label[lang],
      h.kind === 'phrases' ? String(h.phrases) : `${h.phrases > 0 ? `${h.phrases} + ` : ''}${m.kinds[h.kind]}`,
      `${h.examples.positive} + ${h.examples.negative}`,
    ]),
  ];
}

function behaviourRows({ scorecard }: Rules, { lang, messages }: Context): string[][] {
  const m = messages.markers;
  const sections = new Map(scorecard.sections.map((s) => [s.id, s.label[lang]]));
  return [
    [m.behaviour, m.section, m.label, m.weight, ''],
    ...scorecard.behaviours.map((b) => [
      b.id,
      sections.get(b.section) ?? b.section,
      b.label[lang],
      String(b.weight),
      b.critical ? m.critical : '',
    ]),
  ];
}

function aligned(
  rows: readonly string[][],
  pad: (text: string, columns: number) => string,
  displayWidth: (text: string) => number,
): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => displayWidth(row[i]!))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
