// `ecoute explain`: one conversation from close by, with the words behind every verdict.
import type { Command } from 'commander';
import type { Conversation } from '../index.ts';
import type { Context } from './context.ts';
import { usageError } from './failure.ts';
import { readingOf, readOptions, type TypedReading } from './read-options.ts';
import { type RuleOptions, ruleOptions, ruleSources } from './rule-options.ts';
import { terminalOf } from './terminal.ts';

interface ExplainOptions extends RuleOptions, TypedReading {
  readonly id?: string;
}

const namedIds = 5;

/** Adds `explain` to the program. */
export function explain(program: Command, context: Context): void {
  const { messages } = context;
  const command = program
    .command('explain')
    .argument('<INPUT>')
    .usage(messages.explain.usage)
    .summary(messages.explain.about)
    .description(messages.explain.about)
    .option('--id <id>', messages.options.id);
  ruleOptions(readOptions(command, messages), messages).action(async (input: string, options: ExplainOptions) => {
    const { analyser, explained, loadRules } = await import('../index.ts');
    const rules = await loadRules(ruleSources(options));
    const analyse = await analyser(rules);
    const conversation = await wanted(input, options, context);
    const text = await explained(conversation, analyse(conversation), rules, terminalOf(process.stdout, context.lang));
    process.stdout.write(text);
  });
}

async function wanted(input: string, options: ExplainOptions, context: Context): Promise<Conversation> {
  const { id } = options;
  const { messages } = context;
  const { IoError, readInputs } = await import('../index.ts');
  const ids: string[] = [];
  let seen = 0;
  let first: Conversation | undefined;
  for await (const item of readInputs([input], await readingOf(options, context))) {
    if (item.kind === 'problem') continue;
    if (item.conversation.id === id) return item.conversation;
    first ??= item.conversation;
    seen += 1;
    if (ids.length < namedIds) ids.push(item.conversation.id);
  }
  if (first === undefined) throw new IoError(messages.explain.empty(input), 66);
  const some = ids.join(', ') + (seen > ids.length ? '…' : '');
  if (id !== undefined) throw new IoError(messages.explain.notFound(id, input, some), 66);
  if (seen > 1) throw usageError(messages.explain.needsId(seen, some));
  return first;
}
