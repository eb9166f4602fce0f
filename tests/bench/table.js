// The outcome of a benchmark as text, and its comparison with the baseline.
import { median } from './run.js';

/** How much worse than the baseline a ratio may be. */
const leeway = 1.2;
export function show({ rows, ratios, threads, memory, starts, latency, size, rounds, cores }) {
  console.log(
    `${size} MB, medians of ${rounds} rounds, processor time without the start; ${cores} cores, Node ${process.versions.node}\n`,
  );
  console.log('| | µs a turn | × floor | × lexicons alone |\n|---|---:|---:|---:|');
  for (const { name, perTurn, toFloor, toLexicons } of rows)
    console.log(`| ${name} | ${perTurn.toFixed(1)} | ${toFloor.toFixed(1)} | ${toLexicons.toFixed(2)} |`);
  console.log('');
  for (const [name, value] of Object.entries(ratios)) console.log(`${name}: ${value.toFixed(2)}`);
  for (const { speedUp, bound } of threads)
    console.log(
      `two threads: ${speedUp.toFixed(2)} times as fast; two programs with half of it each ${bound.toFixed(2)} times (where nothing else runs)`,
    );
  console.log(
    `peak memory, two threads: ${memory.map(({ megabytes, peak }) => `${megabytes} MB ${peak.toFixed(0)} MB`).join(', ')}`,
  );
  console.log(
    `start: --version ${median(starts.version).toFixed(0)} ms, first assessment of the demo ${median(starts.first).toFixed(0)} ms`,
  );
  for (const [ears, { whole, turn }] of Object.entries(latency)) {
    const both = ({ p50, p99 }) => `p50 ${p50.toFixed(0)} µs, p99 ${p99.toFixed(0)} µs`;
    console.log(`library, ears ${ears}: 20 turns ${both(whole)}${turn ? `; one more turn ${both(turn)}` : ''}`);
  }
}

/** Says what is worse than it was; false where anything is. */
export function compared(ratios, baseline) {
  let isAsGood = true;
  for (const [name, value] of Object.entries(ratios)) {
    const before = baseline[name];
    if (before === undefined) continue;
    const worse = value / before;
    if (worse <= leeway) continue;
    isAsGood = false;
    console.error(`${name}: ${value.toFixed(2)}, was ${before}: ${Math.round((worse - 1) * 100)} % worse`);
  }
  if (isAsGood) console.log('as good as the baseline');
  return isAsGood;
}
