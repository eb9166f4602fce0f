// Faults of the files that people write, told on standard error so that an editor can jump to each of them.
import type { Problem } from '../index.ts';

const mostShown = 20;

/** Tells a title and the first problems, each with its file and line; `more` says how many others there are. */
export async function tellProblems(
  title: string,
  problems: readonly Problem[],
  more: (n: number) => string,
): Promise<void> {
  const { printable, showPlace } = await import('../index.ts');
  const lines = problems.slice(0, mostShown).map(({ place, reason }) => `${showPlace(place)} ${reason}`);
  if (problems.length > mostShown) lines.push(more(problems.length - mostShown));
  for (const line of [`ecoute: ${title}`, ...lines]) process.stderr.write(`${printable(line)}\n`);
}
