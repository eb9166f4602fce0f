// `ecoute check`: are the lexicons and the scorecard in order, and do they hear what their examples say?
import type { Command } from 'commander';
import type { Context } from './context.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';

/** Adds `check` to the program. */
export function check(program: Command, { messages }: Context): void {
  const command = program
    .command('check')
    .usage(messages.check.usage)
    .summary(messages.check.about)
    .description(messages.check.about);
  ruleOptions(command, messages).action(async (options: RuleOptions) => {
    const { loadRules, loadSuggestions, prove, RuleError } = await import('../index.ts');
    const rules = await loadRules(ruleSources(options));
    await loadSuggestions(options.lexicons);
    const faults = await prove(rules);
    if (faults.length > 0) throw new RuleError(faults);
    const phrases = rules.markers.reduce((sum, marker) => sum + marker.phrases, 0);
    const { markers, examples, scorecard } = rules;
    const behaviours = scorecard.behaviours.length;
    process.stdout.write(`${messages.check.good(markers.length, phrases, examples.length, behaviours)}\n`);
  });
}
