// Reads people's labels: one conversation a line, by the annotation guide. Every fault is kept with its line.
import { z } from 'zod';
import { behaviourIds, verdicts } from '../model/behaviour.ts';
import type { HumanLabels } from '../model/human-labels.ts';
import { markerIds } from '../model/marker.ts';
import type { Place, Problem } from '../model/place.ts';

/** The labels of a file, and every line that cannot be used. */
export interface LabelFile {
  readonly labels: readonly HumanLabels[];
  readonly problems: readonly Problem[];
}

const turnNumber = z.int().min(0);

const line = z.object({
  id: z.string().min(1),
  turns: z.array(
    z.object({
      i: turnNumber,
      m: z.array(z.enum(markerIds)).default([]),
      e: z.int().min(-3).max(3).nullish(),
    }),
  ),
  flags: z
    .array(z.object({ from: turnNumber, to: turnNumber, polarity: z.enum(['negative', 'positive']) }))
    .default([]),
  behaviours: z.partialRecord(z.enum(behaviourIds), z.enum(verdicts)).default({}),
});

type Line = z.infer<typeof line>;

/** Parses a file of labels; `file` is its name as the user knows it. */
export function parseLabels(text: string, file: string): LabelFile {
  const labels: HumanLabels[] = [];
  const problems: Problem[] = [];
  const told = new Set<string>();
  // What is allowed is a long list: the first fault of a kind brings it, the next ones do not.
  const onceOnly = (reason: string): string => {
    const [fault = '', allowed = ''] = reason.split('; ');
    if (!told.has(allowed)) told.add(allowed);
    else return allowed === '' ? reason : fault;
    return reason;
  };
  text.split(/\r?\n/).forEach((raw, at) => {
    if (raw.trim() === '' || (at === 0 && raw === '\uFEFF')) return;
    const place = { file, line: at + 1 };
    const read = parseLine(at === 0 ? raw.replace(/^\uFEFF/, '') : raw);
    if ('faults' in read) problems.push(...read.faults.map((reason) => ({ place, reason: onceOnly(reason) })));
    else labels.push(labelsOf(read, place));
  });
  if (labels.length === 0 && problems.length === 0)
    problems.push({ place: { file, line: 1 }, reason: 'no labels in this file' });
  return { labels, problems };
}

function parseLine(raw: string): Line | { readonly faults: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    return { faults: [`not JSON: ${(error as Error).message}`] };
  }
  const parsed = line.safeParse(value, { reportInput: true });
  return parsed.success ? parsed.data : { faults: parsed.error.issues.map((issue) => sentence(issue, value)) };
}

function labelsOf(read: Line, place: Place): HumanLabels {
  return {
    id: read.id,
    turns: read.turns.map(({ i, m, e }) => ({
      index: i,
      markers: m,
      ...(typeof e === 'number' ? { emotion: e } : {}),
    })),
    flags: read.flags,
    behaviours: read.behaviours as HumanLabels['behaviours'],
    place,
  };
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  const id = (value as { id?: unknown } | null)?.id;
  const where = typeof id === 'string' ? `conversation ${JSON.stringify(id)}, ` : '';
  const path = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : String(step))).join('.');
  const at = path === '' ? 'the line' : path.replaceAll('.[', '[');
  if (issue.code === 'invalid_value' && issue.path.includes('m'))
    return `${where}${at}: ${JSON.stringify(issue.input)} is no marker; markers are ${markerIds.join(', ')}`;
  if (issue.code === 'invalid_value')
    return `${where}${at}: ${JSON.stringify(issue.input)}, allowed: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_key' || issue.code === 'unrecognized_keys')
    return `${where}${at}: no such behaviour; behaviours are ${behaviourIds.join(', ')}`;
  return `${where}${at}: ${issue.message}`;
}
