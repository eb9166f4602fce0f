// `model/judge.json` → the trained judge, checked: every behaviour, verdict and weight is what the scorecard knows.
import { z } from 'zod';
import type { Fault } from '../errors.ts';
import { behaviourIds, verdicts } from '../model/behaviour.ts';
import type { TrainedJudge } from '../model/scorecard.ts';

const schema = z.strictObject({
  about: z.string().optional(),
  behaviours: z.partialRecord(
    z.enum(behaviourIds),
    z.strictObject(Object.fromEntries(verdicts.map((verdict) => [verdict, z.record(z.string(), z.number())]))),
  ),
});

/** Reads a trained judge; null with faults where the text is none. */
export function loadTrainedJudge(file: string, text: string): { judge: TrainedJudge | null; faults: Fault[] } {
  const fault = (message: string): Fault => ({ file, line: 1, column: 1, message });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { judge: null, faults: [fault(`not JSON: ${error instanceof Error ? error.message : String(error)}`)] };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return {
      judge: null,
      faults: parsed.error.issues.map((issue) => fault(`${issue.path.join(' › ')}: ${issue.message}`)),
    };
  return { judge: { behaviours: parsed.data.behaviours as TrainedJudge['behaviours'] }, faults: [] };
}
