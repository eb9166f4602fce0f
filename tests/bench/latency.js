// How long a program waits that calls the library itself: for one conversation of 20 turns, and for one more turn of it.
// Both in microseconds; the package to measure is the first argument.
import { pathToFileURL } from 'node:url';
import { conversations } from './corpus.js';
import { percentile } from './run.js';

const [root, ears = 'both'] = process.argv.slice(2);
const { analyser, loadRules, listener } = await import(pathToFileURL(`${root}/dist/index.js`).href);
const rules = await loadRules({ ears });
const next = conversations(7);
const ofTwenty = [];
while (ofTwenty.length < 400) {
  const { id, channel, agent_id, agent_name, client_name, turns } = next();
  if (turns.length < 20) continue;
  ofTwenty.push({
    id,
    channel,
    agent: { id: agent_id, name: agent_name },
    ...(client_name ? { client: { name: client_name } } : {}),
    roles: 'given',
    turns: turns.slice(0, 20).map(({ speaker, text, start, end }, index) => ({
      index,
      role: speaker,
      text,
      ...(start === undefined ? {} : { startMs: start * 1000, endMs: end * 1000 }),
    })),
    from: { file: 'bench' },
  });
}

const whole = await timed(await analyser(rules), (analyse, conversation) => [() => analyse(conversation)]);
const turn = listener
  ? await timed(await listener(rules), (listen, { turns, ...head }) => {
      const listening = listen(head);
      return turns.map((one) => () => listening.push(one));
    })
  : undefined;
console.log(JSON.stringify({ whole, turn }));

async function timed(tool, callsOf) {
  const times = [];
  for (let round = 0; round < 3; round++)
    for (const conversation of ofTwenty)
      for (const call of callsOf(tool, conversation)) {
        const began = process.hrtime.bigint();
        call();
        if (round > 0) times.push(Number(process.hrtime.bigint() - began) / 1000);
      }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}
